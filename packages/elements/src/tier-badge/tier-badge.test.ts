import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
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
import { emblemPaths } from './emblem.js';
import type { TierBadgeElement } from './tier-badge.js';

const template = () => html`<tier-badge></tier-badge>`;
const member = (face: Face) => (face === 'empty' ? inTier(null) : handSummary());
const badge = (face: Face, given: Parameters<typeof show>[2] = {}) =>
  show<TierBadgeElement>(face, template(), { ...given, summary: given.summary ?? member(face) });

/** The member in a tier of the program, by its place from the lowest; null: in none. */
function inTier(index: number | null) {
  const summary = handSummary();
  const { levels } = handProgram().tiers;
  const ref = (at: number) => {
    const level = levels[at];
    return level
      ? { id: level.id, name: level.name, threshold: level.threshold, rank: at + 1 }
      : null;
  };
  const next = ref((index ?? -1) + 1);
  const tier = {
    ...summary.tier,
    current: index === null ? null : ref(index),
    next,
    missing: next && { amount: 32_000, currency: 'USD' },
    keptUntil: index === 0 ? null : '2026-12-14',
  };
  return handSummary({ tier });
}

const openBadge = async (given?: Parameters<typeof show>[2]) => {
  const shown = await badge('ready', given);
  shown.find('button').click();
  await shown.element.updateComplete;
  return shown;
};

describe('tier-badge', () => {
  afterEach(clear);

  const said: Record<Face, string> = {
    'signed-out': 'See your tier',
    waiting: 'Loading your tier',
    empty: 'No tier yet',
    ready: 'Radiant',
    failed: 'Tier not loaded. Retry',
    stale: 'Radiant',
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await badge(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await badge(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('keeps the order of what the clinic wrote in English on an Arabic page', async () => {
    const { find } = await openBadge({ lang: 'ar', dir: 'rtl', summary: inTier(1) });

    expect(getComputedStyle(find('.benefits span')).unicodeBidi).to.equal('plaintext');
  });

  it('begins on the right in Arabic with what the clinic named in English', async () => {
    const { find } = await openBadge({ lang: 'ar', dir: 'rtl', width: 640, summary: inTier(1) });
    const line = find('.benefits span');

    expect(placeOf(line, 'add-on').left).to.be.greaterThan(placeOf(line, 'مرة').left);
  });

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, (face) => ({ summary: member(face) }));

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('cuts a name that is longer than the page is wide rather than leave the page', async () => {
    const summary = inTier(1);
    const name = 'Radiant circle of the founding members';
    const tier = { ...summary.tier, current: { ...summary.tier.current!, name } };
    const { element, find } = await badge('ready', { width: 240, summary: handSummary({ tier }) });

    expect(element.getBoundingClientRect().width).to.be.at.most(240);
    expect(find('button').getAttribute('aria-label')).to.contain(name);
  });

  it('tells a screen reader what it is, what it opens and whether it is open', async () => {
    const { find, element } = await badge('ready');
    const button = find('button');

    expect(button.getAttribute('aria-label')).to.equal('Radiant, your tier. What it unlocks');
    expect(button.getAttribute('aria-expanded')).to.equal('false');

    button.click();
    await element.updateComplete;

    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(find(`#${button.getAttribute('aria-controls')}`).checkVisibility()).to.equal(true);
    expect(find('[role="heading"]').ariaLevel).to.equal('3');
  });

  it('says, when open, what the tier unlocks, what is missing and how long it is kept', async () => {
    const { find } = await openBadge({ summary: inTier(1) });

    expect(find('.sheet').innerText.split('\n').filter(Boolean)).to.deep.equal([
      'Radiant unlocks',
      'A complimentary add-on, once a quarter',
      'First choice of appointments',
      '$320 to Luminous',
      'Yours until December 14, and longer with your next visits.',
    ]);
  });

  it('says it in Spanish', async () => {
    const { find } = await openBadge({ summary: inTier(1), lang: 'es' });

    expect(find('.sheet').innerText).to.contain(
      'Un complemento de cortesía, una vez por trimestre',
    );
  });

  it('says that there is no higher tier', async () => {
    const { find } = await openBadge({ summary: inTier(2) });

    expect(find('.next').innerText).to.contain('This is the highest tier.');
  });

  it('says of the first tier that everybody starts there', async () => {
    const { find } = await openBadge({ summary: inTier(0) });

    expect(find('.sheet').innerText).to.contain('This is where everybody starts.');
  });

  it('marks an old answer when it is open', async () => {
    const { element, find } = await badge('stale');
    find('button').click();
    await element.updateComplete;

    expect(find('.next').innerText).to.contain('This may be out of date.');
  });

  it('is pressed with Enter and Space, and Escape closes it and keeps the focus', async () => {
    const { element, find } = await badge('ready');
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement).to.equal(find('button'));

    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.open).to.equal(true);

    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.open).to.equal(false);
    expect(element.shadowRoot!.activeElement).to.equal(find('button'));

    await sendKeys({ press: 'Space' });
    expect(element.open).to.equal(true);
  });

  it('closes when somebody presses elsewhere, not inside', async () => {
    const { element, find } = await openBadge();
    const press = (on: Element) =>
      on.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));

    press(find('.next'));
    expect(element.open).to.equal(true);

    press(document.body);
    expect(element.open).to.equal(false);
  });

  it('opens within the window, at either edge and from the right', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { box, element, find } = await badge('ready', { dir });
      box.style.setProperty('text-align', 'end');
      find('button').click();
      await element.updateComplete;

      const { left, right } = find('.sheet').getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(document.documentElement.clientWidth);
      clear();
    }
  });

  it('moves nothing on the page when it opens', async () => {
    const { element, box, find } = await badge('ready');
    const before = box.getBoundingClientRect().height;
    find('button').click();
    await element.updateComplete;

    expect(box.getBoundingClientRect().height).to.equal(before);
  });

  it('says a new tier once, politely', async () => {
    const { page } = await badge('ready');

    page.far.summary = inTier(2);
    await page.store.revalidate();

    await untilTrue(() => heard() === 'Your tier is now Luminous.', heard);
  });

  it('leads to the sign-in at a press', async () => {
    const { box, find } = await badge('signed-out');
    let asked = 0;
    box.addEventListener('glow-sign-in-request', () => (asked += 1));
    find('button').click();

    expect(asked).to.equal(1);
  });

  it('tries again at a press', async () => {
    const { page, element, find } = await badge('failed');
    page.far.mode = 'open';
    find('button').click();

    await untilTrue(
      () => element.state === 'ready',
      () => element.state,
    );
  });

  it('sets nothing on itself', async () => {
    const { element } = await badge('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
  });
});

describe('the emblem', () => {
  it('gains a stroke with each rank, and is a full ring from the fourth on', () => {
    expect([1, 2, 3].map((rank) => emblemPaths(rank).length)).to.deep.equal([1, 2, 3]);
    expect(emblemPaths(4)[0]).to.match(/Z$/);
    expect(emblemPaths(0)).to.deep.equal(emblemPaths(1));
  });
});

describe('tier-badge on the real server', () => {
  it('rises with what is spent', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const { says, readAgain, leave } = serve(server, template(), dora);
    const { current, next, missing } = dora.answer.summary.tier;
    const nameOf = (tier: typeof next) =>
      typeof tier?.name === 'string' ? tier.name : tier?.name['en'];
    await says(nameOf(current) ?? 'No tier yet');

    await server.till.visit(dora.phone, { amount: missing!.amount });
    await readAgain();

    await says(nameOf(next)!);
    leave();
  });
});
