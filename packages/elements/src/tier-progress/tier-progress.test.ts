import type { Summary } from '@afterglow/contract';
import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { faces, type Face } from '../internal/faces.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import {
  clear,
  faultsOf,
  heard,
  higherThanReserved,
  placeOf,
  show,
  untilTrue,
} from '../testing/looks.js';
import { serve } from '../testing/served.js';
import './define.js';
import { filledShares } from './filled-shares.js';
import type { TierProgressElement } from './tier-progress.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const template = () => html`<tier-progress></tier-progress>`;
const progress = (face: Face, given: Parameters<typeof show>[2] = {}) =>
  show<TierProgressElement>(face, template(), { ...given, summary: given.summary ?? member(face) });
const member = (face: Face) => (face === 'empty' ? inTier(9) : handSummary());

/** The member in a tier of the program, by its place from the lowest. */
function inTier(index: number, changes: Partial<Summary['tier']> = {}) {
  const { tier } = handSummary();
  const refs = handProgram().tiers.levels.map(({ id, name, threshold }, at) => ({
    ...{ id, name, threshold },
    rank: at + 1,
  }));
  const next = refs[index + 1] ?? null;
  return handSummary({ tier: { ...tier, current: refs[index] ?? null, next, ...changes } });
}

/** Three weeks before the tier is lost. */
const atRisk = () =>
  inTier(1, {
    spend: usd(138_000),
    missing: usd(162_000),
    missingBy: '2026-11-29',
    keptUntil: '2026-12-14',
    toKeep: usd(42_000),
  });

describe('tier-progress', () => {
  afterEach(clear);

  const said: Record<Face, string> = {
    'signed-out': 'Sign in to see how far the next tier is. Sign in',
    waiting: 'Loading your progress',
    empty: 'This clinic has no tiers at the moment.',
    ready:
      '$320 to Luminous by March 13, 2027 $2,680 so far, counting the last 12 months Glow $0 Radiant (your tier) $1,500 Luminous $3,000 Radiant is yours until March 14, 2027. Luminous unlocks: 10% off skincare.',
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale:
      '$320 to Luminous by March 13, 2027 $2,680 so far, counting the last 12 months Glow $0 Radiant (your tier) $1,500 Luminous $3,000 This may be out of date. We will try again soon.',
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await progress(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await progress(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, (face) => ({
      summary: face === 'ready' ? atRisk() : member(face),
    }));

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('says what keeps the tier, and what goes with it, in the last 90 days', async () => {
    const { find } = await progress('ready', { summary: atRisk() });

    expect(find('[part="message"]').innerText.split('\n').filter(Boolean)).to.deep.equal([
      'Radiant is yours until December 14. Spend $420 before then and it stays.',
      'What goes with it: A complimentary add-on\u00a0· First choice of appointments.',
    ]);

    const later = atRisk();
    const tier = { ...later.tier, keptUntil: '2027-02-20' };
    const { find: inTime } = await progress('ready', { summary: { ...later, tier } });
    expect(inTime('[part="message"]').innerText.split('\n').filter(Boolean)).to.deep.equal([
      'Radiant is yours until February 20, 2027.',
      'Luminous unlocks: 10% off skincare.',
    ]);
  });

  it('says that there is no higher tier, and whose gift a given one is', async () => {
    const { text } = await progress('ready', {
      summary: inTier(2, {
        missing: null,
        missingBy: null,
        keptUntil: null,
        toKeep: null,
        givenUntil: '2026-12-31',
      }),
    });

    expect(text())
      .to.contain('Luminous is the highest tier')
      .and.to.contain('Luminous is our gift to you through December 31.');
  });

  it('names no day where nothing was spent', async () => {
    const { find } = await progress('ready', {
      summary: inTier(0, {
        spend: usd(0),
        missing: usd(150_000),
        missingBy: null,
        keptUntil: null,
        toKeep: null,
      }),
    });

    expect(find('[part="title"]').innerText).to.equal('$1,500 to Radiant');
    expect(find('[part="message"]').innerText).to.match(/^Radiant unlocks: /);
  });

  it('leaves out what is at risk where the page asks for it', async () => {
    const { find } = await show<TierProgressElement>(
      'ready',
      html`<tier-progress no-risk></tier-progress>`,
    );

    expect(find('[part="message"]').innerText).to.equal('Luminous unlocks: 10% off skincare.');
  });

  it('tells a screen reader how far it is, in words', async () => {
    const { find } = await progress('ready');
    const bar = find('[role="meter"]');

    expect(bar.getAttribute('aria-label')).to.equal('Spend toward Luminous');
    expect(bar.getAttribute('aria-valuetext')).to.equal('$2,680 of $3,000');
    expect(bar.getAttribute('aria-valuenow')).to.equal('268000');
  });

  it('fills each stretch as far as spend goes, from the left or from the right', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { element } = await progress('ready', { dir, width: 400 });
      const stretches = [...element.shadowRoot!.querySelectorAll('.stretch')];
      const at = (edge: 'left' | 'right') => (node: Element) => node.getBoundingClientRect()[edge];
      const start = at(dir === 'ltr' ? 'left' : 'right');
      const ends = stretches.map((stretch) => {
        const fill = stretch.querySelector('.fill')!;
        fill.getAnimations().forEach((animation) => animation.finish());
        expect(start(fill)).to.be.closeTo(start(stretch), 0.5);
        return fill.getBoundingClientRect().width / stretch.getBoundingClientRect().width;
      });
      expect(ends[0]).to.be.closeTo(1, 0.01);
      expect(ends[1]).to.be.closeTo(118 / 150, 0.01);
      expect(ends[2]).to.equal(0);
      clear();
    }
  });

  it('clamps what is drawn', () => {
    const levels = [0, 100, 300].map((amount) => ({ threshold: usd(amount) }));

    expect(filledShares(-50, levels)).to.deep.equal([0, 0, 0]);
    expect(filledShares(99, levels)).to.deep.equal([0.99, 0, 0]);
    expect(filledShares(100, levels)).to.deep.equal([1, 0, 0]);
    expect(filledShares(299, levels)).to.deep.equal([1, 0.995, 0]);
    expect(filledShares(300, levels)).to.deep.equal([1, 1, 1]);
    expect(filledShares(10, [])).to.deep.equal([]);
  });

  it('speaks the language of the page', async () => {
    const { text } = await progress('ready', { lang: 'es-MX' });
    expect(text()).to.contain('$320 para Luminosa hasta el 13 de marzo de 2027');

    const { text: inArabic } = await progress('ready', { lang: 'ar', dir: 'rtl' });
    expect(inArabic()).to.contain('خلال آخر 12 شهرًا');
  });

  it('keeps its amounts apart in a narrow column, with the long sign of Arabic too', async () => {
    const { element } = await progress('ready', { lang: 'ar', dir: 'rtl', width: 240 });
    const amounts = [...element.shadowRoot!.querySelectorAll('.threshold')].map((amount) =>
      placeOf(amount, amount.textContent ?? ''),
    );

    const gaps = amounts.slice(1).map(({ right }, index) => amounts[index]!.left - right);
    expect(Math.min(...gaps)).to.be.at.least(4);
  });

  it('sets no style attribute in what it writes', async () => {
    const { element } = await progress('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
  });
});

describe('tier-progress on the real server', () => {
  afterEach(clear);

  it('moves with what the till brings, and the reader hears it', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const { says, readAgain, leave } = serve(server, template(), dora);
    const { missing, next } = dora.answer.summary.tier;
    const money = (amount: number) => `$${(amount / 100).toLocaleString('en')}`;
    const name = (next?.name as { en: string }).en ?? next?.name;
    await says(`${money(missing!.amount)} to ${name}`);

    await server.till.visit(dora.phone, { amount: 45_000 });
    await readAgain();

    const now = money(missing!.amount - 45_000);
    await says(`${now} to ${name} by`);
    await untilTrue(() => heard() === `Now ${now} to ${name}.`, heard);
    leave();
  });
});
