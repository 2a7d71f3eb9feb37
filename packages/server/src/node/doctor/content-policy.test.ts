import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockedBy, refusesTrustedTypes } from './content-policy.js';

const page = new URL('https://clinic.example/page');
const script = (address: string, nonce?: string) => ({
  directives: ['script-src-elem', 'script-src'],
  url: new URL(address),
  nonce,
});

const cases: [policy: string, address: string, isIn: boolean, why: string][] = [
  ['', 'https://api.example/a.js', true, 'no policy says anything'],
  ['img-src *', 'https://api.example/a.js', true, 'a policy that says nothing of scripts'],
  [`default-src 'none'`, 'https://api.example/a.js', false, 'the default holds'],
  [`default-src 'none'; script-src https://api.example`, 'https://api.example/a.js', true, ''],
  [`script-src-elem 'none'; script-src *`, 'https://api.example/a.js', false, 'the nearest holds'],
  [`script-src 'self'`, 'https://clinic.example/a.js', true, 'the page’s own origin'],
  [`script-src 'self'`, 'https://api.clinic.example/a.js', false, 'another host'],
  ['script-src *.example', 'https://api.example/a.js', true, 'any host below'],
  ['script-src *.api.example', 'https://api.example/a.js', false, 'not the host itself'],
  ['script-src https:', 'https://api.example/a.js', true, 'any host by https'],
  ['script-src https:', 'http://api.example/a.js', false, 'not by http'],
  ['script-src http://api.example', 'https://api.example/a.js', true, 'https for http'],
  ['script-src api.example:4600', 'https://api.example:4600/a.js', true, 'its port'],
  ['script-src api.example', 'https://api.example:4600/a.js', false, 'another port'],
  ['script-src api.example:*', 'https://api.example:4600/a.js', true, 'any port'],
  ['script-src api.example/afterglow/', 'https://api.example/afterglow/1/a.js', true, 'below'],
  ['script-src api.example/other/', 'https://api.example/afterglow/1/a.js', false, 'elsewhere'],
  ['script-src api.example/a.js', 'https://api.example/a.js', true, 'this very file'],
  [`script-src * 'strict-dynamic'`, 'https://api.example/a.js', false, 'addresses do not count'],
  ['SCRIPT-SRC HTTPS://API.EXAMPLE', 'https://api.example/a.js', true, 'case does not matter'],
];

for (const [policy, address, isIn, why] of cases) {
  test(`"${policy}" ${isIn ? 'lets in' : 'keeps out'} ${address}: ${why}`, () => {
    assert.equal(blockedBy([policy], script(address), page) === undefined, isIn);
  });
}

test('a nonce lets in what no address would, and each of several policies must allow', () => {
  const policy = `script-src 'nonce-Ab1' 'strict-dynamic'`;
  const address = 'https://api.example/a.js';

  assert.equal(blockedBy([policy], script(address, 'Ab1'), page), undefined);
  assert.equal(blockedBy([policy], script(address, 'ab1'), page), policy);
  assert.equal(blockedBy([policy, `script-src 'self'`], script(address), page), policy);
  assert.equal(blockedBy(['', `script-src 'self'`], script(address), page), `script-src 'self'`);
});

test('a list of Trusted Types names must have ours', () => {
  assert.equal(refusesTrustedTypes([`require-trusted-types-for 'script'`], 'afterglow'), undefined);
  assert.equal(refusesTrustedTypes(['trusted-types x afterglow'], 'afterglow'), undefined);
  assert.equal(refusesTrustedTypes(['trusted-types *'], 'afterglow'), undefined);
  assert.equal(
    refusesTrustedTypes(['trusted-types lit-html'], 'afterglow'),
    'trusted-types lit-html',
  );
});
