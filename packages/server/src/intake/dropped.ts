import type * as z from 'zod/mini';
import { pathText, type Issue } from '../http/issues.js';

/** What is said of an event that was taken: a code word and where, never a value. */
export interface Warning {
  readonly code: string;
  readonly path?: string;
}

/** At most this many dropped fields are named; a record full of strange fields is told once. */
const namedAtMost = 20;

/** Names the fields of what came that are not in what the contract's schema left of it. */
export function droppedFields(came: unknown, left: unknown): Warning[] {
  const found: Warning[] = [];
  collect(came, left, [], found);
  return found;
}

function collect(came: unknown, left: unknown, path: PropertyKey[], found: Warning[]): void {
  if (found.length >= namedAtMost || !isContainer(came) || !isContainer(left)) return;

  if (Array.isArray(came)) {
    for (const [index, item] of came.entries())
      collect(item, (left as unknown[])[index], [...path, index], found);
    return;
  }
  for (const [key, value] of Object.entries(came)) {
    if (found.length >= namedAtMost) return;
    if (Object.hasOwn(left, key))
      collect(value, (left as Record<string, unknown>)[key], [...path, key], found);
    else found.push({ code: 'unknown_field', path: pathText([...path, key]) });
  }
}

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

/**
 * The same value without the fields that a schema refused as unknown; undefined when it refused
 * anything else too, since then taking them away does not help.
 */
export function withoutUnknown(value: unknown, issues: readonly Issue[]): unknown {
  let left = value;
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') return undefined;
    left = without(left, issue.path, (issue as z.core.$ZodIssueUnrecognizedKeys).keys);
  }
  return left;
}

/**
 * The same value without these keys at one place. Only what leads there is copied: a copy of
 * everything would follow a strange field down, and a hundred thousand brackets end the stack.
 */
function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  if (!isContainer(value)) return value;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
    PropertyKey,
    unknown
  >;
  const [first, ...rest] = path;
  if (first === undefined) for (const key of keys) Reflect.deleteProperty(copy, key);
  else copy[first] = without(copy[first], rest, keys);
  return copy;
}
