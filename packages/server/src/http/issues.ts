import type * as z from 'zod/mini';
import type { ErrorCode } from '@afterglow/contract';
import { Refused } from '../refused.js';

/** One thing that a schema found wrong. */
export type Issue = z.core.$ZodIssue;

/** What is wrong, where, and in which words; never the value itself, which may be personal. */
export interface Fault {
  readonly code: ErrorCode;
  /** A path such as `data.lines[0].price`; empty for the whole body. */
  readonly param: string;
  readonly detail: string;
}

/** A path as callers write it. Long keys are cut. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const key = String(part).slice(0, 80);
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** What lies at a path of the body; undefined where there is nothing. */
function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    body,
  );
}

/** Deepest issues of the branch of a union that came closest, since that is what was meant. */
function inside(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];

  const closest = issue.errors.reduce((best, branch) =>
    depth(branch) > depth(best) ? branch : best,
  );
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue);
}

const depth = (issues: readonly Issue[]) =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

function fault(issue: Issue, body: unknown): Fault {
  const param = pathText(issue.path);
  const value = valueAt(body, issue.path);
  const here = param === '' ? 'The body' : param;

  if (issue.code === 'unrecognized_keys') {
    const path = pathText([...issue.path, ...issue.keys.slice(0, 1)]);
    return {
      code: 'unknown_field',
      param: path,
      detail: `${path} is no field of this request. Leave it out, or look for its name in /v1/openapi.json.`,
    };
  }
  if (value === undefined && issue.path.length > 0)
    return { code: 'missing_field', param, detail: `${here} is needed and was not sent.` };
  if (typeof value === 'number' && !Number.isInteger(value) && expectsInteger(issue))
    return {
      code: 'fractional_amount',
      param,
      detail: `${here} is ${value}. Send a whole number; money counts minor units (cents).`,
    };
  if (issue.code === 'too_small' && typeof value === 'number' && value < 0)
    return {
      code: 'negative_amount',
      param,
      detail: `${here} is ${value}. Amounts are never below zero; say what is taken away as a discount, a tender or a refund.`,
    };
  if (issue.code === 'custom' && issue.message === 'is no day that exists')
    return {
      code: 'no_such_day',
      param,
      detail:
        typeof value === 'string'
          ? `${here} names a day that does not exist, or is not written YYYY-MM-DD.`
          : `${here} names a day that does not exist.`,
    };
  if (issue.code === 'custom' && issue.message === 'reads as the number of a card')
    return {
      code: 'card_number',
      param,
      detail: `${here} reads as the number of a payment card. Send what the till gives in its place, such as a fingerprint, or leave it out.`,
    };
  return { code: 'invalid_field', param, detail: `${here} ${reason(issue)}.` };
}

const expectsInteger = (issue: Issue) =>
  issue.code === 'invalid_type' && String(issue.expected) === 'int';

/** What a text or a list has too many or too few of. */
const parts: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  string: { one: 'character', many: 'characters' },
  array: { one: 'entry', many: 'entries' },
};

function reason(issue: Issue): string {
  // Words of the contract go on from the name of the field; what zod says begins a sentence.
  if (/^[a-z]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    case 'too_small': {
      const part = parts[issue.origin];
      if (!part) return `is below the least that is allowed, ${issue.minimum}`;
      if (issue.minimum === 1) return `is empty; at least one ${part.one} is needed`;
      return `has fewer ${part.many} than ${issue.minimum}`;
    }
    case 'too_big': {
      const part = parts[issue.origin];
      if (!part) return `is above the most that is allowed, ${issue.maximum}`;
      return `has more ${part.many} than ${issue.maximum}`;
    }
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return 'is not written as the contract says';
    case 'invalid_union':
      return 'is none of the kinds that the contract knows';
    default:
      return 'has a value that the contract does not allow';
  }
}

/** Unknown fields come last: a value that is wrong matters more than one too many. */
const rank = ({ code }: Fault) => (code === 'unknown_field' ? 1 : 0);

/** Everything that a schema found wrong, what matters most first. */
export function allFaults(issues: readonly Issue[], body: unknown): readonly Fault[] {
  const faults = issues.flatMap(inside).map((issue) => fault(issue, body));
  return faults.sort((a, b) => rank(a) - rank(b));
}

/** The first thing to tell the caller about a value that a schema refused. */
export function firstFault(issues: readonly Issue[], body: unknown): Fault {
  return (
    allFaults(issues, body)[0] ?? {
      code: 'invalid_field',
      param: '',
      detail: 'The body is not what the contract says.',
    }
  );
}

/** The refusal for a value that a schema refused. */
export function refusedFor(issues: readonly Issue[], body: unknown): Refused {
  const { code, param, detail } = firstFault(issues, body);
  return new Refused(code, { detail, ...(param === '' ? {} : { param }) });
}
