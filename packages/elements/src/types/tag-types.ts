import type { GlowEvents, GlowTags } from './tags.js';

/** An element's tag. */
export type GlowTag = keyof GlowTags;

/**
 * What may stand in an attribute for a property of this type. A boolean is there or not: several
 * frameworks write `false` as the text "false", which would switch it on.
 */
export type AttributeOf<Value> = [Value] extends [boolean]
  ? true | '' | undefined
  : Value extends readonly string[]
    ? string
    : Value extends number
      ? number | `${number}`
      : Value;

/** The attributes of a tag. */
export type AttributesOf<Tag extends GlowTag> = GlowTags[Tag]['attributes'];

/** The properties that may be set on a tag's element. */
export type PropertiesOf<Tag extends GlowTag> = {
  [Name in GlowTags[Tag]['properties'] & keyof GlowTags[Tag]['element']]?:
    GlowTags[Tag]['element'][Name] | undefined;
};

/** The event of a name, such as `GlowClaimedEvent` for `glow-claimed`. */
export type EventOf<Name extends keyof GlowEvents> = GlowEvents[Name];

/** Listeners by an event's own name: `onglow-claimed`. */
export type ListenersOf<Tag extends GlowTag> = {
  [Name in GlowTags[Tag]['events'] as `on${Name}`]?: ((event: EventOf<Name>) => void) | undefined;
};

/** Listeners as React and Vue name them: `onGlowClaimed`. */
export type HandlersOf<Tag extends GlowTag> = {
  [Name in GlowTags[Tag]['events'] as `on${Pascal<Name>}`]?:
    ((event: EventOf<Name>) => void) | undefined;
};

type Pascal<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Capitalize<Head>}${Pascal<Rest>}`
  : Capitalize<Name>;
