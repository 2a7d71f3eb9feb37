/**
 * A plugin of `cem analyze`: an element's events are those that its docblock names, its base's
 * included. The analyzer also lists each `dispatchEvent`, under the text of the first argument.
 */
export function manifestEvents() {
  return {
    name: 'manifest-events',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          if (!declaration.tagName || !declaration.events) continue;
          declaration.events = declaration.events.filter(({ name }) => name?.startsWith('glow-'));
        }
      }
    },
  };
}
