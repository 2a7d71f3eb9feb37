import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer, routeOf } from './answers.js';

const asked = new Request('https://afterglow.test/v1/test/clock');
const good = { now: '2026-11-21T15:30:00.000Z', frozen: true, settled: 0 };

const answer = (body: unknown, { status = 200, headers = {} } = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Request-Id': 'req_1', ...headers } });

const problem = { code: 'sandbox_only', detail: 'This works in a sandbox only.' };
const problemJson = { 'Content-Type': 'application/problem+json' };

const broken: { given: Response; fault: RegExp; why: string }[] = [
  { given: answer({ ...good, now: 'noon' }), fault: /at now/, why: 'a value of another kind' },
  { given: answer({ now: good.now }), fault: /at frozen/, why: 'a field that is missing' },
  { given: answer(good, { status: 201 }), fault: /status 200/, why: 'another status' },
  { given: new Response(JSON.stringify(good)), fault: /Request-Id/, why: 'no Request-Id' },
  { given: answer(problem, { status: 403 }), fault: /problem\+json/, why: 'another media type' },
  {
    given: answer(problem, { status: 400, headers: problemJson }),
    fault: /status 403 for sandbox_only/,
    why: 'a status that is not that of the code',
  },
  {
    given: answer({ ...problem, code: 'oops' }, { status: 400, headers: problemJson }),
    fault: /not of the catalogue/,
    why: 'a code that is in no catalogue',
  },
];

test('an answer as agreed passes', async () => {
  await checkAnswer(asked, answer(good));
  await checkAnswer(asked, answer(problem, { status: 403, headers: problemJson }));
});

for (const { given, fault, why } of broken) {
  test(`${why} breaks the contract`, async () => {
    await assert.rejects(checkAnswer(asked, given), (error: Error) => {
      assert.equal(error.name, 'ContractBrokenError');
      assert.match(error.message, fault);
      return true;
    });
  });
}

test('an answer about a person that could be cached breaks the contract', async () => {
  const list = new Request('https://afterglow.test/v1/test/messages');

  await assert.rejects(checkAnswer(list, answer({ data: [], nextCursor: null })), /no-store/);
});

test('an address finds its route by method and shape', () => {
  assert.equal(routeOf('GET', '/v1/members/mem_1'), 'getMember');
  assert.equal(routeOf('PATCH', '/v1/members/mem_1'), 'updateMember');
  assert.equal(routeOf('GET', '/v1/members/mem_1/entries'), 'listMemberEntries');
  assert.equal(routeOf('GET', '/v1/openapi.json'), undefined);
});
