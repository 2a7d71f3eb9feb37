import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { askClinic } from '../src/node/doctor/check-api.js';
import { examinePage } from '../src/node/doctor/examine-page.js';
import type { Checked, FindingCode, Subject } from '../src/node/doctor/finding.js';
import { runCommand } from '../src/node/run-command.js';
import { WrongSetting } from '../src/node/settings.js';
import { openDoctorSite, strictPolicy, type DoctorSite, type TrialPage } from './doctor-site.js';

const chromium = process.env['CHROME_PATH'];
const someKey = `pk_live_${'0'.repeat(32)}`;

/** One thing broken, and what must be said of it. */
interface Planted {
  readonly what: string;
  page(site: DoctorSite): TrialPage;
  readonly code: FindingCode;
  readonly isFault: boolean;
  readonly said: RegExp;
}

const planted: readonly Planted[] = [
  {
    what: 'no script',
    page: () => ({ head: '' }),
    code: 'script_missing',
    isFault: true,
    said: /No script tag/,
  },
  {
    what: 'the script twice',
    page: (site) => ({ head: site.embed() + site.embed() }),
    code: 'script_twice',
    isFault: false,
    said: /2 times; it runs once/,
  },
  {
    what: 'two keys',
    page: (site) => ({ head: site.embed() + site.embed(someKey) }),
    code: 'script_twice',
    isFault: true,
    said: /different keys/,
  },
  {
    what: 'two copies of the script',
    page: (site) => ({
      head: `${site.embed()}<script src="/old/afterglow.js"></script>`,
    }),
    code: 'script_twice',
    isFault: true,
    said: /different addresses: http.*\/old\/afterglow\.js/,
  },
  {
    what: 'an address without a script',
    page: (site) => ({ head: site.embed().replace('/1/afterglow.js', '/7/afterglow.js') }),
    code: 'script_unreachable',
    isFault: true,
    said: /answered with 404/,
  },
  {
    what: 'no stylesheet',
    page: (site) => ({ head: site.embed().replace(/<link[^>]*>/, '') }),
    code: 'stylesheet_missing',
    isFault: false,
    said: /not afterglow\.css/,
  },
  {
    what: 'no key',
    page: (site) => ({ head: site.embed('') }),
    code: 'key_missing',
    isFault: true,
    said: /no key/,
  },
  {
    what: 'a secret key',
    page: (site) => ({ head: site.embed(site.sandbox.secretKey) }),
    code: 'key_secret',
    isFault: true,
    said: /every visitor can read it/,
  },
  {
    what: 'a key that was cut',
    page: (site) => ({ head: site.embed('pk_live_abc') }),
    code: 'key_unknown',
    isFault: true,
    said: /"pk_live_abc" on the script tag is no publishable key/,
  },
  {
    what: 'the key of a demo on this machine',
    page: (site) => ({ head: site.embed('demo') }),
    code: 'key_demo',
    isFault: false,
    said: /points and people on the page are made up/,
  },
  {
    what: 'a provider with the key of a demo, which only the script tag knows',
    page: () => ({ body: '<loyalty-provider publishable-key="demo"></loyalty-provider>' }),
    code: 'key_unknown',
    isFault: true,
    said: /"demo" on <loyalty-provider> is no publishable key/,
  },
  {
    what: 'a key that nobody has',
    page: (site) => ({ head: site.embed(someKey) }),
    code: 'key_unknown',
    isFault: true,
    said: /refuses the key of the script tag: key_invalid/,
  },
  {
    what: 'a provider with a key that nobody has',
    page: () => ({ body: `<loyalty-provider publishable-key="${someKey}"></loyalty-provider>` }),
    code: 'key_unknown',
    isFault: true,
    said: /refuses the key of <loyalty-provider>/,
  },
  {
    what: 'an API that is not there',
    page: (site) => ({ head: site.embed(undefined, `data-api="${site.nobody}"`) }),
    code: 'api_unreachable',
    isFault: true,
    said: /http:\/\/localhost:\d+ does not answer \(ECONNREFUSED\)/,
  },
  {
    what: 'an origin that the clinic does not have',
    page: (site) => ({ head: site.embed(site.live.publishableKey) }),
    code: 'origin_not_allowed',
    isFault: true,
    said: /http:\/\/localhost:\d+ may not use the key of the script tag/,
  },
  {
    what: 'a policy without our scripts',
    page: (site) => ({
      policy: strictPolicy(site.api).replace(/script-src \S+;/, `script-src 'self';`),
    }),
    code: 'policy_blocks',
    isFault: true,
    said: /"script-src 'self'" blocks the /,
  },
  {
    what: 'a policy without our stylesheet',
    page: (site) => ({ policy: strictPolicy(site.api).replace(/style-src \S+;/, '') }),
    code: 'policy_blocks',
    isFault: true,
    said: /"default-src 'none'" blocks the stylesheet/,
  },
  {
    what: 'a policy without requests to the API',
    page: (site) => ({ policy: strictPolicy(site.api).replace(/connect-src \S+;/, '') }),
    code: 'policy_blocks',
    isFault: true,
    said: /blocks requests to the API/,
  },
  {
    what: 'a policy in the page itself',
    page: (site) => ({
      head: `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">${site.embed()}`,
    }),
    code: 'policy_blocks',
    isFault: true,
    said: /"connect-src 'self'" blocks requests/,
  },
  {
    what: 'another name for Trusted Types',
    page: (site) => ({
      policy: strictPolicy(site.api).replace('types afterglow', 'types lit-html'),
    }),
    code: 'policy_blocks',
    isFault: true,
    said: /"trusted-types lit-html" refuses the name/,
  },
  {
    what: 'a misspelled tag',
    page: () => ({ body: '<points-balence></points-balence><my-slider></my-slider>' }),
    code: 'tag_unknown',
    isFault: true,
    said: /^There is no <points-balence>\.$/,
  },
  {
    what: 'a misspelled box',
    page: () => ({ body: '<div data-afterglow="point-balance"></div>' }),
    code: 'tag_unknown',
    isFault: true,
    said: /data-afterglow="point-balance"/,
  },
  {
    what: 'a tag without the prefix that the page asks for',
    page: (site) => ({
      head: site.embed(undefined, 'data-prefix="clinic-"'),
      body: '<points-balance></points-balance><clinic-tier-badge></clinic-tier-badge>',
    }),
    code: 'tag_without_prefix',
    isFault: false,
    said: /^<points-balance> is none of ours here: this page has the prefix "clinic-"\.$/,
  },
  {
    what: 'a misspelled tag with a prefix',
    page: (site) => ({
      head: site.embed(undefined, 'data-prefix="clinic-"'),
      body: '<clinic-points-balence></clinic-points-balence>',
    }),
    code: 'tag_unknown',
    isFault: true,
    said: /^There is no <clinic-points-balence>\.$/,
  },
  {
    what: 'an element with a prefix that has no clinic',
    page: (site) => ({
      head: site.embed('', 'data-prefix="clinic-"'),
      body: '<clinic-points-balance></clinic-points-balance>',
    }),
    code: 'provider_missing',
    isFault: true,
    said: /^<clinic-points-balance> has no clinic: .* no <clinic-loyalty-provider> with a key/,
  },
  {
    what: 'a prefix that no tag can have',
    page: (site) => ({ head: site.embed(undefined, 'data-prefix="1st-"') }),
    code: 'prefix_wrong',
    isFault: true,
    said: /^The prefix "1st-" can't stand before a tag/,
  },
  {
    what: 'no element',
    page: () => ({ body: '<p>Hello</p>' }),
    code: 'tags_none',
    isFault: false,
    said: /No element/,
  },
  {
    what: 'an element outside of every provider',
    page: (site) => ({
      head: site.embed(''),
      body: `<loyalty-provider publishable-key="${site.sandbox.publishableKey}"><tier-badge></tier-badge></loyalty-provider><points-balance></points-balance>`,
    }),
    code: 'provider_missing',
    isFault: true,
    said: /^<points-balance> has no clinic/,
  },
  {
    what: 'no language',
    page: () => ({ root: '' }),
    code: 'language_missing',
    isFault: false,
    said: /has no lang/,
  },
  {
    what: 'a language that elements do not speak',
    page: () => ({ root: 'lang="zh-TW"' }),
    code: 'language_unknown',
    isFault: false,
    said: /do not speak "zh-TW"/,
  },
  {
    what: 'a color that can’t be read',
    page: (site) => ({
      head: `${site.embed()}<style>:root { --grey: #aaa; --glow-color-text: var(--grey) }</style>`,
    }),
    code: 'low_contrast',
    isFault: true,
    said: /text #aaaaaa on surface/,
  },
  {
    what: 'a token that does not exist',
    page: (site) => ({ head: `${site.embed()}<style>:root { --glow-radios: 4px }</style>` }),
    code: 'theme_name',
    isFault: false,
    said: /mean --glow-radius\?/,
  },
];

/** A page without a word of ours in its HTML: a bundle makes the provider, its key a property, as frameworks do. */
async function bundled(
  key: string,
  api: string,
  define = `
    import '@afterglow/elements/loyalty-provider/define';
    import '@afterglow/elements/points-balance/define';`,
  prefix = '',
): Promise<TrialPage> {
  const contents = `${define}
    const provider = document.createElement('${prefix}loyalty-provider');
    Object.assign(provider, { publishableKey: '${key}', apiBase: '${api}' });
    provider.append(document.createElement('${prefix}points-balance'));
    document.body.append(provider);`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  const script = outputFiles.map(({ text }) => text.replaceAll('</', '<\\/')).join('');
  return {
    head: `<link rel="stylesheet" href="${api}/afterglow/1/afterglow.css">`,
    body: `<script type="module">${script}</script>`,
  };
}

const all = (checked: readonly Checked[]) => checked.flatMap(({ findings }) => findings);
const isLeftOut = (checked: readonly Checked[], subject: Subject) =>
  checked.find((one) => one.subject === subject)?.leftOut !== undefined;

describe('afterglow doctor', () => {
  let site: DoctorSite;
  before(async () => {
    site = await openDoctorSite();
  });
  after(() => site.close());

  it('finds nothing on a page that is right, under the strictest policy, in a browser', async () => {
    assert.ok(chromium, 'npm run test:node says where the browser is');
    const page = site.put({
      policy: strictPolicy(site.api),
      body: '<points-balance></points-balance><div data-afterglow="reward-list"></div><my-slider></my-slider><p>More</p>',
    });

    const checked = await examinePage(page, chromium);

    assert.deepEqual(all(checked), []);
    assert.deepEqual(
      checked.filter(({ leftOut }) => leftOut !== undefined),
      [],
    );
    assert.equal(checked.length, 10);
  });

  for (const { what, page, code, isFault, said } of planted) {
    it(`finds ${what}`, async () => {
      const checked = await examinePage(site.put(page(site)), undefined);

      const found = all(checked).filter((one) => one.code === code);
      assert.equal(found.length > 0, true, JSON.stringify(all(checked)));
      assert.ok(
        found.some((one) => said.test(one.message)),
        JSON.stringify(found),
      );
      assert.ok(found.every((one) => one.isFault === isFault && one.advice !== ''));
      assert.equal(isLeftOut(checked, 'browser'), true);
    });
  }

  it('lets a script with a nonce in, and what it imports', async () => {
    const policy = strictPolicy(site.api).replace(/script-src \S+;/, `script-src 'nonce-r4nd0m';`);
    const head = site.embed().replace('<script ', '<script nonce="r4nd0m" ');

    const checked = await examinePage(site.put({ policy, head }), chromium);

    assert.deepEqual(all(checked), []);
  });

  it('takes the key of a demo for a fault where patients may see it', async () => {
    const demo = { where: 'the script tag', key: 'demo', api: undefined };

    const { key } = await askClinic(demo, 'https://clinic.example');

    assert.deepEqual([key?.code, key?.isFault], ['key_demo', true]);
  });

  it('says that a page has the key of a sandbox, and whose origins lack it', async () => {
    const clinic = { where: 'the script tag', key: site.sandbox.publishableKey, api: site.api };

    const { key, origin, program } = await askClinic(clinic, 'https://clinic.example');

    assert.deepEqual([key?.code, key?.isFault], ['key_sandbox', false]);
    assert.equal(origin?.code, 'origin_not_allowed');
    assert.match(origin.advice, /afterglow clinic origins add https:\/\/clinic\.example --clinic/);
    assert.equal(program?.sandbox, true);
  });

  it('sees in a browser what a bundle of the site’s own draws, and whose clinic it is', async () => {
    const { publishableKey } = site.sandbox;

    const right = await examinePage(site.put(await bundled(publishableKey, site.api)), chromium);
    const wrong = await examinePage(site.put(await bundled(someKey, site.api)), chromium);

    assert.deepEqual(
      all(right).map(({ code, isFault }) => [code, isFault]),
      [['script_missing', false]],
    );
    assert.equal(isLeftOut(right, 'color'), false, 'the program of the clinic is known');
    const refused = all(wrong).find(({ code }) => code === 'key_unknown');
    assert.match(refused?.message ?? '', /refuses the key of <loyalty-provider>/);
    assert.ok(all(wrong).some(({ code }) => code === 'element_failed'));
  });

  it('knows elements by the prefix of the script tag, and by the one that a bundle is said to have', async () => {
    const { publishableKey } = site.sandbox;
    const head = site.embed(undefined, 'data-prefix="clinic-"');
    const body = '<clinic-points-balance></clinic-points-balance>';
    const bundle = await bundled(
      publishableKey,
      site.api,
      `import { define } from '@afterglow/elements'; define({ prefix: 'clinic-' });`,
      'clinic-',
    );

    const tagged = await examinePage(site.put({ head, body }), chromium);
    const right = await examinePage(site.put(bundle), chromium, 'clinic-');
    const unsaid = await examinePage(site.put(bundle), chromium);

    assert.deepEqual(all(tagged), []);
    assert.deepEqual(
      all(right).filter(({ isFault }) => isFault),
      [],
    );
    assert.ok(all(unsaid).some(({ code, isFault }) => code === 'script_missing' && isFault));
  });

  it('sees in a browser an element that a bundle leaves without a clinic', async () => {
    const checked = await examinePage(site.put(await bundled('', site.api)), chromium);

    const lost = all(checked).find(({ code }) => code === 'provider_missing');
    assert.match(lost?.message ?? '', /^<points-balance> has no clinic/);
  });

  it('sees in a browser that the page moves, and which element grows', async () => {
    const head = site.embed().replace(/<link[^>]*>/, '');
    const body = '<points-balance></points-balance><p>What stands below.</p>';

    const checked = await examinePage(site.put({ head, body }), chromium);

    const found = all(checked).find(({ code }) => code === 'layout_shift');
    assert.match(found?.message ?? '', /<points-balance> from \d+ to \d+ px/);
    assert.equal(found?.isFault, true);
  });

  it('sees in a browser that the script does not run', async () => {
    const head = site.embed().replace('type="module"', 'type="text/plain"');

    const checked = await examinePage(site.put({ head }), chromium);

    assert.ok(all(checked).some(({ code }) => code === 'script_not_run'));
  });

  it('sees in a browser what a policy blocks', async () => {
    const policy = strictPolicy(site.api).replace(/connect-src \S+;/, '');

    const checked = await examinePage(site.put({ policy }), chromium);

    const inBrowser = checked.find(({ subject }) => subject === 'browser')?.findings ?? [];
    const blocked = inBrowser.filter(({ code }) => code === 'policy_blocks');
    assert.equal(blocked.length, 1, 'once, however often it is tried');
    assert.match(blocked[0]?.message ?? '', /blocks http.*\/v1\/program.* \(connect-src\)/);
  });

  it('sees in a browser which element fails', async () => {
    const page = { head: site.embed(someKey), body: '<earn-list></earn-list>' };

    const checked = await examinePage(site.put(page), chromium);

    const failed = all(checked).find(({ code }) => code === 'element_failed');
    assert.match(failed?.message ?? '', /^<earn-list> could not/);
  });

  it('says that a browser it was given does not work, and looks at the rest', async () => {
    const checked = await examinePage(site.put({}), process.execPath);

    assert.equal(isLeftOut(checked, 'browser'), true);
    assert.deepEqual(all(checked), []);
  });

  for (const [what, address, said] of [
    ['a page that is not there', '/none', /answered with 404/],
    ['what is no page', '/afterglow/1/afterglow.js', /javascript.*, not a page/],
  ] as const) {
    it(`finds ${what}, and looks no further`, async () => {
      const origin = address === '/none' ? site.put({}).origin : site.api;

      const checked = await examinePage(new URL(address, origin), undefined);

      assert.deepEqual(
        checked.map(({ subject }) => subject),
        ['page'],
      );
      assert.match(all(checked)[0]?.message ?? '', said);
    });
  }

  it('prints a line for each subject, and its exit code says whether a fault was found', async (t) => {
    const printed: string[] = [];
    t.mock.method(console, 'log', (text: string) => printed.push(text));
    const run = async (page: TrialPage, ...more: string[]) => {
      printed.length = 0;
      const code = await runCommand(['doctor', site.put(page).href, '--no-browser', ...more], {});
      return { code, text: printed.join('\n') };
    };

    const good = await run({});
    const noted = await run({ root: '' });
    const broken = await run({ head: site.embed(someKey) });
    const json = await run({ head: site.embed(someKey) }, '--json');

    assert.deepEqual([good.code, noted.code, broken.code, json.code], [0, 0, 1, 1]);
    assert.match(good.text, /^ {2}ok {5}the page answers\n {2}ok {5}the script is there, once\n/);
    assert.match(good.text, /\n {2}- {6}in a browser .*: not looked at, .*\nhttp.*: no fault\.$/);
    assert.match(noted.text, /\n {2}note {3}language_missing: .*\n {9}Write <html lang="en">/);
    assert.match(broken.text, /\n {2}fault {2}key_unknown: .*\n[^]*: 1 fault\.$/);
    const answer = JSON.parse(json.text) as { faults: number; checked: readonly Checked[] };
    assert.equal(answer.faults, 1);
    assert.deepEqual(all(answer.checked)[0]?.code, 'key_unknown');
  });

  for (const [args, said] of [
    [[], /^Say which page/],
    [['clinic.example'], /^"clinic\.example" is no address of a page/],
    [['file:///etc/hosts'], /is no address of a page/],
  ] as const) {
    it(`tells "doctor ${args.join(' ')}" in one line`, async () => {
      await assert.rejects(runCommand(['doctor', ...args], {}), (error) => {
        assert.ok(error instanceof WrongSetting, String(error));
        assert.match(error.message, said);
        return true;
      });
    });
  }
});
