import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { testCode } from '../../phones.js';
import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import type { DemoClinic } from '../demo/demo-clinic.js';
import { openKeysFile } from '../demo/keys-file.js';
import { ensureLumen } from '../demo/lumen.js';
import { people } from '../demo/lumen-story.js';
import { ensureSalon, hasSalonData, salonClient } from '../demo/salon.js';
import { siteFiles } from '../files/site-files.js';
import type { SiteValues } from '../files/site-files.js';
import { progressOn } from '../import/print-report.js';
import { listen } from '../listen.js';
import type { Listener } from '../listen.js';
import { openPorts } from '../runtime.js';
import type { NodePorts } from '../runtime.js';
import { closeInOrder, startServing, untilStopped } from '../serving.js';
import type { Serving } from '../serving.js';
import { WrongSetting } from '../settings.js';
import type { Settings } from '../settings.js';

/** The examples lie in the repository, not in the package. */
const examples = new URL('../../../../../examples/', import.meta.url);

/** What stands in the salon's page while the salon's data is not there: a key that nobody has. */
const noKey = `pk_test_${'0'.repeat(32)}`;

/**
 * `afterglow demo`: the API with a sandbox clinic, and the example site on the next port. Started
 * again, everything is as it was left.
 */
export const demo: Command = {
  summary: 'serves the API with a sandbox clinic, and the example site on the next port',
  usage: '',
  async run(args, settings) {
    readArguments(args, {});
    const folder = fileURLToPath(new URL('clinic-site/', examples));
    await access(folder).catch((error: unknown) => {
      throw new WrongSetting('The example site is in the repository: clone it and run npm start.', {
        cause: error,
      });
    });
    const ports = await openPorts(settings, 'warn');
    const open: Pick<Listener, 'close'>[] = [ports.store];
    try {
      const serving = await startServing(ports, settings.port);
      open.unshift({ close: () => serving.stop() });
      const site = await serveSite(folder, serving, settings);
      open.unshift(site);
      const made = await ensureClinics(ports, serving, settings, site.origin);
      site.fill(made.lumen, made.salon);
      printWelcome(serving, site.origin, made, settings);
      await untilStopped();
    } finally {
      await closeInOrder(open);
    }
  },
};

async function serveSite(folder: string, serving: Serving, settings: Settings) {
  const files = await siteFiles(folder);
  let values: SiteValues | undefined;
  const listener = await listen(
    (request) =>
      values
        ? files.answer(request, values)
        : new Response('Starting, a moment …\n', { status: 503, headers: { 'Retry-After': '1' } }),
    { port: settings.port === 0 ? 0 : settings.port + 1, what: 'the example site' },
  );
  return {
    origin: `http://localhost:${listener.port}`,
    fill(lumen: DemoClinic, salon: DemoClinic | undefined) {
      const placeholders = {
        PUBLISHABLE_KEY: lumen.publishableKey,
        SALON_PUBLISHABLE_KEY: salon?.publishableKey ?? noKey,
      };
      values = { apiPort: serving.port, placeholders };
    },
    close: () => listener.close(),
  };
}

interface Made {
  readonly lumen: DemoClinic;
  readonly salon: DemoClinic | undefined;
}

async function ensureClinics(
  ports: NodePorts,
  { app }: Serving,
  settings: Settings,
  site: string,
): Promise<Made> {
  const file = await openKeysFile(settings.database);
  const lumen = await ensureLumen(ports, app, { file, site });
  if (!(await hasSalonData(settings.salonData))) return { lumen, salon: undefined };

  const salon = await ensureSalon(ports, app, {
    file,
    site,
    data: settings.salonData,
    rules: fileURLToPath(new URL('salon-import/', examples)),
    onProgress: progressOn(process.stderr),
  });
  return { lumen, salon };
}

const spoken = (phone: string) => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');

function printWelcome(serving: Serving, site: string, made: Made, settings: Settings): void {
  const api = `http://localhost:${serving.port}`;
  const { ana, ben, rosa } = people;
  const { lumen, salon } = made;
  const lines = [
    `Site         ${site}/`,
    `API          ${api}/v1  (described by ${api}/v1/openapi.json)`,
    `Sign in      ${spoken(ana.phone)}, code ${testCode}`,
    `             also ${spoken(ben.phone)} (top tier) and ${spoken(rosa.phone)} (points about to lapse); a new number joins`,
    salon
      ? `Salon        ${site}/salon.html, sign in with ${spoken(salonClient.phone)}, code ${testCode}`
      : `Salon        not made: there is no receipts.csv in ${settings.salonData} (AFTERGLOW_SALON_DATA)`,
    `Page key     ${lumen.publishableKey}`,
    `Secret key   ${lumen.secretKey}`,
    ...(salon ? [`             ${salon.secretKey} (salon)`] : []),
    '',
    'Post a visit and watch the page:',
    curlOf(api, lumen.secretKey, ana.phone),
  ];
  console.log(`${lines.join('\n')}\n\nCtrl-C stops it.`);
}

function curlOf(api: string, key: string, phone: string): string {
  const price = { amount: 40_000, currency: 'USD' };
  const line = { lineId: '1', kind: 'treatment', code: 'TOX', category: 'neuromodulator', price };
  const event = {
    type: 'visit.completed',
    source: 'till',
    externalId: 'NOW',
    member: { phone },
    data: { lines: [line], tenders: [{ kind: 'money', amount: price }] },
  };
  // A new id each time that it is pasted, since a till's id is taken once.
  const body = JSON.stringify(event).replace('NOW', `demo-'$(date +%s)'`);
  return [
    `curl -s ${api}/v1/events -H 'Authorization: Bearer ${key}' \\`,
    `  -H 'Content-Type: application/json' -d '${body}'`,
  ].join('\n');
}
