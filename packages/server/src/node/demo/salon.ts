import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Member, Page } from '@afterglow/contract';
import type { App } from '../../app.js';
import { readProgram } from '../commands/clinic.js';
import { readMapping } from '../import/mapping.js';
import { importExport } from '../import/run-import.js';
import type { Progress } from '../import/import-report.js';
import type { NodePorts } from '../runtime.js';
import { demoApi } from './api.js';
import type { DemoApi } from './api.js';
import { ensureDemoClinic } from './demo-clinic.js';
import type { DemoClinic } from './demo-clinic.js';
import type { KeysFile } from './keys-file.js';
import { keepSite } from './site-address.js';

/** Id of the salon's sandbox, the same on every machine. */
export const salonId = 'cln_00000000000000000000000002';

/** The client of the export who gets a phone, and that phone. */
export const salonClient = { externalId: 'KUKK01', phone: '+13125550177' } as const;

/** Noon in Winnipeg on the day after the last receipt. */
const salonNow = Date.parse('2018-07-30T17:00:00.000Z');

/** Whether the salon's export is there. */
export async function hasSalonData(folder: string): Promise<boolean> {
  return isThere(join(folder, 'receipts.csv'));
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * The sandbox of a real salon: its till's export, imported once, with the clock standing on the day
 * after its last receipt.
 *
 * @param options.rules - Folder with `mapping.json` and `program.json`.
 */
export async function ensureSalon(
  ports: NodePorts,
  app: App,
  options: {
    readonly file: KeysFile;
    readonly site: string;
    readonly data: string;
    readonly rules: string;
    readonly onProgress: (progress: Progress) => void;
  },
): Promise<DemoClinic> {
  const page = `${options.site}/salon.html`;
  const site = { url: page, bookingUrl: page, referralUrl: page };
  const rules = await readProgram(join(options.rules, 'program.json'));
  const program = { ...rules, site, origins: [options.site] };
  const clinic = await ensureDemoClinic(ports, options.file, {
    id: salonId,
    name: 'Alder Street Hair (demo)',
    program,
    clockAt: salonNow,
  });
  const api = demoApi(app, clinic);
  if (clinic.complete) {
    await keepSite(ports, api, { clinicId: clinic.id, site });
    return clinic;
  }

  const mapping = await readMapping(join(options.rules, 'mapping.json'));
  const path = (name: string) => join(options.data, name);
  const bookings = await bookingFiles(options.data);
  await ports.store.bulk(() =>
    importExport(ports, clinic.id, {
      mapping,
      files: {
        receipts: path('receipts.csv'),
        services: path('services.csv'),
        products: path('products.csv'),
        ...bookings,
      },
      onProgress: options.onProgress,
    }),
  );
  await givePhone(api, mapping.source);
  const { id, ...kept } = { ...clinic, complete: true };
  await options.file.set(id, kept);
  return { id, ...kept };
}

/** The salon's bookings, where they came with the receipts. */
async function bookingFiles(folder: string) {
  const files = {
    bookings: join(folder, 'bookings.csv'),
    cancellations: join(folder, 'cancellations.csv'),
    noShows: join(folder, 'no-shows.csv'),
  };
  const found = await Promise.all(Object.values(files).map(isThere));
  return found.every(Boolean) ? files : {};
}

async function givePhone(api: DemoApi, source: string): Promise<void> {
  const query = new URLSearchParams({ source, externalId: salonClient.externalId });
  const { data } = await api.call<Page<Member>>('GET', `/v1/members?${query}`);
  for (const { id } of data)
    await api.call('PATCH', `/v1/members/${id}`, { phone: salonClient.phone });
}
