import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { replayedRoutes, routes, schemas, type Route, type RouteName } from '@afterglow/contract';
import type { Ports } from '../ports.js';
import { Refused } from '../refused.js';
import { responseOf, type Answer } from './answer.js';
import { bodyLimit, eventsBodyLimit, parseJson, readText, simulationBodyLimit } from './body.js';
import { Reply, type Call, type Handler, type Handlers } from './call.js';
import { authenticate, bearer, type Credential } from './credentials.js';
import { idempotencyKey, once } from './idempotency.js';
import { refusedFor } from './issues.js';
import { checkOrigin } from './origins.js';

/** What the app keeps of each request while it is answered. */
export interface Variables {
  requestId: string;
  /** The route's name, for the log; never the address itself, which may hold a code or an id. */
  route: string;
  clinicId: string;
}

/** A request on its way through the app. `Bindings` is what the host passes with it. */
export type AppContext = Context<{ Bindings: object; Variables: Variables }>;

/** The app before its routes. */
export type Api = Hono<{ Bindings: object; Variables: Variables }>;

/** What mounting needs besides the handlers. */
export interface Mounting {
  readonly ports: Ports;
  readonly addressOf: (request: Request, bindings: unknown) => string | undefined;
}

const allNames = Object.keys(routes) as RouteName[];

/** Puts every route of the contract on the app, and 405 on the other methods of its addresses. */
export function mount(app: Api, mounting: Mounting, handlers: Handlers): void {
  for (const name of allNames) mountRoute(app, mounting, name, handlers[name] as Handler<never>);

  for (const path of new Set(allNames.map((name) => routes[name].path))) {
    const methods = allNames
      .filter((name) => routes[name].path === path)
      .map((name) => routes[name].method.toUpperCase());
    app.all(`/v1/${path}`, (c) => {
      throw new Refused('method_not_allowed', {
        detail: `${c.req.method} is no method of this address; it takes ${methods.join(', ')}.`,
        headers: { Allow: methods.join(', ') },
      });
    });
  }
}

function mountRoute<Name extends RouteName>(
  app: Api,
  mounting: Mounting,
  name: Name,
  handler: Handler<Name>,
): void {
  const route: Route = routes[name];
  app.on(route.method.toUpperCase(), `/v1/${route.path}`, async (c) => {
    c.set('route', name);
    const { call, text } = await read(c, mounting, name);
    const run = async (ports: Ports) =>
      answer(name, await handler({ ...call, ports }), call.request);
    const key = replayedRoutes.includes(name) ? idempotencyKey(c.req.raw) : undefined;
    if (key === undefined) return responseOf(await run(mounting.ports));

    const answered = await once(
      mounting.ports,
      {
        clinicId: call.clinic.id,
        // Patients choose keys of their own, and none may be given another's answer. A merge between two
        // tries does not make the second another's.
        key: call.session === undefined ? key : `${call.session.signedInAs} ${key}`,
        method: route.method,
        path: c.req.path,
        body: text,
        requestId: c.var.requestId,
      },
      run,
    );
    return responseOf(answered);
  });
}

/** Checks a request in the order: who asks, from where, then what. */
async function read<Name extends RouteName>(
  c: AppContext,
  { ports, addressOf }: Mounting,
  name: Name,
): Promise<{ call: Call<Name>; text: string }> {
  const request = c.req.raw;
  const route: Route = routes[name];
  const isOpen = route.callers.includes('open');
  const early = isOpen ? undefined : await prove(c, ports, route);

  const query = readQuery(name, new URL(request.url).searchParams);
  const text = await readBodyText(name, request);
  const body = readBody(name, text);
  const key = (query as { key?: string }).key ?? (body as { key?: string } | undefined)?.key;
  const credential = early ?? (await prove(c, ports, route, key ?? bearer(request)));

  return {
    text,
    call: {
      ports,
      request,
      address: addressOf(request, c.env),
      clinic: credential.clinic,
      session: credential.kind === 'patient' ? credential.session : undefined,
      params: c.req.param(),
      query,
      body,
    } as Call<Name>,
  };
}

async function prove(
  c: AppContext,
  ports: Ports,
  route: Route,
  text?: string,
): Promise<Credential> {
  const callers = route.callers.includes('open') ? (['page'] as const) : route.callers;
  const credential = await authenticate(ports, c.req.raw, callers, text);
  c.set('clinicId', credential.clinic.id);
  // The program is for every page: an agency previews it before the clinic's site exists.
  if (credential.kind !== 'secret' && route.path !== routes.getProgram.path)
    checkOrigin(credential.clinic, c.req.raw);
  return credential;
}

function readQuery<Name extends RouteName>(name: Name, given: URLSearchParams): unknown {
  const schema = (schemas[name] as { query?: z.ZodMiniType }).query ?? z.strictObject({});
  const query = Object.fromEntries(given);
  const parsed = z.safeParse(schema, query);
  if (!parsed.success) throw refusedFor(parsed.error.issues, query);
  return parsed.data;
}

/** Bytes that the bodies of some routes may have beyond the usual. */
const bodyLimits: Readonly<Partial<Record<RouteName, number>>> = {
  sendEvents: eventsBodyLimit,
  createSimulation: simulationBodyLimit,
};

async function readBodyText(name: RouteName, request: Request): Promise<string> {
  if (!('body' in routes[name])) return '';
  return readText(request, {
    limit: bodyLimits[name] ?? bodyLimit,
    types: name === 'refreshSession' ? ['text/plain', 'application/json'] : ['application/json'],
  });
}

function readBody(name: RouteName, text: string): unknown {
  if (!('body' in routes[name])) return undefined;

  const body = parseJson(text);
  if (name === 'sendEvents') return body;
  const parsed = z.safeParse((schemas[name] as { body: z.ZodMiniType }).body, body);
  if (!parsed.success) throw refusedFor(parsed.error.issues, body);
  return parsed.data;
}

/**
 * The answer as it leaves: what the contract's schema lets through and nothing else, so that a
 * column added to a table can't slip out.
 */
function answer(name: RouteName, made: unknown, request: Request): Answer {
  const route: Route = routes[name];
  const { answer: value, headers: own } = made instanceof Reply ? made : new Reply(made, {});
  const status = route.status ?? 200;
  const headers: Readonly<Record<string, string>> = { 'Cache-Control': 'no-store', ...own };
  if (status === 204) return { status, headers, body: null };
  const { ETag } = headers;
  if (ETag !== undefined && matches(request.headers.get('if-none-match'), ETag))
    return { status: 304, headers, body: null };

  const checked = z.parse(schemas[name].answer as z.ZodMiniType, value);
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(checked),
  };
}

/** Compares as RFC 9110 says for reads: weakly, a list, or any. */
function matches(given: string | null, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return given !== null && given.split(',').some((tag) => [bare(etag), '*'].includes(bare(tag)));
}
