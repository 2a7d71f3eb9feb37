// The block in the editor: a picker of the element, its attributes beside it. The server draws the page.
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: h, Fragment } = element;
  const { __ } = i18n;
  const elements = window.afterglowElements;

  /** `points-balance` as "Points balance". */
  const titleOf = (tag) => {
    const words = tag.replaceAll('-', ' ');
    return words[0].toUpperCase() + words.slice(1);
  };
  const choices = Object.keys(elements).map((tag) => ({ label: titleOf(tag), value: tag }));

  /** The settings with one of them changed; one that says nothing is left out. */
  const changed = (settings, name, value) => {
    const others = { ...settings };
    delete others[name];
    return value === '' ? others : { ...others, [name]: value };
  };

  function field({ settings, setAttributes }, name, isSwitch) {
    const set = (value) => setAttributes({ settings: changed(settings, name, value) });
    const shared = { key: name, label: name, __nextHasNoMarginBottom: true };
    return isSwitch
      ? h(components.ToggleControl, {
          ...shared,
          checked: name in settings,
          onChange: (isOn) => set(isOn ? 'true' : ''),
        })
      : h(components.TextControl, { ...shared, value: settings[name] ?? '', onChange: set });
  }

  function Edit({ attributes, setAttributes }) {
    const { element: tag, settings } = attributes;
    const known = elements[tag] ?? { says: '', attributes: {} };
    const fields = Object.entries(known.attributes).map(([name, isSwitch]) =>
      field({ settings, setAttributes }, name, isSwitch),
    );
    return h(
      Fragment,
      null,
      h(
        blockEditor.InspectorControls,
        null,
        h(components.PanelBody, { title: __('Settings', 'afterglow') }, ...fields),
      ),
      h(
        'div',
        blockEditor.useBlockProps(),
        h(
          components.Placeholder,
          { icon: 'heart', label: titleOf(tag), instructions: known.says },
          h(components.SelectControl, {
            label: __('Element', 'afterglow'),
            value: tag,
            options: choices,
            // What one element is set to means nothing to another.
            onChange: (chosen) => setAttributes({ element: chosen, settings: {} }),
            __nextHasNoMarginBottom: true,
          }),
        ),
      ),
    );
  }

  blocks.registerBlockType('afterglow/element', { edit: Edit, save: () => null });
})(window.wp);
