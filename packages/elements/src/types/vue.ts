/**
 * Types for the tags in Vue's templates: `import type {} from '@afterglow/elements/vue'`. Vue sets a
 * property by the name of the property (`:no-expiry` is an attribute, `.noExpiry` or `:noExpiry` a
 * property), and listens with `@glow-claimed`.
 */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { AttributesOf, GlowTag, HandlersOf, PropertiesOf } from './tag-types.js';

type GlowComponents = {
  [Tag in GlowTag]: DefineComponent<
    HTMLAttributes & AttributesOf<Tag> & PropertiesOf<Tag> & HandlersOf<Tag>
  >;
};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a declaration merges only as an interface
  interface GlobalComponents extends GlowComponents {}
}
