import { Hono } from 'hono';
import { buildOpenApi } from '@afterglow/contract/openapi';
import { failureOf } from './failure.js';
import { toBase64Url } from './hashing.js';
import { responseOf, type Answer } from './http/answer.js';
import { answerHeaders, preflightHeaders } from './http/origins.js';
import { mount, type Api, type AppContext, type Variables } from './http/mount.js';
import { problem } from './http/problems.js';
import { logoNamed } from './logos.js';
import type { Ports } from './ports.js';
import { Refused } from './refused.js';
import { handlers } from './routes/index.js';

/** What a host may tell the app. */
export interface AppOptions {
  /**
   * The address that a request comes from, for limits. A host behind a proxy reads the header that
   * its own proxy writes. Left out: limits by address don't apply.
   */
  readonly addressOf?: (request: Request, bindings: unknown) => string | undefined;
}

/** The API: a request in, an answer out, on Node as in a browser. */
export interface App {
  /** @param bindings - Passed on to `addressOf`. */
  fetch(request: Request, bindings?: object): Promise<Response>;
  /** The same from an address below `/` and the parts of a request, for tests. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

/**
 * Makes the API from its ports.
 *
 * Every answer carries a `Request-Id` and headers that let a page read it; every error is a problem
 * of the catalogue. Nothing thrown inside reaches a caller but as `internal`.
 */
export function createApp(ports: Ports, options: AppOptions = {}): App {
  const api: Api = new Hono<{ Bindings: object; Variables: Variables }>();

  api.use('*', async (c, next) => {
    const started = ports.clock.now();
    c.set('requestId', `req_${toBase64Url(ports.randomness.bytes(15))}`);
    await next();
    c.res = withHeaders(c.res, { ...answerHeaders, 'Request-Id': c.var.requestId });
    ports.logger.info(
      {
        requestId: c.var.requestId,
        method: c.req.method,
        route: c.var.route,
        clinicId: c.var.clinicId,
        status: c.res.status,
        ms: ports.clock.now() - started,
      },
      'answered',
    );
  });
  api.options('*', () => new Response(null, { status: 204, headers: preflightHeaders }));

  api.get('/v1/health', async () => {
    await ports.store.reader.get('clinics', { id: 'health' });
    return json({ status: 'ok' }, 'no-store');
  });
  // No JSON, so no route of the contract.
  api.get('/v1/logos/:clinic/:name', async (c) => {
    c.set('route', 'getLogo');
    const { clinic, name } = c.req.param();
    return (await logoNamed(ports, clinic, name)) ?? c.notFound();
  });
  api.get('/v1/openapi.json', () => json(openApi(), 'public, max-age=300'));
  mount(api, { ports, addressOf: options.addressOf ?? (() => undefined) }, handlers);

  api.notFound((c) =>
    responseOf(
      problem('not_found', c.var.requestId, {
        detail: 'There is nothing at this address. /v1/openapi.json lists all that there are.',
      }),
    ),
  );
  api.onError((error, c) => responseOf(answerError(ports, error, c)));

  return {
    fetch: async (request, bindings) => api.fetch(request, bindings ?? {}),
    request: async (path, init) => api.request(path, init, {}),
  };
}

function answerError(ports: Ports, error: Error, c: AppContext): Answer {
  if (error instanceof Refused) return problem(error.code, c.var.requestId, error.options);

  const { requestId, route } = c.var;
  ports.logger.error({ requestId, route, ...failureOf(error) }, 'failed');
  return problem('internal', c.var.requestId, {
    detail: `Something went wrong on our side. Try again; if it stays, give us the request id ${c.var.requestId}.`,
  });
}

let document: string | undefined;
const openApi = () => (document ??= JSON.stringify(buildOpenApi()));

function json(body: string | object, cacheControl: string): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': cacheControl },
  });
}

/** The same answer with more headers; some answers have headers that can't be changed. */
function withHeaders(answer: Response, more: Readonly<Record<string, string>>): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(answer.body, { status: answer.status, headers });
}
