import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createTestServer, type TestServer } from '@afterglow/testing';
import { php } from './programs.js';

const tokens = fileURLToPath(new URL('../afterglow/includes/token.php', import.meta.url));

interface Signing {
  readonly key: string;
  readonly publishableKey: string;
  readonly member: string | { readonly source: string; readonly externalId: string };
  /** Seconds since 1970. */
  readonly now: number;
  /** How many tokens; one when left out. */
  readonly count?: number;
}

const script = `
  require $argv[1];
  $in = json_decode(stream_get_contents(STDIN), true);
  try {
    for ($n = 0; $n < $in['count']; $n++) {
      echo afterglow_sign_identity($in['key'], $in['publishableKey'], $in['member'], $in['now']), "\\n";
    }
  } catch (InvalidArgumentException $error) {
    echo $error->getMessage();
  }
`;

/** What the plugin's own code signs, line by line. */
function signed(program: string, { count = 1, ...signing }: Signing): readonly string[] {
  const args = ['-d', 'display_errors=stdout', '-r', script, '--', tokens];
  const input = JSON.stringify({ ...signing, count });
  return execFileSync(program, args, { input, encoding: 'utf8' }).trim().split('\n');
}

/** A server, somebody whom the site knows as user 7, and what signs for them. */
async function openSite() {
  const server = await createTestServer();
  const ana = await server.people.ana();
  await server.backend.members.update(ana.memberId, {
    addAliases: [{ source: 'wordpress', externalId: '7' }],
  });
  const signing: Signing = {
    key: server.keys.identity,
    publishableKey: server.keys.publishable,
    member: { source: 'wordpress', externalId: '7' },
    now: Math.floor(server.clock.now() / 1000),
  };
  return { server, ana, signing };
}

async function exchange({ fetch, base, keys }: TestServer, token = '') {
  const answer = await fetch(`${base}/v1/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${keys.publishable}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ grant: { kind: 'identity', token } }),
  });
  const body = (await answer.json()) as {
    readonly code?: string;
    readonly summary?: { readonly member: { readonly id: string } };
  };
  return body.code ?? body.summary?.member.id;
}

if (php) testTokens(php);
else console.log('No PHP here: the tokens of the WordPress plugin are not tested.');

function testTokens(program: string): void {
  test('a token that PHP signs signs its member in, once', async () => {
    const { server, ana, signing } = await openSite();

    const [token] = signed(program, signing);

    assert.equal(await exchange(server, token), ana.memberId);
    assert.equal(await exchange(server, token), 'identity_invalid');
  });

  test('a token may name a member by our own id, and the key may have its line ends as words', async () => {
    const { server, ana, signing } = await openSite();
    const key = signing.key.trim().replaceAll('\n', '\\n');

    const [token] = signed(program, { ...signing, key, member: ana.memberId });

    assert.equal(await exchange(server, token), ana.memberId);
  });

  test('each of 600 signatures holds, also those with a number that begins with a zero', async () => {
    const { signing } = await openSite();
    const key = createPublicKey(signing.key);

    const made = signed(program, { ...signing, count: 600 });

    for (const token of made) {
      const [head, claims, signature = ''] = token.split('.');
      const said = Buffer.from(`${head}.${claims}`);
      const raw = Buffer.from(signature, 'base64url');
      assert.ok(verify('sha256', said, { key, dsaEncoding: 'ieee-p1363' }, raw), token);
    }
  });

  test('a token is good for a minute, and a stranger’s key for nothing', async () => {
    const { server, signing } = await openSite();
    const other = await createTestServer();

    const [late] = signed(program, { ...signing, now: signing.now - 180 });
    const [foreign] = signed(program, { ...signing, key: other.keys.identity });

    assert.equal(await exchange(server, late), 'identity_invalid');
    assert.equal(await exchange(server, foreign), 'identity_invalid');
  });

  test('a key of another kind is refused in words that do not have it in them', async () => {
    const { signing } = await openSite();
    const wrong = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
    const pem = wrong.export({ type: 'pkcs8', format: 'pem' }).toString();

    for (const key of [pem, 'no key', '']) {
      const said = signed(program, { ...signing, key }).join('\n');
      assert.match(said, /^The identity key is no P-256 key as PEM: /);
      assert.ok(key === '' || !said.includes(key));
    }
  });
}
