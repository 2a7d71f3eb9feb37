import * as z from 'zod/mini';
import { described } from './descriptions.js';
import { errors, type ErrorCode } from './errors.js';
import { replayedRoutes } from './replayed.js';
import { routes, type Caller, type Route, type RouteName } from './routes.js';
import { schemas } from './schemas.js';

/** A JSON value of the document. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** What each route is for, in one sentence. The compiler misses one that is missing. */
export const summaries: Readonly<Record<RouteName, string>> = {
  getProgram: 'The program as pages may know it',
  getReferralCode: 'Whether a referral code is good, and what the friend gets',
  keepReferralCode: "Keep a friend's offer for a phone, until somebody joins or comes",
  sendCode: 'Send a sign-in code by SMS',
  createSession: 'Sign in or join',
  refreshSession: 'Refresh a session',
  deleteSession: 'Sign out',
  getMe: 'Everything that elements show of the member',
  updateMe: 'Change what the member says of themselves',
  exportMe: 'Everything that is kept about the member, without a secret',
  deleteMe: 'Ask to be erased in 14 days; signing in takes it back',
  getPreferences: 'What may be told to the member, and how',
  updatePreferences: 'Say yes or no to messages; what is left out stays',
  listMyEntries: 'The ledger of the member, newest first',
  listMyReferrals: 'The friends of the member, newest first',
  listMyRewards: 'What the member can claim, and what is in the way',
  listMyVouchers: 'What the member claimed, newest first',
  createClaim: 'Claim a reward for points',
  deleteClaim: 'Give a voucher back that was not used, for its points',
  createVisitPreview: 'What a visit would earn; nothing is held',
  createCheckout: 'Quote a bill, and hold what is used on it for 30 minutes',
  deleteCheckout: 'Release what a checkout holds',
  redeemVoucher: 'Use a voucher, once',
  sendEvents: 'Send one event, or up to 500 as { "events": [ … ] }; each is answered on its own',
  listMembers: 'Members, newest first, or those with a phone or an external id',
  createMember: 'Add a known member',
  getMember: 'One member',
  updateMember: 'Change a member',
  deleteMember: 'Erase a person; the ledger stays and names nobody',
  mergeMember: 'Make two records of one person one, or preview it',
  unmergeMember: 'Take a merge back',
  adjustMember: 'Correct the points, credit or sessions of a member, with a reason',
  giveTier: 'Give a member a tier through a day, or end one that was given',
  listMemberEntries: 'The ledger of a member, newest first',
  listProgramVersions: 'All versions of the program',
  createProgramVersion: 'Add a version of the program',
  deleteProgramVersion: 'Take a version of the program back before its start',
  createSimulation:
    'What a program would have given for a history, before it starts; nothing is changed',
  listCodes: 'Codes of staff, influencers, partners and the practice',
  createCode: 'Add a code',
  listReviews:
    'Referrals that staff look at, oldest first; those that are held, unless another status is asked for',
  reviewReferral: 'Approve or reject a referral that was held',
  getTestClock: "The sandbox's clock",
  moveTestClock: "Move the sandbox's clock; what falls due until then happens in order",
  listTestMessages: 'Messages that the sandbox would have sent, newest first',
  listTestNotices: 'What members of the sandbox should be told, newest first',
};

/** What can go wrong with any credential of a kind, before the route is looked at. */
const credentialRefusals: Readonly<Record<Caller, readonly ErrorCode[]>> = {
  open: ['credential_missing', 'key_invalid', 'key_revoked', 'credential_not_allowed'],
  page: [
    'credential_missing',
    'key_invalid',
    'key_revoked',
    'credential_not_allowed',
    'origin_not_allowed',
  ],
  patient: [
    'credential_missing',
    'session_expired',
    'session_revoked',
    'credential_not_allowed',
    'origin_not_allowed',
  ],
  secret: [
    'credential_missing',
    'key_invalid',
    'key_revoked',
    'secret_key_in_browser',
    'credential_not_allowed',
  ],
  staff: ['credential_missing'],
};

const bodyRefusals: readonly ErrorCode[] = [
  'malformed_json',
  'missing_field',
  'invalid_field',
  'unknown_field',
  'body_too_large',
  'unsupported_media_type',
];

/** Security schemes by caller; staff sign-in is not there yet. */
const schemeOf: Readonly<Partial<Record<Caller, string>>> = {
  page: 'publishableKey',
  patient: 'sessionToken',
  secret: 'secretKey',
};

/**
 * The OpenAPI 3.1 document of the whole API, made from the route table, the schemas and their
 * descriptions. Whoever adds a route adds it here by that.
 */
export function buildOpenApi(): JsonObject {
  const components = new Map<string, Json>();
  const paths: Record<string, Record<string, Json>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const path = `/v1/${routes[name].path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[routes[name].method] = operation(name, components);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Afterglow',
      version: '1',
      description:
        'Loyalty, referrals and packages of aesthetic clinics. Errors are application/problem+json with a code; every answer carries a Request-Id.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...Object.fromEntries(components), Problem: problemSchema },
      securitySchemes: securitySchemes(),
    },
  };
}

function operation(name: RouteName, components: Map<string, Json>): JsonObject {
  const route: Route = routes[name];
  const shapes = schemas[name] as {
    body?: z.ZodMiniType;
    query?: z.ZodMiniType;
    answer: z.ZodMiniType;
  };
  const status = String(route.status ?? 200);
  const media = name === 'refreshSession' ? 'text/plain' : 'application/json';
  const schemes = route.callers.flatMap((caller) => schemeOf[caller] ?? []);
  return {
    operationId: name,
    summary: summaries[name],
    security: [
      ...(route.callers.includes('open') ? [{}] : []),
      ...schemes.map((scheme) => ({ [scheme]: [] })),
    ],
    parameters: [
      ...pathParameters(route.path),
      ...queryParameters(shapes.query, components),
      ...(replayedRoutes.includes(name) ? [idempotencyKey] : []),
    ],
    ...(shapes.body && {
      requestBody: {
        required: true,
        content: { [media]: { schema: jsonSchema(shapes.body, 'input', components) } },
      },
    }),
    responses: {
      [status]:
        status === '204'
          ? { description: 'Done' }
          : {
              description: 'Done',
              content: {
                'application/json': { schema: jsonSchema(shapes.answer, 'output', components) },
              },
            },
      ...(name === 'getMe' || name === 'getProgram'
        ? { '304': { description: 'The same as the If-None-Match says' } }
        : {}),
      ...errorResponses(refusalsOf(name)),
    },
  };
}

/** Every code that a route can refuse with. */
export function refusalsOf(name: RouteName): readonly ErrorCode[] {
  const route: Route = routes[name];
  return [
    ...new Set<ErrorCode>([
      ...route.callers.flatMap((caller) => credentialRefusals[caller]),
      ...('body' in route ? bodyRefusals : []),
      ...route.refusals,
      'internal',
    ]),
  ];
}

function errorResponses(codes: readonly ErrorCode[]): JsonObject {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = errors[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, those]) => [
        String(status),
        {
          description: those.map((code) => `\`${code}\`: ${errors[code].title}`).join('. '),
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      ]),
  );
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(
  query: z.ZodMiniType | undefined,
  components: Map<string, Json>,
): readonly Json[] {
  if (!query) return [];
  const shape = jsonSchema(query, 'output', components) as { properties?: JsonObject };
  return Object.entries(shape.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
}

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Of your own making. The same key with the same body gets the first answer again, for 7 days.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/**
 * The JSON Schema of a shape. Shapes with a name become components; where what may be sent differs
 * from what is answered (defaults), the one that is sent is called `…Input`.
 */
function jsonSchema(
  schema: z.ZodMiniType,
  io: 'input' | 'output',
  components: Map<string, Json>,
): Json {
  const registry = z.registry<{ id: string; description: string }>();
  for (const [id, { schema: named, text }] of Object.entries(described))
    registry.add(named, { id, description: text });

  const made = z.toJSONSchema(schema, { io, metadata: registry, override: open });
  const { $defs = {}, $schema: _dialect, ...own } = made as unknown as Record<string, JsonObject>;
  const nameOf = (id: string) => (io === 'input' && inputDiffers().has(id) ? `${id}Input` : id);
  for (const [id, shape] of Object.entries($defs))
    components.set(nameOf(id), withFields(id, renamed(shape, nameOf)));

  const root: unknown = own['id'];
  if (typeof root !== 'string') return renamed(own, nameOf);
  components.set(nameOf(root), withFields(root, renamed(own, nameOf)));
  return { $ref: `#/components/schemas/${nameOf(root)}` };
}

/**
 * Takes "no other fields" away from shapes that are not strict: callers' other fields are dropped
 * there, and a newer server may answer more.
 */
const open: NonNullable<z.core.ToJSONSchemaParams['override']> = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  if (def.type === 'object' && !(def as z.core.$ZodObjectDef).catchall)
    delete jsonSchema.additionalProperties;
};

/** The same document part with references into the components, without ids. */
function renamed(value: Json, nameOf: (id: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => renamed(item as Json, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'id' || typeof inner !== 'string')
      .map(([key, inner]) =>
        key === '$ref' && typeof inner === 'string'
          ? [key, `#/components/schemas/${nameOf(inner.replace('#/$defs/', ''))}`]
          : [key, renamed(inner as Json, nameOf)],
      ),
  );
}

/** A component with what is said of its fields. */
function withFields(id: string, shape: Json): Json {
  const { fields } = described[id] ?? {};
  const { properties } = shape as { properties?: Readonly<Record<string, JsonObject>> };
  if (!fields || !properties) return shape;
  return {
    ...(shape as JsonObject),
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, inner]) =>
        fields[name] === undefined
          ? [name, inner]
          : [name, { ...inner, description: fields[name] }],
      ),
    ),
  };
}

let differing: ReadonlySet<string> | undefined;

/** Shapes in which a field may be left out by who sends it and is always there in an answer. */
function inputDiffers(): ReadonlySet<string> {
  const text = (schema: z.ZodMiniType, io: 'input' | 'output') =>
    JSON.stringify(z.toJSONSchema(schema, { io, override: open }));
  return (differing ??= new Set(
    Object.entries(described)
      .filter(([, { schema }]) => text(schema, 'input') !== text(schema, 'output'))
      .map(([id]) => id),
  ));
}

const text = { type: 'string' } as const;
const problemSchema: Json = {
  type: 'object',
  description: 'An error (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail', 'param', 'details', 'requestId'],
  properties: {
    type: { ...text, description: 'A name for the problem that stays the same for ever.' },
    title: text,
    status: { type: 'integer' },
    code: { ...text, enum: Object.keys(errors).filter((code) => isAnswered(code as ErrorCode)) },
    detail: {
      ...text,
      description: 'What happened, with which value, and what to do. For developers.',
    },
    param: { type: ['string', 'null'], description: 'The field at fault, as a path.' },
    details: { type: ['object', 'null'] },
    requestId: text,
  },
};

/** Codes without a status are seen by callers only. */
function isAnswered(code: ErrorCode): boolean {
  return errors[code].status > 0;
}

function securitySchemes(): JsonObject {
  const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description });
  return {
    publishableKey: bearer('A publishable key, pk_test_… or pk_live_…, in pages.'),
    sessionToken: bearer('The access token of a session; one member, 15 minutes.'),
    secretKey: bearer(
      "A secret key, sk_test_… or sk_live_…, in the clinic's backend. Refused when it comes from a browser.",
    ),
  };
}
