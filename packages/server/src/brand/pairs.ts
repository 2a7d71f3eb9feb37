import { KINDS } from './roles.js';
import type { RoleName } from './roles.js';

/** Two roles that an element draws one on the other. */
export interface Pair {
  readonly front: RoleName;
  readonly back: RoleName;
  /** What the front is: the main text, another text, or what delimits a control. */
  readonly frontIs: 'main' | 'text' | 'control';
}

const pair = (frontIs: Pair['frontIs'], front: RoleName, back: RoleName): Pair => ({
  front,
  back,
  frontIs,
});

/** Every pair that has to be told apart. */
export const pairs: readonly Pair[] = [
  pair('main', 'text', 'surface'),
  pair('text', 'text-quiet', 'surface'),
  pair('control', 'focus', 'surface'),
  ...KINDS.flatMap((kind) => [
    pair('text', `${kind}-on-quiet`, `${kind}-fill-quiet`),
    pair('text', `${kind}-on-quiet`, 'surface'),
    pair('text', `${kind}-on-normal`, `${kind}-fill-normal`),
    pair('text', `${kind}-on-loud`, `${kind}-fill-loud`),
    pair('control', `${kind}-fill-loud`, 'surface'),
    pair('control', `${kind}-border-normal`, 'surface'),
    pair('control', `${kind}-border-normal`, `${kind}-fill-quiet`),
    pair('control', `${kind}-border-loud`, 'surface'),
    pair('control', `${kind}-border-loud`, `${kind}-fill-quiet`),
    pair('main', 'text', `${kind}-fill-quiet`),
    pair('text', 'text-quiet', `${kind}-fill-quiet`),
  ]),
];
