/**
 * Types for the tags in JSX, where the components of `@afterglow/elements/react` are not wanted:
 * `import type {} from '@afterglow/elements/jsx'`. They need React 19, which sets properties.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AttributesOf, GlowTag, ListenersOf, PropertiesOf } from './tag-types.js';
import type { GlowTags } from './tags.js';

type TagProps<Tag extends GlowTag> = DetailedHTMLProps<
  HTMLAttributes<GlowTags[Tag]['element']>,
  GlowTags[Tag]['element']
> &
  AttributesOf<Tag> &
  PropertiesOf<Tag> &
  ListenersOf<Tag>;

type GlowElements = { [Tag in GlowTag]: TagProps<Tag> };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React has its JSX types in one
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a declaration merges only as an interface
    interface IntrinsicElements extends GlowElements {}
  }
}
