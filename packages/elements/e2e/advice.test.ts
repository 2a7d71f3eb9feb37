import { build } from 'esbuild';
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openClinic, strictPolicy, type Clinic } from './clinic-page.js';

/** A page that a developer got wrong, and what its console has to say. */
interface WrongPage {
  readonly what: string;
  /** The page's head, and its policy where it has one. */
  made(clinic: Clinic): { readonly head: string; readonly policy?: string };
  readonly advice: RegExp;
}

const unknownKey = `pk_test_${'0'.repeat(32)}`;

const wrong: readonly WrongPage[] = [
  {
    what: 'has no key',
    made: (clinic) => ({ head: clinic.embed().replace(/data-publishable-key="[^"]*"/, '') }),
    advice:
      /^Afterglow: No clinic for <points-balance>: put data-publishable-key="pk_…" on the script tag/,
  },
  {
    what: 'has a prefix and no key',
    made: (clinic) => ({
      head:
        clinic.embed('data-prefix="clinic-"').replace(/data-publishable-key="[^"]*"/, '') +
        `<script>addEventListener('DOMContentLoaded', () => document.body.append(document.createElement('clinic-tier-badge')));</script>`,
    }),
    advice: /^Afterglow: No clinic for <clinic-tier-badge>: .* or <clinic-loyalty-provider publ/,
  },
  {
    what: 'has a key that nobody has',
    made: (clinic) => ({
      head: clinic.embed().replace(clinic.server.keys.publishable, unknownKey),
    }),
    advice:
      /^Afterglow: http\S+ has no clinic with the key "pk_test_0+" \(key_invalid\)\. .* "afterglow keys" lists\.$/,
  },
  {
    what: 'shows a secret key',
    made: (clinic) => ({
      head: clinic.embed().replace(clinic.server.keys.publishable, clinic.server.keys.secret),
    }),
    advice: /^Afterglow: A secret key is on this page, .*"afterglow keys revoke"/,
  },
  {
    what: 'has a policy that blocks requests to the API',
    made: (clinic) => ({
      head: clinic.embed(),
      policy: `default-src 'none'; script-src ${clinic.api}; style-src ${clinic.api}`,
    }),
    advice: /^Afterglow: This page's content policy blocks .* Add (http\S+) to its connect-src/,
  },
  {
    what: 'has a policy that knows no name of ours',
    made: (clinic) => ({
      head: clinic.embed(),
      policy: strictPolicy
        .replaceAll("'self'", clinic.api)
        .replace('trusted-types afterglow', 'trusted-types none-of-ours'),
    }),
    advice: /^Afterglow: TypeError: .*[Pp]olicy "?afterglow"? disallowed/,
  },
];

/** The elements in a bundle of a site's own, in one file. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import '@afterglow/elements/points-balance/define';",
      resolveDir: fileURLToPath(new URL('../../../examples/node-site', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}

describe('a page that a developer got wrong', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await openClinic();
  });
  after(() => clinic.close());

  /** Opens a page and waits until its console has a warning or an error that fits. */
  async function hear(path: string, advice: RegExp): Promise<string> {
    const page = await clinic.browser.newPage();
    const heard = page.waitForEvent('console', (message) => advice.test(message.text()));
    await page.goto(clinic.site + path);
    const message = await heard;
    await page.close();
    return message.type();
  }

  for (const { what, made, advice } of wrong) {
    it(`that ${what} says so in the console, and what to do`, async () => {
      const { head, policy } = made(clinic);
      clinic.put('/wrong', {
        head,
        body: '<points-balance></points-balance>',
        headers: policy === undefined ? {} : { 'Content-Security-Policy': policy },
      });

      assert.equal(await hear('/wrong', advice), 'warning');
    });
  }

  it('that bundles an element without a provider says so in the console, and what to do', async () => {
    const script = (await bundle()).replaceAll('</', '<\\/');
    clinic.put('/bundled', {
      head: `<script type="module">${script}</script>`,
      body: '<points-balance></points-balance>',
    });

    assert.equal(
      await hear('/bundled', /^Afterglow: No clinic for <points-balance>: .*<loyalty-provider/),
      'warning',
    );
  });

  it('says nothing where all is right, or the network alone is gone', async () => {
    clinic.put('/right', { head: clinic.embed(), body: '<points-balance></points-balance>' });
    const page = await clinic.browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${clinic.site}/right`);
    await page.locator('points-balance .card.signed-out').waitFor();
    assert.deepEqual([...said], []);

    await page.route('**/v1/program**', (route) => route.abort());
    let failures = 0;
    page.on('requestfailed', () => failures++);
    const help = page.waitForResponse(/developer-help/);
    await page.reload();
    await page.locator('points-balance .card.failed').waitFor();
    await (await help).finished();
    // The reports that it looks for come one task after it runs.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assert.equal(failures, 3, 'the three tries of the page, and nothing asked beside them');
    assert.deepEqual(
      said.filter((text) => text.startsWith('Afterglow')),
      [],
    );
    await page.close();
  });
});
