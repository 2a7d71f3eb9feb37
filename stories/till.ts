import type { TestServer } from '@afterglow/testing';
import { html, type TemplateResult } from 'lit';
import { pageWord, type PageWord } from './page-words.js';

/** What happens to a patient that no page can do: at the till, on the clock, on the line. */
export interface Happening {
  readonly name: PageWord;
  happen(): Promise<unknown>;
}

/** Less than the 90 days after which a device forgets who did not come. */
const stepDays = 60;

/** Lets a year and a month pass for somebody who looks at her page every other month. */
async function passTheLapse(server: TestServer): Promise<void> {
  for (let days = 0; days < 400; days += stepDays) {
    await server.clock.advance({ days: stepDays });
    await readAgain();
  }
}

/** The page reads again, as one does that comes to the front. */
async function readAgain(): Promise<void> {
  await document.querySelector('points-balance')?.page?.store.revalidate();
}

/** Everything that the story of a page offers, for the patient with this phone. */
export function happenings(server: TestServer, phone: string): readonly Happening[] {
  return [
    { name: 'treatment', happen: () => server.till.visit(phone, { amount: 45_000 }) },
    {
      name: 'skincare',
      happen: () =>
        server.till.visit(phone, { amount: 12_000, kind: 'product', category: 'product' }),
    },
    { name: 'package', happen: () => server.till.sellPackage(phone) },
    { name: 'session', happen: () => server.till.useSession(phone) },
    { name: 'month', happen: () => server.clock.advance({ days: 30 }) },
    { name: 'lapse', happen: () => passTheLapse(server) },
    {
      name: 'line',
      happen: () => Promise.resolve(server.failNext({ network: true, times: 4 })),
    },
  ];
}

/**
 * The story's own control: a button for each thing that may happen. The page reads again after it.
 */
export function renderTill(all: readonly Happening[]): TemplateResult {
  const press = async ({ happen }: Happening, { currentTarget }: Event) => {
    const panel = (currentTarget as HTMLElement).closest('.till');
    const said = panel?.querySelector('output');
    if (said) said.textContent = '';
    let text = pageWord('done');
    try {
      await happen();
    } catch (error) {
      text = (error as Error).message;
    }
    await readAgain();
    if (said) said.textContent = text;
  };
  return html`<aside class="till" aria-labelledby="till">
    <p id="till">${pageWord('till')}</p>
    <div class="till-buttons">
      ${all.map(
        (one) =>
          html`<button type="button" @click=${(event: Event) => press(one, event)}>
            ${pageWord(one.name)}
          </button>`,
      )}
    </div>
    <output></output>
  </aside>`;
}
