import assert from 'node:assert/strict';
import { test } from 'node:test';
import { described } from './descriptions.js';
import { errors, type ErrorCode } from './errors.js';
import { buildOpenApi } from './openapi.js';
import { routes, type RouteName } from './routes.js';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, { readonly properties?: Record<string, object> }>;
    readonly securitySchemes: Record<string, object>;
  };
}

interface Operation {
  readonly operationId: string;
  readonly security: readonly Record<string, unknown>[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly description: string }>;
}

const document = buildOpenApi() as unknown as Document;
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('every route of the table is in the document once', () => {
  const ids = operations.map(({ operationId }) => operationId).sort();

  assert.deepEqual(ids, Object.keys(routes).sort());
  assert.equal(document.openapi, '3.1.1');
});

test('every reference leads to a component', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)];

  assert.ok(references.length > 100);
  for (const [, reference = ''] of references) {
    const name = reference.replace('#/components/schemas/', '');
    assert.ok(Object.hasOwn(document.components.schemas, name), reference);
  }
});

test('every refusal that a route names is under its status', () => {
  for (const operation of operations)
    for (const code of routes[operation.operationId as RouteName]
      .refusals as readonly ErrorCode[]) {
      const response = operation.responses[String(errors[code].status)];
      assert.ok(response?.description.includes(`\`${code}\``), `${operation.operationId} ${code}`);
    }
});

test('security follows the callers of the table', () => {
  const schemes = (name: RouteName) =>
    operations
      .find(({ operationId }) => operationId === name)
      ?.security.flatMap((one) => Object.keys(one));

  assert.deepEqual(schemes('getMe'), ['sessionToken']);
  assert.deepEqual(schemes('sendEvents'), ['secretKey']);
  assert.deepEqual(schemes('sendCode'), ['publishableKey']);
  assert.deepEqual(schemes('refreshSession'), []);
  assert.deepEqual(Object.keys(document.components.securitySchemes).sort(), [
    'publishableKey',
    'secretKey',
    'sessionToken',
  ]);
});

test('paths carry their parameters, lists their query, and the refresh its media type', () => {
  const entries = document.paths['/v1/members/{id}/entries']?.['get'];
  const refresh = document.paths['/v1/sessions/refresh']?.['post'];

  assert.deepEqual(
    entries?.parameters.map((parameter) => [parameter.name, parameter.in]),
    [
      ['id', 'path'],
      ['cursor', 'query'],
      ['limit', 'query'],
    ],
  );
  assert.deepEqual(Object.keys(refresh?.requestBody?.content ?? {}), ['text/plain']);
});

test('what callers may leave out is not needed in what they send, and is there in answers', () => {
  const { schemas } = document.components;

  const needed = (name: string) =>
    (schemas[name] as { required?: readonly string[] } | undefined)?.required ?? [];
  assert.ok(!needed('VisitLineInput').includes('quantity'));
  assert.ok(!needed('ConsentsInput').includes('marketingSms'));
  assert.ok(needed('Entry').includes('balanceAfter'));
});

test('a field that is described is a field of its shape', () => {
  for (const [name, { fields = {} }] of Object.entries(described)) {
    const shape = document.components.schemas[name] ?? document.components.schemas[`${name}Input`];
    assert.ok(shape, `${name} is used by no route`);
    for (const field of Object.keys(fields))
      assert.ok(Object.hasOwn(shape.properties ?? {}, field), `${name}.${field}`);
  }
});

test('building it twice gives the same text', () => {
  assert.equal(JSON.stringify(buildOpenApi()), JSON.stringify(document));
});
