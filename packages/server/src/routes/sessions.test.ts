import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAnswer, Page, Problem, SessionAnswer, TestMessage } from '@afterglow/contract';
import { makePageKey } from '../trial/page-key.js';
import { codeOf, openTrial, receipt, trialStart, type TrialClinic } from '../trial/trial-clinic.js';

const minute = 60_000;
const joining = { firstName: 'Ana', consents: { terms: true } };

async function askCode(clinic: TrialClinic, phone: string): Promise<CodeAnswer> {
  const answer = await clinic.call('POST /v1/sessions/codes', {
    key: clinic.publishableKey,
    body: { phone },
  });
  assert.equal(answer.status, 200, codeOf(answer));
  return answer.body as CodeAnswer;
}

async function sentCode(clinic: TrialClinic): Promise<string> {
  const rows = await clinic.ports.store.reader.range('outbox', {
    index: 'byTime',
    where: { clinicId: clinic.id },
    descending: true,
    limit: 1,
  });
  return /#(\d{6})$/.exec(rows[0]?.text ?? '')?.[1] ?? '';
}

const exchange = (clinic: TrialClinic, challengeId: string, code: string, more: object = {}) =>
  clinic.call('POST /v1/sessions', {
    key: clinic.publishableKey,
    body: { grant: { kind: 'code', challengeId, code }, ...more },
  });

test('a test number signs in with 424242, joins, and gets the summary with the session', async () => {
  const clinic = await openTrial();

  const { challengeId, hint } = await askCode(clinic, '+13125550142');
  const answer = await exchange(clinic, challengeId, '424242', { joining });

  assert.equal(hint, '··42');
  assert.equal(answer.status, 200);
  const { joined, summary, session } = answer.body as SessionAnswer;
  assert.equal(joined, true);
  assert.equal(summary.member.firstName, 'Ana');
  assert.equal(summary.points.balance, 50);
  assert.match(summary.referral?.link ?? '', /\?glow=[0-9A-HJKMNP-TV-Z]{8}$/);
  assert.equal(session.refresh, null);
});

test('other numbers of a sandbox get their code in the test messages, bound to the host', async () => {
  const clinic = await openTrial();
  await clinic.call('POST /v1/sessions/codes', {
    key: clinic.publishableKey,
    body: { phone: '+13122223344', locale: 'es-MX' },
    headers: { origin: 'http://localhost:4601' },
  });

  const messages = await clinic.call('GET /v1/test/messages', { key: clinic.secretKey });

  const [message] = (messages.body as Page<TestMessage>).data;
  assert.equal(message?.to, '+13122223344');
  assert.match(message.text, /^\d{6} es tu código para Lumen Aesthetics[^]*\n@localhost #\d{6}$/);
});

test('a code is kept as a salted hash only', async () => {
  const clinic = await openTrial();
  await askCode(clinic, '+13125550142');

  const [row] = await clinic.ports.store.reader.range('challenges', {
    index: 'key',
    where: { clinicId: clinic.id },
  });

  assert.ok(!JSON.stringify({ ...row, id: '', phone: '' }).includes('424242'));
});

test('nobody with the phone: joining is asked for and the code stays good', async () => {
  const clinic = await openTrial();
  const { challengeId } = await askCode(clinic, '+13125550142');

  assert.equal(codeOf(await exchange(clinic, challengeId, '424242')), 'join_required');
  const noTerms = { joining: { consents: { terms: false } } };
  assert.equal(codeOf(await exchange(clinic, challengeId, '424242', noTerms)), 'consent_required');
  const strange = { joining: { ...joining, code: '00000000' } };
  assert.equal(
    codeOf(await exchange(clinic, challengeId, '424242', strange)),
    'referral_code_unknown',
  );
  assert.equal((await exchange(clinic, challengeId, '424242', { joining })).status, 200);
  assert.equal(codeOf(await exchange(clinic, challengeId, '424242', { joining })), 'code_expired');
});

test('a known member with the phone becomes enrolled and keeps what was earned', async () => {
  const clinic = await openTrial();
  const event = { ...receipt('R-1'), member: { externalId: 'C-1', phone: '+13125550142' } };
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });

  const { summary, joined } = await clinic.signIn('+13125550142');

  assert.equal(joined, true);
  assert.equal(summary.points.balance, 250);
  assert.equal(summary.member.since, '2026-11-21');
});

test('the consents are kept with their words, the version of them and the time', async () => {
  const clinic = await openTrial();
  const { summary } = await clinic.signIn('+13125550142', {
    consents: { terms: true, marketingSms: true, words: 'Text me news and offers.' },
  });

  const row = await clinic.ports.store.reader.get('members', {
    clinicId: clinic.id,
    id: summary.member.id,
  });

  assert.deepEqual(JSON.parse(row?.consentsJson ?? ''), {
    terms: true,
    marketingSms: true,
    marketingEmail: false,
    shareFirstName: false,
    words: 'Text me news and offers.',
    textVersion: 2,
    at: trialStart,
    phone: '+13125550142',
    origin: null,
    address: null,
  });
});

test('of several records with the phone the first name decides, else the clinic', async () => {
  const clinic = await openTrial();
  const phone = '+13125550142';
  for (const [externalId, firstName] of [
    ['C-1', 'Ana'],
    ['C-2', 'Bea'],
  ])
    await clinic.call('POST /v1/events', {
      key: clinic.secretKey,
      body: { ...receipt(`R-${String(externalId)}`), member: { externalId, phone, firstName } },
    });
  const { challengeId } = await askCode(clinic, phone);

  const unclear = await exchange(clinic, challengeId, '424242', {
    joining: { ...joining, firstName: 'Cleo' },
  });
  const clear = await exchange(clinic, challengeId, '424242', {
    joining: { ...joining, firstName: ' bea' },
  });

  assert.equal(codeOf(unclear), 'member_ambiguous');
  assert.equal((clear.body as SessionAnswer).summary.member.firstName, ' bea');
});

test('two who join with one phone at once are one member', async () => {
  const clinic = await openTrial();
  const [one, two] = [await askCode(clinic, '+13125550142'), await askCode(clinic, '+13125550142')];

  const answers = await Promise.all(
    [one, two].map(({ challengeId }) => exchange(clinic, challengeId, '424242', { joining })),
  );

  const ids = answers.map(({ body }) => (body as SessionAnswer).summary.member.id);
  assert.equal(new Set(ids).size, 1);
});

test('five wrong codes lock the phone for half an hour, whatever new codes are asked for', async () => {
  const clinic = await openTrial({ sandbox: false });
  const phone = '+13122223344';
  const first = await askCode(clinic, phone);
  const good = await sentCode(clinic);
  const wrong = good === '000000' ? '000001' : '000000';

  const codes = [];
  for (let i = 0; i < 3; i++) codes.push(codeOf(await exchange(clinic, first.challengeId, wrong)));
  clinic.wait(minute);
  const second = await askCode(clinic, phone);
  const fresh = await sentCode(clinic);
  const other = fresh === '000000' ? '000001' : '000000';
  for (let i = 0; i < 2; i++) codes.push(codeOf(await exchange(clinic, second.challengeId, other)));
  const locked = await exchange(clinic, second.challengeId, fresh, { joining });

  assert.deepEqual(codes, Array(5).fill('code_invalid'));
  assert.equal(locked.status, 429);
  assert.equal(codeOf(locked), 'code_attempts_exceeded');
  assert.ok(Number(locked.headers.get('retry-after')) > 1500);
  clinic.wait(31 * minute);
  const later = await askCode(clinic, phone);
  const answer = await exchange(clinic, later.challengeId, await sentCode(clinic), { joining });
  assert.equal(answer.status, 200);
});

test('a code ends after ten minutes', async () => {
  const clinic = await openTrial();
  const { challengeId, expiresAt } = await askCode(clinic, '+13125550142');

  clinic.wait(10 * minute);

  assert.equal(expiresAt, new Date(trialStart + 10 * minute).toISOString());
  assert.equal(codeOf(await exchange(clinic, challengeId, '424242', { joining })), 'code_expired');
});

test('a live clinic sends three codes in ten minutes and six a day to one phone', async () => {
  const clinic = await openTrial({ sandbox: false });
  const ask = () =>
    clinic.call('POST /v1/sessions/codes', {
      key: clinic.publishableKey,
      body: { phone: '+13122223344' },
    });

  for (let i = 0; i < 3; i++) {
    assert.equal((await ask()).status, 200);
    clinic.wait(30_000);
  }
  const refused = await ask();
  assert.equal(codeOf(refused), 'rate_limited');
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  assert.match(refused.headers.get('ratelimit-policy') ?? '', /q=3;w=600/);
  clinic.wait(11 * minute);
  for (let i = 0; i < 3; i++) {
    await ask();
    clinic.wait(30_000);
  }
  clinic.wait(11 * minute);
  assert.equal(codeOf(await ask()), 'rate_limited');
});

test('another code is refused before the time that the first answer names, and sent at it', async () => {
  const clinic = await openTrial({ sandbox: false });
  const ask = () =>
    clinic.call('POST /v1/sessions/codes', {
      key: clinic.publishableKey,
      body: { phone: '+13122223344' },
    });
  const { resendAt } = (await ask()).body as CodeAnswer;
  const waitMs = Date.parse(resendAt) - trialStart;

  clinic.wait(waitMs - 1000);
  const early = await ask();
  clinic.wait(1000);

  assert.deepEqual([codeOf(early), early.headers.get('retry-after')], ['rate_limited', '1']);
  assert.match((early.body as Problem).detail, /at most 1 in 30 seconds/);
  assert.equal((await ask()).status, 200);
});

test('who asks for one phone again and again does not close the numbers beside it', async () => {
  const clinic = await openTrial({ sandbox: false });
  const ask = async (phone: string) =>
    codeOf(
      await clinic.call('POST /v1/sessions/codes', { key: clinic.publishableKey, body: { phone } }),
    );

  for (let i = 0; i < 40; i++) await ask('+13122223344');

  assert.equal(await ask('+13122223345'), '');
});

test('the wait of a locked phone counts from its latest wrong codes, not from one of the morning', async () => {
  const clinic = await openTrial();
  const phone = '+13125550142';
  await exchange(clinic, (await askCode(clinic, phone)).challengeId, '000000');
  clinic.wait(10 * 60 * minute);
  const { challengeId } = await askCode(clinic, phone);

  for (let i = 0; i < 5; i++) await exchange(clinic, challengeId, '000000');
  const locked = await exchange(clinic, challengeId, '424242', { joining });

  assert.equal(codeOf(locked), 'code_attempts_exceeded');
  assert.equal(locked.headers.get('retry-after'), '1800');
});

test('a live clinic sends to its own country and North America only', async () => {
  const clinic = await openTrial({ sandbox: false });
  const ask = async (phone: string) =>
    codeOf(
      await clinic.call('POST /v1/sessions/codes', { key: clinic.publishableKey, body: { phone } }),
    );

  assert.equal(await ask('+37255551234'), 'phone_invalid');
  assert.equal(await ask('12'), 'phone_invalid');
  assert.equal(await ask('+1 416 555 2368'), '');
});

test('a live clinic accepts no test code', async () => {
  const clinic = await openTrial({ sandbox: false });
  const { challengeId } = await askCode(clinic, '+13125550142');
  const sent = await sentCode(clinic);

  const answer = await exchange(clinic, challengeId, '424242', { joining });

  assert.equal(sent === '424242' ? 'code_invalid' : codeOf(answer), 'code_invalid');
});

test('the answer to asking for a code is the same for who is a member and who is not', async () => {
  const clinic = await openTrial();
  await clinic.signIn('+13125550142');

  const [member, stranger] = [
    await askCode(clinic, '+13125550142'),
    await askCode(clinic, '+13125550143'),
  ];

  const blind = ({ expiresAt, resendAt, ...rest }: CodeAnswer) => ({
    expiresAt,
    resendAt,
    fields: Object.keys(rest),
  });
  assert.deepEqual(blind(member), blind(stranger));
});

test('an identity token is refused with what to do instead where there is no key', async () => {
  const clinic = await openTrial();

  const answer = await clinic.call('POST /v1/sessions', {
    key: clinic.publishableKey,
    body: { grant: { kind: 'identity', token: 'x.y.z' } },
  });

  assert.equal(codeOf(answer), 'credential_not_allowed');
});

test('a friend who joins with a code is seen by its owner at once', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550142');

  await clinic.signIn('+13125550143', {
    firstName: 'Bea',
    consents: { terms: true, shareFirstName: true },
    code: owner.summary.referral?.code,
  });

  const me = await clinic.call('GET /v1/me/referrals', { key: owner.session.accessToken });
  const [friend] = (
    me.body as SessionAnswer['summary'] & { data: SessionAnswer['summary']['referrals'] }
  ).data;
  assert.deepEqual([friend?.status, friend?.firstName], ['joined', 'Bea']);
});

async function withRefresh(remember: string) {
  const clinic = await openTrial();
  const page = await makePageKey();
  const { challengeId } = await askCode(clinic, '+13125550142');
  const answer = await exchange(clinic, challengeId, '424242', {
    joining,
    remember,
    publicKey: page.publicKey,
  });
  const { session } = answer.body as SessionAnswer;
  const now = () => new Date(clinic.ports.clock.now()).toISOString();
  const signed = (at = now(), nonce?: string) =>
    page.refresh({
      key: clinic.publishableKey,
      token: session.refresh?.token ?? '',
      at,
      ...(nonce === undefined ? {} : { nonce }),
    });
  const refresh = (body: object) =>
    clinic.call('POST /v1/sessions/refresh', {
      body: JSON.stringify(body),
      headers: { 'content-type': 'text/plain' },
    });
  return { clinic, page, session, now, signed, refresh };
}

test('a refresh needs no preflight and answers session and summary; the token does not rotate', async () => {
  const { clinic, session, signed, refresh } = await withRefresh('device');

  clinic.wait(89 * 86_400_000);
  const answer = await refresh(await signed());

  assert.equal(answer.status, 200, codeOf(answer));
  const again = answer.body as SessionAnswer;
  assert.equal(again.joined, false);
  assert.equal(again.session.refresh?.token, session.refresh?.token);
  assert.notEqual(again.session.accessToken, session.accessToken);
  const me = await clinic.call('GET /v1/me', { key: again.session.accessToken });
  assert.equal(me.status, 200);
  clinic.wait(89 * 86_400_000);
  assert.equal((await refresh(await signed())).status, 200);
});

test('a visit is remembered for twelve hours after its last use', async () => {
  const { clinic, signed, refresh } = await withRefresh('visit');

  clinic.wait(11 * 60 * minute);
  assert.equal((await refresh(await signed())).status, 200);
  clinic.wait(12 * 60 * minute);
  assert.equal(codeOf(await refresh(await signed())), 'session_expired');
});

test('who is not to be remembered gets no refresh token', async () => {
  const { session } = await withRefresh('never');

  assert.equal(session.refresh, null);
});

test('two tabs that refresh at once both stay signed in', async () => {
  const { clinic, signed, refresh } = await withRefresh('visit');

  const tabs = await Promise.all([refresh(await signed()), refresh(await signed())]);

  for (const { body } of tabs) {
    const key = (body as SessionAnswer).session.accessToken;
    assert.equal((await clinic.call('GET /v1/me', { key })).status, 200);
  }
});

test('a signature works once, by its key, for its text, at its time', async () => {
  const { clinic, now, signed, refresh, page, session } = await withRefresh('visit');
  const used = await signed();
  await refresh(used);
  const stranger = await makePageKey();
  const forged = await stranger.refresh({
    key: clinic.publishableKey,
    token: session.refresh?.token ?? '',
    at: now(),
  });
  const other = await page.refresh({ key: clinic.publishableKey, token: 'agr_none', at: now() });
  const at = (ms: number) => new Date(clinic.ports.clock.now() + ms).toISOString();

  assert.equal(codeOf(await refresh(used)), 'nonce_used');
  assert.equal(codeOf(await refresh(forged)), 'signature_invalid');
  assert.equal(codeOf(await refresh(other)), 'session_expired');
  assert.equal(codeOf(await refresh({ ...(await signed()), at: at(-1000) })), 'signature_invalid');
  const skewed = await refresh(await signed(at(61_000)));
  assert.equal(codeOf(skewed), 'clock_skew');
  assert.deepEqual((skewed.body as Problem).details, { serverTime: now() });
  assert.equal((await refresh(await signed(at(60_000)))).status, 200);
});

test('signing out ends both tokens; an access token ends by itself after fifteen minutes', async () => {
  const { clinic, session, signed, refresh } = await withRefresh('visit');
  const key = session.accessToken;

  const second = await clinic.signIn('+13125550142');
  clinic.wait(15 * minute);
  const expired = await clinic.call('GET /v1/me', { key: second.session.accessToken });
  const fresh = (await refresh(await signed())).body as SessionAnswer;
  const out = await clinic.call('DELETE /v1/sessions', { key: fresh.session.accessToken });

  assert.equal(codeOf(expired), 'session_expired');
  assert.equal(out.status, 204);
  assert.equal(codeOf(await clinic.call('GET /v1/me', { key })), 'session_revoked');
  assert.equal(codeOf(await refresh(await signed())), 'session_revoked');
});

test('a public key that is no point of the curve is refused before the code is used', async () => {
  const clinic = await openTrial();
  const { challengeId } = await askCode(clinic, '+13125550142');
  const x = 'A'.repeat(43);

  const refused = await exchange(clinic, challengeId, '424242', {
    joining,
    publicKey: { kty: 'EC', crv: 'P-256', x, y: x },
  });

  assert.deepEqual(
    [codeOf(refused), (refused.body as Problem).param],
    ['invalid_field', 'publicKey'],
  );
  assert.equal((await exchange(clinic, challengeId, '424242', { joining })).status, 200);
});
