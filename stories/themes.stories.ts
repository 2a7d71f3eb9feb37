import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { brands, type BrandName } from './brands.js';
import {
  openClinicPage,
  provided,
  renderRewardsPage,
  renderSwatch,
  type ClinicPage,
} from './clinic-page.js';

export default { title: 'Pages/Themes', parameters: { layout: 'fullscreen', isPage: true } };

const open = (name: BrandName) => openClinicPage(brands[name], (server) => server.people.ana());

const shows = {
  'points-balance': 'ready',
  'tier-badge': 'ready',
  'package-balance': 'ready',
  'referral-link': 'ready',
  'member-sign-in': 'ready',
};

/** The rewards page of one of the five clinics, in the ready theme that agencies can take. */
const themed = (name: BrandName): StoryObj => ({
  loaders: [async () => ({ page: await open(name) })],
  parameters: { shows, theme: name },
  render: (_, { loaded }) => renderRewardsPage(loaded['page'] as ClinicPage),
});

export const PaperAndGreen = themed('paper');
export const ClinicalWhiteAndBlue = themed('clinical');
export const NightWithBrass = themed('night');
export const BlushAndPlum = themed('blush');
export const DesertClay = themed('clay');

/** Five clinics, light and dark, each from one color. */
export const AllOfThem: StoryObj = {
  loaders: [
    async () => ({
      pages: await Promise.all(Object.keys(brands).map((name) => open(name as BrandName))),
    }),
  ],
  parameters: { isPage: false, shows: { 'points-balance': 'ready', 'tier-badge': 'ready' } },
  render: (_, { loaded }) =>
    html`<div class="swatches">
      ${(loaded['pages'] as ClinicPage[]).map(
        (page) => html`${renderSwatch(page, 'light')} ${renderSwatch(page, 'dark')}`,
      )}
    </div>`,
};

const elements = html`
  <tier-badge></tier-badge>
  <points-balance></points-balance>
  <package-balance></package-balance>
  <referral-link></referral-link>
`;
const columnShows = {
  'points-balance': 'ready',
  'tier-badge': 'ready',
  'package-balance': 'ready',
  'referral-link': 'ready',
};

/** The same elements in a sidebar of 240 px and in a column of 640: they know their own width. */
export const SidebarAndColumn: StoryObj = {
  loaders: [async () => ({ page: await open('clay') })],
  parameters: { layout: 'padded', isPage: false, shows: columnShows },
  render: (_, { loaded }) =>
    provided(
      loaded['page'] as ClinicPage,
      html`<div class="beside">
        <div class="page-column">${elements}</div>
        <div class="page-column">${elements}</div>
      </div>`,
    ),
};

/** In Arabic, from right to left. */
export const RightToLeft: StoryObj = {
  loaders: [async () => ({ page: await open('paper') })],
  parameters: { shows },
  render: (_, { loaded }) =>
    html`<div dir="rtl" lang="ar">
      ${renderRewardsPage(loaded['page'] as ClinicPage, { lang: 'ar' })}
    </div>`,
};
