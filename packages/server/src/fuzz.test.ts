import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { errors, routes, type Problem, type Route, type RouteName } from '@afterglow/contract';
import { defaultProgram } from './default-program.js';
import { openTrial, receipt, type TrialClinic } from './trial/trial-clinic.js';

/** A body that each route takes, to be broken in one place. */
const bodies: Partial<Record<RouteName, object>> = {
  sendCode: { phone: '+13125550142', locale: 'es' },
  createSession: {
    grant: { kind: 'code', challengeId: `cha_${'0'.repeat(26)}`, code: '123456' },
    joining: { firstName: 'Ana', consents: { terms: true }, code: 'ABCD1234' },
    remember: 'visit',
    publicKey: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) },
  },
  refreshSession: {
    key: `pk_test_${'x'.repeat(32)}`,
    token: 'agr_x',
    at: '2026-11-22T15:00:00.000Z',
    nonce: 'A'.repeat(24),
    signature: 'A'.repeat(86),
  },
  updatePreferences: {
    locale: 'es',
    marketing: { sms: { given: true, words: 'Text me offers.' }, email: { given: false } },
  },
  sendEvents: receipt('R-1', { more: { discounts: [{ amount: { amount: 1, currency: 'USD' } }] } }),
  createMember: {
    firstName: 'Ana',
    phone: '+13125550142',
    birthday: { month: 2, day: 29 },
    aliases: [{ source: 'till', externalId: 'C-1' }],
  },
  updateMember: { firstName: null, addAliases: [{ source: 'till', externalId: 'C-1' }] },
  createProgramVersion: { program: defaultProgram(), startsAt: '2026-12-01T00:00:00Z' },
  createSimulation: {
    program: defaultProgram(),
    against: 'current',
    history: { events: [receipt('R-1')] },
    redemptionPercent: 70,
  },
  createCode: { kind: 'staff', label: 'Desk', externalId: 'S-1' },
  moveTestClock: { now: '2026-12-01T00:00:00Z' },
};

/** Values that break things: wrong types, edges, strange text. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    0.5,
    1e21,
    2 ** 53,
    -(2 ** 31),
    '',
    ' ',
    '\u0000',
    '\ud800',
    '𝒳'.repeat(60),
    '2026-02-30',
    '2026-02-28',
    '9999-12-31T23:59:59Z',
    '1900-01-01T00:00:00Z',
    '+1',
    '__proto__',
    'constructor',
    [],
    {},
    [[]],
    'x'.repeat(5000),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Every place in a JSON value, as a path. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** The same value with something else, or nothing, at one place. */
function broken(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? broken(item, rest, by) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: broken(object[key], rest, by) };
}

const names = Object.keys(routes) as RouteName[];

const request = fc.constantFrom(...names).chain((name) => {
  const body = bodies[name];
  const text = fc.oneof(fc.string(), fc.constantFrom('%', '%00', '..', 'ABCD1234', '%F0%9F%98%80'));
  return fc.record({
    name: fc.constant(name),
    body: body
      ? fc
          .tuple(fc.constantFrom(...places(body)), fc.option(strange, { nil: undefined }))
          .map(([path, by]) => broken(body, path, by))
      : fc.constant(undefined),
    parameter: text,
    query: fc.dictionary(
      fc.constantFrom('cursor', 'limit', 'phone', 'source', 'externalId', 'key', 'x'),
      fc.oneof(text, fc.constantFrom('1', '100', '101', '+13125550142')),
      { maxKeys: 2 },
    ),
    credential: fc.constantFrom('page', 'secret', 'patient', 'none', 'wrong'),
    headers: fc.dictionary(
      fc.constantFrom('idempotency-key', 'if-none-match', 'origin', 'content-type'),
      fc.constantFrom('x', '"x"', '*', 'http://localhost:1', 'text/plain', 'application/json'),
      { maxKeys: 2 },
    ),
  });
});

async function keysOf(clinic: TrialClinic): Promise<Record<string, string | undefined>> {
  const { session } = await clinic.signIn('+13125550142');
  return {
    page: clinic.publishableKey,
    secret: clinic.secretKey,
    patient: session.accessToken,
    wrong: 'sk_live_x',
  };
}

test('no input makes an answer of 500, and every error is one of the catalogue', async () => {
  const clinic = await openTrial();
  const keys = await keysOf(clinic);

  await fc.assert(
    fc.asyncProperty(request, async ({ name, body, parameter, query, credential, headers }) => {
      const { method, path }: Route = routes[name];
      const address = path.replace(/:\w+/, encodeURIComponent(parameter.slice(0, 60)));
      const search = new URLSearchParams(query as Record<string, string>).toString();
      const asked = `${method.toUpperCase()} /v1/${address}${search === '' ? '' : `?${search}`}`;
      const answer = await clinic.call(asked, {
        key: keys[credential],
        headers: headers as Record<string, string>,
        ...(body === undefined ? {} : { body: JSON.stringify(body) ?? '' }),
      });

      assert.ok(answer.status < 500, `${asked} ${JSON.stringify(body)} ${clinic.logged.at(-2)}`);
      if (answer.status < 400) return;
      const problem = answer.body as Problem;
      assert.ok(Object.hasOwn(errors, problem.code));
      assert.equal(problem.requestId, answer.headers.get('request-id'));
    }),
    { numRuns: 600 },
  );
});
