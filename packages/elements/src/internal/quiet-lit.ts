/**
 * Development builds of Lit say on every page that they are. It helps nobody who takes the elements
 * as they are, and a console with nothing in it is one that is read. Lit offers this to be switched
 * off by its name; it must happen before Lit is there.
 */
const { litIssuedWarnings } = globalThis as { litIssuedWarnings?: Set<string> };
Object.assign(globalThis, {
  litIssuedWarnings: new Set(litIssuedWarnings).add('dev-mode'),
});
