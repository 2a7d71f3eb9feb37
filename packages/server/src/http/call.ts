import type * as z from 'zod/mini';
import type { AnswerOf, QueryOf, RouteName, routes, schemas } from '@afterglow/contract';
import type { Ports } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { ensured } from '../ensured.js';
import type { PatientSession } from './credentials.js';

/** A request's body as the contract's schema leaves it; events are read one by one instead. */
export type ParsedBody<Name extends RouteName> = Name extends 'sendEvents'
  ? unknown
  : (typeof schemas)[Name] extends { readonly body: infer Body extends z.ZodMiniType }
    ? z.output<Body>
    : undefined;

/** The names of the parameters in a path: `id` in `members/:id/entries`. */
type ParameterOf<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Parameter}/${infer More}`
    ? Parameter | ParameterOf<More>
    : Rest
  : never;

/** One request of a route, with everything checked that can be checked before it is carried out. */
export interface Call<Name extends RouteName> {
  readonly ports: Ports;
  readonly request: Request;
  /** Where the request comes from, for limits; undefined when the host does not tell. */
  readonly address: string | undefined;
  readonly clinic: Clinic;
  /** The session of a patient; undefined for keys. */
  readonly session: PatientSession | undefined;
  readonly params: Readonly<Record<ParameterOf<(typeof routes)[Name]['path']>, string>>;
  readonly query: QueryOf<Name>;
  readonly body: ParsedBody<Name>;
}

/** An answer with headers of its own. */
export class Reply<Answer> {
  readonly answer: Answer;
  readonly headers: Readonly<Record<string, string>>;

  constructor(answer: Answer, headers: Readonly<Record<string, string>>) {
    this.answer = answer;
    this.headers = headers;
  }
}

/** Carries out one route. */
export type Handler<Name extends RouteName> = (
  call: Call<Name>,
) => Promise<AnswerOf<Name> | Reply<AnswerOf<Name>>>;

/** One handler for each route of the contract; the compiler misses one that is missing. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> };

/** The member id of a patient's session. */
export function ownId(call: { readonly session: Tables['sessions'] | undefined }): string {
  return ensured(call.session, 'the session of a patient').memberId;
}
