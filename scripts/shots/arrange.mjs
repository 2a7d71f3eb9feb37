/* global document, window, requestAnimationFrame */

/**
 * In the page: the width in px of a column that the story itself chose, which is then the only one to
 * look at; null where any will do.
 */
export function ownWidth() {
  const usual = 390;
  const root = document.querySelector('#storybook-root');
  const widths = [...root.querySelectorAll('[style*="inline-size"]')].map(({ style }) =>
    Number.parseFloat(style.inlineSize || style.maxInlineSize),
  );
  return widths.find((width) => width > 0 && width !== usual) ?? null;
}

/**
 * In the page: gives the story's column the width and waits until all is drawn; answers how high the
 * picture is, and by how much the page scrolls sideways.
 */
export async function arrange({ width, scheme }) {
  const root = document.querySelector('#storybook-root');
  document.documentElement.style.setProperty('color-scheme', scheme);
  for (const { style } of root.querySelectorAll('[style*="inline-size"]')) {
    if (style.inlineSize) style.inlineSize = `${width}px`;
    if (style.maxInlineSize) style.maxInlineSize = `${width}px`;
  }
  await document.fonts.ready;
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();

  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    height: isCovered(document) ? window.innerHeight : Math.ceil(endOf(root) + window.scrollY) + 16,
    tooWide: scrollWidth - clientWidth,
  };

  /** Whether a sheet lies over the window; it is as high as that. */
  function isCovered(tree) {
    return [...tree.querySelectorAll('*')].some(
      (element) =>
        element.matches('dialog[open], :popover-open') ||
        (element.shadowRoot && isCovered(element.shadowRoot)),
    );
  }

  /** Where the lowest of what is seen ends, also of what hangs out of its element. */
  function endOf(element) {
    const { bottom, width, height } = element.getBoundingClientRect();
    const within = [...element.children, ...(element.shadowRoot?.children ?? [])].map(endOf);
    return Math.max(width > 1 && height > 1 ? bottom : 0, ...within);
  }
}
