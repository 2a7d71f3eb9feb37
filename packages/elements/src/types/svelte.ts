/**
 * Types for the tags in Svelte's markup: `import type {} from '@afterglow/elements/svelte'`. Svelte
 * sets a property where the element has one of that name, and listens with `onglow-claimed`.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { AttributesOf, GlowTag, ListenersOf, PropertiesOf } from './tag-types.js';
import type { GlowTags } from './tags.js';

type GlowElements = {
  [Tag in GlowTag]: HTMLAttributes<GlowTags[Tag]['element']> &
    AttributesOf<Tag> &
    PropertiesOf<Tag> &
    ListenersOf<Tag>;
};

declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a declaration merges only as an interface
  interface SvelteHTMLElements extends GlowElements {}
}
