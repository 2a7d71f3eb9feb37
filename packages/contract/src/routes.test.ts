import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errors, isErrorCode } from './errors.js';
import { routes } from './routes.js';
import { schemas } from './schemas.js';

test('each route has one address and a schema for each part that it takes', () => {
  const seen = new Set<string>();
  for (const [name, route] of Object.entries(routes)) {
    const address = `${route.method} ${route.path}`;
    assert.equal(seen.has(address), false, `${address} stands twice`);
    seen.add(address);

    const parts = schemas[name as keyof typeof schemas];
    assert.equal('body' in route, 'body' in parts, `${name}: body`);
    assert.equal('query' in route, 'query' in parts, `${name}: query`);
  }
});

test('only a page, or nobody, can reach a route without being let in by a clinic or a patient', () => {
  const open = Object.entries(routes)
    .filter(([, route]) => (route.callers as readonly string[]).includes('open'))
    .map(([name]) => name);

  assert.deepEqual(open, ['getProgram', 'refreshSession']);
});

test('a code is known by its own name only', () => {
  assert.equal(isErrorCode('event_changed'), true);
  assert.equal(isErrorCode('toString'), false);
});

test('only a caller sees errors without a status, and every title is one sentence', () => {
  for (const [code, { status, title }] of Object.entries(errors)) {
    const callerOnly = ['network', 'timeout', 'aborted', 'answer_invalid'].includes(code);
    assert.equal(status === 0, callerOnly, code);
    assert.match(title, /^[A-Z].*[^.!]$/, code);
  }
});
