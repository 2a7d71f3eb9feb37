import { createTestServer, lumenProgram, type SignedIn, type TestServer } from '@afterglow/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import '../points-balance/define.js';
import '../tier-badge/define.js';
import './define.js';

export default { title: 'Pages/loyalty-provider', component: 'loyalty-provider' };

const { styleSheet } = css`
  .clinics {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
    gap: 24px;
  }
  .clinic {
    padding: 24px;
    background: var(--glow-color-surface);
    color: var(--glow-color-text);
  }
  .clinic h2 {
    margin: 0 0 16px;
    font-size: 1.125em;
    font-weight: 600;
  }
  .clinic points-balance {
    margin-block-start: 16px;
  }
  .agency {
    --glow-color-surface: light-dark(#fff8e7, #241d0f);
    --glow-color-border: light-dark(#b48a2e, #8f6d22);
    --glow-radius: 0px;
    --points-balance-color: light-dark(#7a4b00, #f2c14e);
  }
`;
if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];

const both = html`<tier-badge></tier-badge><points-balance></points-balance>`;
const shows = { 'tier-badge': 'ready', 'points-balance': 'ready' };

interface Clinic {
  readonly name: string;
  readonly means: ReturnType<TestServer['page']>;
}

async function clinic(
  name: string,
  brand: { color: string; surface: string; radius: number },
  who: (server: TestServer) => Promise<SignedIn>,
): Promise<Clinic> {
  const usual = lumenProgram();
  const program = { ...usual, clinic: { ...usual.clinic, name }, brand };
  const server = await createTestServer({ program });
  return { name, means: server.page(await who(server)) };
}

const lumen = () =>
  clinic('Lumen Aesthetics', { color: '#2b5a4c', surface: '#faf7f1', radius: 14 }, (server) =>
    server.people.ana(),
  );
const mesa = () =>
  clinic('Mesa Skin Studio', { color: '#b4552d', surface: '#f7eee4', radius: 4 }, (server) =>
    server.people.dora(),
  );

const loaders = [async () => ({ lumen: await lumen(), mesa: await mesa() })];

function provided({ name, means }: Clinic, content: TemplateResult = both) {
  return html`<loyalty-provider publishable-key=${means.key} .means=${means}>
    <section class="clinic">
      <h2>${name}</h2>
      ${content}
    </section>
  </loyalty-provider>`;
}

/** Two clinics on one page: sessions, programs and brands of their own. */
export const TwoClinics: StoryObj = {
  loaders,
  parameters: { shows },
  render: (_, { loaded }) =>
    html`<div class="clinics">
      ${provided(loaded['lumen'] as Clinic)} ${provided(loaded['mesa'] as Clinic)}
    </div>`,
};

/** `color-scheme` on a provider: light and dark on one page, whatever the page itself is. */
export const LightAndDark: StoryObj = {
  loaders,
  parameters: { shows },
  render: (_, { loaded }) => {
    const { name, means } = loaded['lumen'] as Clinic;
    const inScheme = (scheme: 'light' | 'dark') =>
      html`<loyalty-provider publishable-key=${means.key} color-scheme=${scheme} .means=${means}>
        <section class="clinic">
          <h2>${name}, ${scheme}</h2>
          ${both}
        </section>
      </loyalty-provider>`;
    return html`<div class="clinics">${inScheme('light')} ${inScheme('dark')}</div>`;
  },
};

/** What the page's own stylesheet sets wins over the program's brand. */
export const ThePageWins: StoryObj = {
  loaders,
  parameters: { shows },
  render: (_, { loaded }) => {
    const { name, means } = loaded['lumen'] as Clinic;
    return html`<loyalty-provider publishable-key=${means.key} .means=${means}>
      <section class="clinic agency">
        <h2>${name}</h2>
        ${both}
      </section>
    </loyalty-provider>`;
  },
};

/** A provider without a key belongs to the clinic around it, and only changes the words. */
export const OwnWords: StoryObj = {
  loaders,
  parameters: { shows },
  render: (_, { loaded }) =>
    provided(
      loaded['lumen'] as Clinic,
      html`<loyalty-provider
        .messages=${{ 'points.worth': 'or {money} to spend', 'points.lapse': 'Spend {amount} by {day}' }}
        >${both}</loyalty-provider
      >`,
    ),
};
