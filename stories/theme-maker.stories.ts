import '@afterglow/elements/reward-list/define';
import '@afterglow/elements/tier-progress/define';
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { brands } from './brands.js';
import { openClinicPage, provided, type ClinicPage } from './clinic-page.js';
import './theme-maker.js';

export default { title: 'Pages/Theme', parameters: { layout: 'fullscreen', isPage: true } };

const elements = html`<div class="maker-elements">
  <div class="page-column">
    <points-balance heading-level="2"></points-balance>
    <tier-progress heading-level="2"></tier-progress>
    <referral-link heading-level="2"></referral-link>
  </div>
  <div class="page-column">
    <div><tier-badge heading-level="2"></tier-badge></div>
    <package-balance heading-level="2"></package-balance>
    <reward-list heading-level="2"></reward-list>
  </div>
</div>`;

/** Choose a color, corners, a typeface and space; the elements follow, and the stylesheet is yours. */
export const Maker: StoryObj = {
  loaders: [
    async () => ({
      page: await openClinicPage(brands.paper, (server) => server.people.ana()),
    }),
  ],
  parameters: {
    shows: {
      'points-balance': 'ready',
      'tier-progress': 'ready',
      'referral-link': 'ready',
      'tier-badge': 'ready',
      'package-balance': 'ready',
      'reward-list': 'ready',
    },
  },
  render: (_, { loaded }) =>
    provided(loaded['page'] as ClinicPage, html`<theme-maker .elements=${elements}></theme-maker>`),
};
