import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Checkout, Problem, Program, SimulationAnswer } from '@afterglow/contract';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const simulate = (clinic: TrialClinic, body: object, key = clinic.secretKey) =>
  clinic.call('POST /v1/simulations', { key, body });

const answerOf = async (clinic: TrialClinic, body: object) => {
  const answer = await simulate(clinic, body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as SimulationAnswer;
};

/** The same program with other points for each dollar. */
const rated = (program: Program, points: number): Program => ({
  ...program,
  earning: [{ id: 'all', match: {}, rate: { points, perMinorUnits: 100 } }],
});

describe('POST /v1/simulations', () => {
  it("judges the clinic's own history by a draft and by the program of now", async () => {
    const clinic = await openTrial();
    const events = [
      receipt('R-1', { at: '2026-08-01T12:00:00Z', amount: 10_000 }),
      receipt('R-2', { at: '2026-09-01T12:00:00Z', amount: 20_000, client: 'C-2' }),
    ];
    await clinic.call('POST /v1/events', { key: clinic.secretKey, body: { events } });

    const draft = rated(clinic.program, 1);
    const answer = await answerOf(clinic, { program: draft, against: 'current' });

    const { history, program, against, compared } = answer;
    assert.deepEqual([history.from, history.to], ['2026-08-01', '2026-11-22']);
    assert.deepEqual([history.members, history.visits, history.records], [2, 2, 2]);
    assert.equal(program.points.issued, 300);
    // 50 points for 100 dollars are what the program of now gives.
    assert.equal(against?.points.issued, 150);
    assert.deepEqual(compared, { better: 2, same: 0, worse: 0 });
    const members = program.gains.map(({ member }) => member);
    assert.ok(members.every((member) => /^mem_[0-9a-z]{26}$/.test(member)));
  });

  it('counts an offer that a bill of the past did use as used by that bill', async () => {
    const clinic = await openTrial();
    const { id: memberId } = (await clinic.signIn('+13125550142')).summary.member;
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    const send = (externalId: string, more: object) =>
      clinic.call('POST /v1/events', {
        key: clinic.secretKey,
        body: { ...receipt(externalId), occurredAt: undefined, member: { memberId }, ...more },
      });
    for (const nth of [1, 2, 3]) {
      clinic.wait(86_400_000);
      if (nth < 3) await send(`R-${nth}`, {});
    }
    const product = { lineId: '1', kind: 'product', listPrice: usd(5_000) };
    const bill = (
      await clinic.call('POST /v1/checkouts', {
        key: clinic.secretKey,
        body: { member: { memberId }, lines: [product] },
      })
    ).body as Checkout;
    clinic.wait(60_000);
    const [{ discount, price }] = bill.lines as [Checkout['lines'][number]];
    const lines = [{ ...product, discount, price }];
    await send('R-3', { data: { checkoutId: bill.id, lines } });

    const { program } = await answerOf(clinic, { program: clinic.program });

    assert.deepEqual([bill.offer?.worth.amount, price.amount], [1_500, 3_500]);
    assert.deepEqual(program.offers, [{ source: 'milestone', count: 1, used: 1 }]);
    assert.equal(program.given.offers.amount, 1_500);
  });

  it('stores nothing and posts nothing', async () => {
    const clinic = await openTrial();
    const rows = async () => {
      const { reader } = clinic.ports.store;
      const [clinics, members, history, entries] = await Promise.all([
        reader.range('clinics', { index: 'key', where: {} }),
        reader.range('members', { index: 'key', where: {} }),
        reader.range('history', { index: 'key', where: {} }),
        reader.range('entries', { index: 'key', where: {} }),
      ]);
      return [clinics, members, history, entries].map(({ length }) => length);
    };
    const before = await rows();

    await answerOf(clinic, {
      program: clinic.program,
      history: { events: [receipt('R-1')] },
    });

    assert.deepEqual(await rows(), before);
  });

  it('answers numbers for people who came with the request, and nothing else of them', async () => {
    const clinic = await openTrial();
    const person = { externalId: 'C-SECRET', phone: '+13125550142', firstName: 'Zenobia' };
    const events = [
      receipt('R-2', { at: '2026-03-01T12:00:00Z', client: 'C-2' }),
      receipt('R-1', { at: '2026-02-01T12:00:00Z', more: { member: person } }),
    ];

    const answer = await answerOf(clinic, { program: clinic.program, history: { events } });

    assert.deepEqual(answer.program.gains.map(({ member }) => member).sort(), ['1', '2']);
    assert.doesNotMatch(JSON.stringify(answer), /SECRET|Zenobia|5550142|mem_/);
    assert.deepEqual([answer.history.from, answer.history.to], ['2026-02-01', '2026-03-01']);
  });

  it('names events that could not be taken, and judges the others', async () => {
    const clinic = await openTrial();
    const events = [
      receipt('R-1'),
      receipt('R-2', { at: '2027-01-01T00:00:00Z' }),
      { ...receipt('R-3'), occurredAt: undefined },
    ];

    const { history } = await answerOf(clinic, { program: clinic.program, history: { events } });

    assert.equal(history.records, 1);
    assert.deepEqual(history.rejected, [
      { externalId: 'R-2', code: 'event_in_future', param: 'occurredAt' },
      { externalId: 'R-3', code: 'missing_field', param: 'occurredAt' },
    ]);
  });

  it('judges an empty history', async () => {
    const clinic = await openTrial();

    const answer = await answerOf(clinic, { program: clinic.program });

    assert.deepEqual([answer.history.from, answer.history.members], [null, 0]);
    assert.deepEqual(answer.program.rates.overall, {
      basisPoints: null,
      verdict: null,
      members: 0,
    });
    assert.deepEqual(answer.program.gains, []);
  });

  it('takes another redemption than 70 of 100 points', async () => {
    const clinic = await openTrial();
    const history = { events: [receipt('R-1', { amount: 100_000 })] };
    const program = rated(clinic.program, 1);
    const redeemed = async (body: object) =>
      (await answerOf(clinic, { program, history, ...body })).program.points.redeemed;

    assert.equal(await redeemed({}), 700);
    assert.equal(await redeemed({ redemptionPercent: 33 }), 330);
  });

  it('refuses a wrong program with the place of its fault in the request', async () => {
    const clinic = await openTrial();
    const { program } = clinic;
    const [level] = program.tiers.levels;
    const twice = { ...program, tiers: { ...program.tiers, levels: [level, level] } };
    const euro = { ...program.clinic, currency: 'EUR' };
    const cases: [body: object, code: string, param: string][] = [
      [{ program: twice }, 'program_invalid', 'program.tiers.levels[1].id'],
      [{ program, against: twice }, 'program_invalid', 'against.tiers.levels[1].id'],
      [{ program: { ...program, clinic: euro } }, 'program_invalid', 'program.points.value.amount'],
      [
        { program: { ...program, clinic: { ...program.clinic, timeZone: 'Asia/Tokyo' } } },
        'program_invalid',
        'program.clinic.timeZone',
      ],
      [{ program, redemptionPercent: 101 }, 'invalid_field', 'redemptionPercent'],
      [{ program, history: { events: [] } }, 'invalid_field', 'history.events'],
      [{ against: 'current' }, 'missing_field', 'program'],
      [{ program, color: 1 }, 'unknown_field', 'color'],
    ];

    for (const [body, code, param] of cases) {
      const answer = await simulate(clinic, body);
      assert.deepEqual([codeOf(answer), (answer.body as Problem).param], [code, param]);
    }
  });

  it('takes 5,000 events and no more', async () => {
    const clinic = await openTrial();
    const { program } = clinic;
    const events = Array.from({ length: 5001 }, (_, index) =>
      receipt(`R-${index}`, { client: `C-${index % 400}`, at: '2026-05-01T12:00:00Z' }),
    );

    const most = await answerOf(clinic, { program, history: { events: events.slice(1) } });
    const tooMany = await simulate(clinic, { program, history: { events } });

    assert.equal(most.history.records, 5000);
    assert.equal(tooMany.status, 413);
    assert.equal(codeOf(tooMany), 'too_many_events');
    assert.deepEqual((tooMany.body as Problem).details, { limit: 5000 });
  });

  it('answers others while it judges a long history', async () => {
    const clinic = await openTrial();
    const events = Array.from({ length: 2000 }, (_, index) =>
      receipt(`R-${index}`, { client: `C-${index % 400}`, at: '2026-05-01T12:00:00Z' }),
    );
    let isJudging = true;
    let answered = 0;

    const judging = simulate(clinic, { program: clinic.program, history: { events } }).finally(
      () => (isJudging = false),
    );
    while (isJudging) {
      await clinic.call(`GET /v1/program?key=${clinic.publishableKey}`);
      await new Promise((resolve) => setTimeout(resolve));
      if (isJudging) answered += 1;
    }

    assert.equal((await judging).status, 200);
    assert.ok(answered > 5, `${answered} were answered meanwhile`);
  });

  it('is for the clinic alone', async () => {
    const clinic = await openTrial();
    const { session } = await clinic.signIn('+13125550142');
    const body = { program: clinic.program };

    for (const key of [clinic.publishableKey, session.accessToken]) {
      const answer = await simulate(clinic, body, key);
      assert.equal(codeOf(answer), 'credential_not_allowed');
    }
  });

  it("refuses to judge more of the clinic's own history than one request can", async () => {
    const clinic = await openTrial();
    const { reader, transaction } = clinic.ports.store;
    await clinic.call('POST /v1/events', { key: clinic.secretKey, body: receipt('R-0') });
    const [row] = await reader.range('history', { index: 'key', where: { clinicId: clinic.id } });
    assert.ok(row);
    await transaction((tx) =>
      tx.insert(
        'history',
        Array.from({ length: 20_000 }, (_, index) => ({
          ...row,
          externalId: `R-${index + 1}`,
          id: `${row.id.slice(0, -6)}${String(index).padStart(6, '0')}`,
        })),
      ),
    );

    const answer = await simulate(clinic, { program: clinic.program });

    assert.equal(answer.status, 413);
    assert.equal(codeOf(answer), 'simulation_too_large');
    assert.deepEqual((answer.body as Problem).details, { limit: 20_000 });
  });
});
