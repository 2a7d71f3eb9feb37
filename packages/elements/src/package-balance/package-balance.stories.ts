import type { PackageBalance } from '@afterglow/contract';
import { html } from 'lit';
import { handSummary } from '../testing/hand-made.js';
import { appears } from '../testing/played.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const facials: PackageBalance = {
  id: 'pkg_01jd8x5m2q4r6t8v0w2y4z6a01',
  code: 'FACIAL5',
  name: { en: 'Signature facial, 5 sessions', es: 'Facial de la casa, 5 sesiones' },
  total: 5,
  left: 3,
  boughtOn: '2026-03-14',
  expiresOn: '2027-03-14',
};
const microneedling: PackageBalance = {
  ...facials,
  id: 'pkg_01jd8x5m2q4r6t8v0w2y4z6a02',
  code: 'MN3',
  name: { en: 'Microneedling, 3 sessions', es: 'Microneedling, 3 sesiones' },
  total: 3,
  left: 1,
  expiresOn: '2026-12-12',
};
const laser: PackageBalance = {
  ...facials,
  id: 'pkg_01jd8x5m2q4r6t8v0w2y4z6a03',
  code: 'LHR10',
  name: { en: 'Laser hair removal, 10 sessions', es: 'Depilación láser, 10 sesiones' },
  total: 10,
  left: 8,
  expiresOn: '2027-09-01',
};
const used: PackageBalance = {
  ...facials,
  id: 'pkg_01jd8x5m2q4r6t8v0w2y4z6a04',
  left: 0,
  boughtOn: '2026-01-10',
  expiresOn: '2027-01-10',
};
const lapsed: PackageBalance = {
  ...microneedling,
  id: 'pkg_01jd8x5m2q4r6t8v0w2y4z6a05',
  left: 0,
  boughtOn: '2025-10-02',
  expiresOn: '2026-10-02',
};
const light: PackageBalance = {
  ...facials,
  id: 'pkg_01jd8x5m2q4r6t8v0w2y4z6a06',
  code: 'LED24',
  name: { en: 'LED light, a year of evenings', es: 'Luz LED, un año de tardes' },
  total: 24,
  left: 17,
  expiresOn: null,
};

const owning = (...packages: PackageBalance[]) => ({ summary: handSummary({ packages }) });

const { meta, story } = faceStories(
  'package-balance',
  () => html`<package-balance></package-balance>`,
  (face) => (face === 'empty' ? owning() : owning(facials, microneedling)),
);
export default { ...meta, title: 'Patients/package-balance' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
export const OnePackage = story('ready', owning(facials));
/** Three are shown; a button shows the others. */
export const MoreThanThree = story('ready', owning(facials, microneedling, laser, light, used));
/** From 13 sessions on a bar, since nobody counts dots. */
export const ManySessions = story('ready', owning(light));
export const AllUsed = story('ready', owning(used));
/** What was left lapsed with the package's last day. */
export const Lapsed = story('ready', owning(lapsed));
/** The clinic gave it a name that fills two lines. */
export const LongName = story(
  'ready',
  owning({
    ...laser,
    name: 'Fractional laser resurfacing for face, neck and décolletage with aftercare, 10 sessions',
  }),
);
export const InSpanish = story('ready', owning(facials, microneedling, light), { lang: 'es' });
export const RightToLeft = story('ready', undefined, { lang: 'ar', dir: 'rtl' });

/** All of them, after the button was pressed. */
export const AllShown = {
  ...story('ready', owning(facials, microneedling, laser, light, used, lapsed)),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    (await appears(canvasElement.querySelector('package-balance'), '.all')).click();
  },
};

const { story: linkless } = faceStories(
  'package-balance',
  () => html`<package-balance no-booking></package-balance>`,
);
/** Without the way to booking, as in a sidebar. */
export const NoBooking = linkless('ready', owning(facials, microneedling));
