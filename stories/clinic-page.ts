import '@afterglow/elements/loyalty-provider/define';
import '@afterglow/elements/member-sign-in/define';
import '@afterglow/elements/package-balance/define';
import '@afterglow/elements/points-balance/define';
import '@afterglow/elements/referral-link/define';
import '@afterglow/elements/tier-badge/define';
import type { SignedIn, TestServer } from '@afterglow/testing';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { clinicOf, type Brand } from './brands.js';
import { pageWord } from './page-words.js';
import './page.styles.js';
import { happenings, renderTill, type Happening } from './till.js';

/** A clinic's page with everything that it stands on. */
export interface ClinicPage {
  readonly brand: Brand;
  readonly server: TestServer;
  readonly means: ReturnType<TestServer['page']>;
  readonly till: readonly Happening[];
}

/**
 * Opens a clinic on the real server.
 *
 * @param who - Who lives there and is signed in; left out: the page of nobody.
 */
export async function openClinicPage(
  brand: Brand,
  who?: (server: TestServer) => Promise<SignedIn>,
): Promise<ClinicPage> {
  const server = await clinicOf(brand);
  const somebody = await who?.(server);
  return {
    brand,
    server,
    means: server.page(somebody),
    till: happenings(server, somebody?.phone ?? '+13125550103'),
  };
}

/** Type of the clinic's own, put on by hand since it differs from story to story. */
const inFont = (family: string) =>
  ref((element) => (element as HTMLElement | undefined)?.style.setProperty('font-family', family));

/** The clinic's provider around a part of its page. */
export function provided(
  { means }: ClinicPage,
  content: TemplateResult,
  scheme?: 'light' | 'dark',
): TemplateResult {
  return html`<loyalty-provider
    publishable-key=${means.key}
    color-scheme=${scheme ?? nothing}
    .means=${means}
    >${content}</loyalty-provider
  >`;
}

/** The clinic's page for members, in the language of the document unless it is told another. */
export function renderRewardsPage(
  page: ClinicPage,
  { till = false, lang = document.documentElement.lang } = {},
): TemplateResult {
  const { brand } = page;
  return provided(
    page,
    html`<main class="page" ${inFont(brand.text)}>
      <div class="page-inside">
        <div class="page-head">
          <p ${inFont(brand.heading)}>${brand.clinic}</p>
          <tier-badge heading-level="2"></tier-badge>
        </div>
        <h1 ${inFont(brand.heading)}>${pageWord('rewards', lang)}</h1>
        <div class="page-grid">
          <div class="page-column">
            <points-balance heading-level="2"></points-balance>
            <package-balance heading-level="2"></package-balance>
          </div>
          <div class="page-column">
            <referral-link heading-level="2"></referral-link>
            <member-sign-in heading-level="2"></member-sign-in>
          </div>
        </div>
        ${till ? renderTill(page.till) : nothing}
      </div>
    </main>`,
  );
}

/** A brand in one look: a heading, the tier, the points. */
export function renderSwatch(page: ClinicPage, scheme: 'light' | 'dark'): TemplateResult {
  const { brand } = page;
  return provided(
    page,
    html`<section class="swatch" ${inFont(brand.text)}>
      <h2 ${inFont(brand.heading)}>${brand.clinic}</h2>
      <tier-badge></tier-badge>
      <points-balance></points-balance>
    </section>`,
    scheme,
  );
}
