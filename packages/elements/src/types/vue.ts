/**
 * Types for the tags in Vue's templates: `import type {} from '@afterglow/elements/vue'`.
 *
 * Vue's checker takes `no-expiry` and `noExpiry` for one name, and only the second is set as a
 * property. What is allowed is what both can take.
 */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { AttributeOf, GlowTag, HandlersOf } from './tag-types.js';
import type { GlowTags } from './tags.js';

type VueProp<Value> = [Value] extends [boolean] ? AttributeOf<Value> : Value | AttributeOf<Value>;

type VueProps<Tag extends GlowTag> = {
  [Name in GlowTags[Tag]['properties'] & keyof GlowTags[Tag]['element']]?: VueProp<
    GlowTags[Tag]['element'][Name]
  >;
};

type GlowComponents = {
  [Tag in GlowTag]: DefineComponent<HTMLAttributes & VueProps<Tag> & HandlersOf<Tag>>;
};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a declaration merges only as an interface
  interface GlobalComponents extends GlowComponents {}
}
