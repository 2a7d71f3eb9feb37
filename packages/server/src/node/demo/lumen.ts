import type { App } from '../../app.js';
import { lumenProgram } from '../../lumen/lumen-program.js';
import type { Ports } from '../../ports.js';
import { demoApi } from './api.js';
import { ensureDemoClinic } from './demo-clinic.js';
import type { DemoClinic } from './demo-clinic.js';
import type { KeysFile } from './keys-file.js';
import { story } from './lumen-story.js';
import { playStory, storyStart } from './play-story.js';
import { keepSite } from './site-address.js';

/** Id of the demo's clinic, the same on every machine. */
export const lumenId = 'cln_00000000000000000000000001';

/**
 * The sandbox of the example clinic, with people who have been there. Its clock runs with the wall
 * clock once their history was told.
 *
 * @param site - Origin of the example site, such as `http://localhost:4601`.
 */
export async function ensureLumen(
  ports: Ports,
  app: App,
  { file, site }: { readonly file: KeysFile; readonly site: string },
): Promise<DemoClinic> {
  const program = lumenProgram({
    site: {
      url: `${site}/`,
      bookingUrl: `${site}/booking.html`,
      referralUrl: `${site}/friend.html`,
    },
  });
  const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
  const clinic = await ensureDemoClinic(ports, file, {
    id: lumenId,
    name: 'Lumen Aesthetics (demo)',
    program,
    clockAt: storyStart(story, today),
  });
  const api = demoApi(app, clinic);
  if (clinic.complete) {
    await keepSite(ports, api, { clinicId: clinic.id, site: program.site });
    return clinic;
  }

  await playStory(api, story, clinic.madeOn);
  await api.moveClock(ports.clock.now());
  await ports.store.transaction((tx) => tx.update('clinics', { id: clinic.id }, { clockAt: null }));
  const { id, ...kept } = { ...clinic, complete: true };
  await file.set(id, kept);
  return { id, ...kept };
}
