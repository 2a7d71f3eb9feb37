import { nameOf } from './tag-names.js';
import { warn } from './warning.js';

/** How long a page gets to say whose it is; a framework may set a key after its elements are there. */
const patienceMs = 3_000;

/** What is read of an element of ours. */
interface Drawn extends Element {
  readonly state?: unknown;
  readonly page?: unknown;
}

/**
 * Tells a developer which elements wait for ever, since nothing on the page says which clinic they
 * are for. What stands in shadow trees of others is not looked at.
 */
export function adviseOnLost(): void {
  setTimeout(() => {
    const lost = [...document.querySelectorAll<Drawn>(':defined')].filter(
      (element) => element.state === 'waiting' && 'page' in element && !element.page,
    );
    if (lost.length === 0) return;
    const tags = [...new Set(lost.map(({ localName }) => `<${localName}>`))].join(', ');
    warn(
      `No clinic for ${tags}: put data-publishable-key="pk_…" on the script tag, or <${nameOf('loyalty-provider')} publishable-key="pk_…"> around them.`,
    );
  }, patienceMs);
}
