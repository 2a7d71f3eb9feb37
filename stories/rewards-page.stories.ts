import { phones, type TestServer } from '@afterglow/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import { brands } from './brands.js';
import { openClinicPage, renderRewardsPage, type ClinicPage } from './clinic-page.js';

export default { title: 'Pages/Rewards page', parameters: { layout: 'fullscreen', isPage: true } };

const everywhere = (face: string) => ({
  'points-balance': face,
  'tier-badge': face,
  'package-balance': face,
  'referral-link': face,
  'member-sign-in': face,
});

const ana = async (server: TestServer) => {
  await server.people.ana();
  return server.signIn(phones.ana, { remember: 'device' });
};
const dora = (server: TestServer) =>
  server.signIn(phones.dora, { remember: 'device', joining: { firstName: 'Dora' } });
const opened = (who?: typeof ana) => async () => ({
  page: await openClinicPage(brands.paper, who),
});

/** A patient with a year behind her; the buttons below are the clinic. */
export const SignedIn: StoryObj = {
  loaders: [opened(ana)],
  parameters: { shows: everywhere('ready') },
  render: (_, { loaded }) => renderRewardsPage(loaded['page'] as ClinicPage, { till: true }),
};

/** She joined a moment ago. */
export const JustJoined: StoryObj = {
  loaders: [opened(dora)],
  parameters: { shows: { ...everywhere('ready'), 'package-balance': 'empty' } },
  render: (_, { loaded }) => renderRewardsPage(loaded['page'] as ClinicPage, { till: true }),
};

/** Nobody is signed in; each element leads to the page's sign-in. Ana's phone is 312 555 0100. */
export const SignedOut: StoryObj = {
  loaders: [
    async () => {
      const page = await openClinicPage(brands.paper);
      await page.server.people.ana();
      return { page };
    },
  ],
  parameters: { shows: everywhere('signed-out') },
  render: (_, { loaded }) => renderRewardsPage(loaded['page'] as ClinicPage, { till: true }),
};

/** All her points lapsed, and what was left of the package too. */
export const AfterTheLapse: StoryObj = {
  loaders: [
    opened(async (server) => {
      await server.people.ana();
      await server.clock.advance({ days: 400 });
      return server.signIn(phones.ana);
    }),
  ],
  parameters: { shows: everywhere('ready') },
  render: (_, { loaded }) => renderRewardsPage(loaded['page'] as ClinicPage, { till: true }),
};
