import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { it } from 'node:test';
import type { Problem } from '@afterglow/contract';
import { listen } from './listen.js';

it('answers what is no request, and a handler that fails, with a problem and its id', async (t) => {
  const listener = await listen(() => Promise.reject(new RangeError('canary')), {
    port: 0,
    what: 'a test',
  });
  t.after(() => listener.close());
  const ask = async (host: string) => {
    const asked = request({ port: listener.port, headers: { host } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { answer, body: await text(answer) };
  };

  for (const [host, status, code] of [
    ['a b', 400, 'invalid_field'],
    ['localhost', 500, 'internal'],
  ] as const) {
    const { answer, body } = await ask(host);
    const problem = JSON.parse(body) as Problem;
    assert.deepEqual([answer.statusCode, problem.code], [status, code]);
    assert.equal(answer.headers['request-id'], problem.requestId);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.doesNotMatch(body, /canary/);
  }
});
