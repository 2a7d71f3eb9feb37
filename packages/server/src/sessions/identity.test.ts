import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionAnswer } from '@afterglow/contract';
import { importPKCS8, SignJWT, type JWTHeaderParameters } from 'jose';
import { newIdentityKey } from '../keys.js';
import { codeOf, openTrial, trialStart, type TrialClinic } from '../trial/trial-clinic.js';

const phone = '+13125550142';

/** Gives a clinic a key for identity tokens; answers its private half. */
async function addKey({ ports, id }: TrialClinic): Promise<string> {
  const { row, text } = await newIdentityKey(ports, id);
  await ports.store.transaction((tx) => tx.insert('keys', [row]));
  return text;
}

/** A clinic with a key, and a member whom its site knows as user-7. */
async function openSite() {
  const clinic = await openTrial();
  const pem = await addKey(clinic);
  const { summary } = await clinic.signIn(phone);
  const memberId = summary.member.id;
  await clinic.call(`PATCH /v1/members/${memberId}`, {
    key: clinic.secretKey,
    body: { addAliases: [{ source: 'site', externalId: 'user-7' }] },
  });
  return { clinic, pem, memberId };
}

const seconds = trialStart / 1000;

/** What a good token says, and what is different about this one; undefined takes a claim away. */
async function sign(
  clinic: TrialClinic,
  pem: string,
  claims: Readonly<Record<string, unknown>> = {},
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const usual = {
    aud: clinic.publishableKey,
    sub: 'user-7',
    source: 'site',
    iat: seconds,
    exp: seconds + 60,
    jti: crypto.randomUUID(),
  };
  const said = JSON.parse(JSON.stringify({ ...usual, ...claims })) as Record<string, unknown>;
  return new SignJWT(said)
    .setProtectedHeader({ alg: 'ES256', ...header })
    .sign(await importPKCS8(pem, 'ES256'));
}

const exchange = (clinic: TrialClinic, token: string) =>
  clinic.call('POST /v1/sessions', {
    key: clinic.publishableKey,
    body: { grant: { kind: 'identity', token } },
  });

test('a token of the clinic’s own login signs in by the id of its system, and by ours', async () => {
  const { clinic, pem, memberId } = await openSite();

  const [bySite, byOurs] = [
    await exchange(clinic, await sign(clinic, pem)),
    await exchange(clinic, await sign(clinic, pem, { sub: memberId, source: undefined })),
  ];

  for (const answer of [bySite, byOurs]) {
    const { joined, summary } = answer.body as SessionAnswer;
    assert.equal(answer.status, 200, codeOf(answer));
    assert.equal(joined, false);
    assert.equal(summary.member.id, memberId);
  }
});

test('a token works once, also when it is sent twice at the same moment', async () => {
  const { clinic, pem } = await openSite();
  const token = await sign(clinic, pem);

  const answers = await Promise.all([exchange(clinic, token), exchange(clinic, token)]);
  const later = await exchange(clinic, token);

  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401]);
  assert.equal(codeOf(later), 'identity_invalid');
});

test('who has not joined, and whom nobody knows, joins with a code', async () => {
  const { clinic, pem } = await openSite();
  const sent = await clinic.call('POST /v1/members', {
    key: clinic.secretKey,
    body: { aliases: [{ source: 'site', externalId: 'user-8' }], firstName: 'Bea' },
  });
  assert.ok(sent.status < 300, codeOf(sent));
  const token = await sign(clinic, pem, { sub: 'user-8' });

  const known = await exchange(clinic, token);
  const stranger = await exchange(clinic, await sign(clinic, pem, { sub: 'user-9' }));

  assert.deepEqual([known, stranger].map(codeOf), ['join_required', 'join_required']);
});

test('a merged record leads to the person, and somebody who was erased is nobody', async () => {
  const { clinic, pem, memberId } = await openSite();
  const other = await clinic.signIn('+13125550143');
  await clinic.call(`POST /v1/members/${other.summary.member.id}/merge`, {
    key: clinic.secretKey,
    body: { from: memberId, reason: 'duplicate' },
    headers: { 'idempotency-key': 'merge-1' },
  });

  const merged = await exchange(clinic, await sign(clinic, pem));
  await clinic.call(`DELETE /v1/members/${other.summary.member.id}`, { key: clinic.secretKey });
  const erased = await exchange(clinic, await sign(clinic, pem));

  assert.equal((merged.body as SessionAnswer).summary.member.id, other.summary.member.id);
  assert.equal(codeOf(erased), 'join_required');
});

const wrongClaims: Readonly<Record<string, readonly [Readonly<Record<string, unknown>>, RegExp]>> =
  {
    'for another clinic': [{ aud: 'pk_test_00000000000000000000000000000000' }, /aud/],
    'for nobody in particular': [{ aud: undefined }, /aud/],
    'that has ended': [{ iat: seconds - 200, exp: seconds - 120 }, /too old/],
    'that says it is good for a year': [
      { iat: seconds - 700, exp: seconds + 31_536_000 },
      /too old/,
    ],
    'from tomorrow': [{ iat: seconds + 86_400, exp: seconds + 86_460 }, /iat/],
    'without a time': [{ iat: undefined }, /iat/],
    'without a number of its own': [{ jti: undefined }, /jti/],
    'about nobody': [{ sub: undefined }, /sub/],
    'with an id of no system': [{ source: undefined }, /source/],
  };

for (const [name, [claims, says]] of Object.entries(wrongClaims))
  test(`a token ${name} is refused with what is wrong`, async () => {
    const { clinic, pem } = await openSite();

    const answer = await exchange(clinic, await sign(clinic, pem, claims));

    assert.equal(codeOf(answer), 'identity_invalid');
    assert.match((answer.body as { detail: string }).detail, says);
  });

test('a token that is not signed, or by a key that it brings along, is refused', async () => {
  const { clinic, pem } = await openSite();
  const good = await sign(clinic, pem);
  const [, payload = '', signature = ''] = good.split('.');
  const header = (of: object) => btoa(JSON.stringify(of)).replaceAll('=', '');
  const rows = await clinic.ports.store.reader.range('keys', {
    index: 'byClinic',
    where: { clinicId: clinic.id },
  });
  const shown = rows.find(({ kind }) => kind === 'identity')?.shown ?? '';
  const hmacKey = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(shown),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signing = `${header({ alg: 'HS256' })}.${payload}`;
  const mac = await crypto.subtle.sign('HMAC', hmacKey, new TextEncoder().encode(signing));
  const hs = btoa(String.fromCharCode(...new Uint8Array(mac)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const stranger = await openTrial();
  const strangersPem = await addKey(stranger);

  const tokens = {
    unsigned: `${header({ alg: 'none' })}.${payload}.`,
    'without its signature': `${header({ alg: 'ES256' })}.${payload}.`,
    'signed with our public key as a secret': `${signing}.${hs}`,
    'by the key of another clinic': await sign(clinic, strangersPem),
    'by a key from the internet': await sign(
      clinic,
      strangersPem,
      {},
      { jku: 'https://attacker.example/keys' },
    ),
    'with another payload': `${header({ alg: 'ES256' })}.${btoa('{"sub":"mem_x"}').replaceAll('=', '')}.${signature}`,
    'no token at all': 'x.y.z',
  };

  for (const [name, token] of Object.entries(tokens))
    assert.equal(codeOf(await exchange(clinic, token)), 'identity_invalid', name);
});

test('two keys are good while one takes the place of the other; one that is withdrawn is not', async () => {
  const { clinic, pem } = await openSite();
  const next = await addKey(clinic);

  const both = [
    await exchange(clinic, await sign(clinic, pem)),
    await exchange(clinic, await sign(clinic, next)),
  ];
  const { ports, id: clinicId } = clinic;
  const rows = await ports.store.reader.range('keys', { index: 'byClinic', where: { clinicId } });
  const [first] = rows.filter(({ kind }) => kind === 'identity');
  await ports.store.transaction((tx) =>
    tx.update('keys', { hash: first?.hash ?? '' }, { revokedAt: ports.clock.now() }),
  );
  const after = [
    await exchange(clinic, await sign(clinic, pem)),
    await exchange(clinic, await sign(clinic, next)),
  ];

  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  assert.deepEqual(after.map(({ status }) => status).sort(), [200, 401]);
});

test('nothing of a token is logged', async () => {
  const { clinic, pem } = await openSite();
  const token = await sign(clinic, pem, { aud: 'pk_live_other' });

  await exchange(clinic, token);

  assert.ok(clinic.logged.every((line) => !line.includes(token.slice(-20))));
  assert.ok(clinic.logged.every((line) => !line.includes('user-7')));
});
