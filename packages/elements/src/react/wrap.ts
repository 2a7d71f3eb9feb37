'use client';
import { createComponent } from '@lit/react';
import * as React from 'react';
import type { GlowTag, HandlersOf, PropertiesOf } from '../types/tag-types.js';
import type { GlowTags } from '../types/tags.js';

type ElementOf<Tag extends GlowTag> = GlowTags[Tag]['element'];

/** What a component takes: the element's properties, its events as `onGlow…`, and what any tag takes. */
export type GlowProps<Tag extends GlowTag> = Omit<
  React.HTMLAttributes<ElementOf<Tag>>,
  keyof PropertiesOf<Tag>
> &
  PropertiesOf<Tag> &
  HandlersOf<Tag>;

/** An element as a component of React; a `ref` gives the element itself. */
export type GlowComponent<Tag extends GlowTag> = React.ForwardRefExoticComponent<
  GlowProps<Tag> & React.RefAttributes<ElementOf<Tag>>
>;

/**
 * Makes a component of an element. It hands objects on as properties, also in React 18, and also
 * to an element that is defined later, to which React 19 would hand "[object Object]".
 *
 * @param events - The names of its events, such as `glow-claimed` for `onGlowClaimed`.
 */
export function wrap<Tag extends GlowTag>(
  tag: Tag,
  elementClass: new () => ElementOf<Tag>,
  events: readonly GlowTags[Tag]['events'][],
): GlowComponent<Tag> {
  const component = createComponent({
    react: React,
    tagName: tag,
    elementClass,
    displayName: pascal(tag),
    events: Object.fromEntries(events.map((event) => [`on${pascal(event)}`, event])),
  });
  return component as unknown as GlowComponent<Tag>;
}

/** `glow-claimed` as `GlowClaimed`. */
function pascal(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
