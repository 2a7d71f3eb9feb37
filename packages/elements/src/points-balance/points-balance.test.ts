import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import { faces, type Face } from '../internal/faces.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, heard, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { PointsBalanceElement } from './points-balance.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const template = () => html`<points-balance></points-balance>`;
const balance = (face: Face, given: Parameters<typeof show>[2] = {}) =>
  show<PointsBalanceElement>(face, template(), {
    ...given,
    summary: given.summary ?? member(face),
  });

const newcomer = () =>
  handSummary({ points: { balance: 0, value: usd(0), next: null }, entries: [] });
const member = (face: Face) => (face === 'empty' ? newcomer() : handSummary());

describe('points-balance', () => {
  afterEach(clear);

  const said: Record<Face, string> = {
    'signed-out': 'Sign in to see your points. Sign in',
    waiting: 'Loading your points',
    empty: 'points 0 points 0 Points arrive by themselves after your next visit.',
    ready: 'points 12,480 points 12,480 worth $124.80 1,200 lapse on March 14, 2027',
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale:
      'points 12,480 points 12,480 worth $124.80 This may be out of date. We will try again soon.',
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await balance(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await balance(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, (face) => ({ summary: member(face) }));

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('speaks Spanish', async () => {
    const { text } = await balance('ready', { lang: 'es-MX' });

    expect(text()).to.contain('1,200 caducan el 14 de marzo de 2027');
  });

  it('gives the figure to a screen reader once, with its unit', async () => {
    const { find, element } = await balance('ready');

    expect(find('[part="amount"]').getAttribute('aria-hidden')).to.equal('true');
    expect(find('[part="label"]').getAttribute('aria-hidden')).to.equal('true');
    expect(element.shadowRoot!.querySelector('.hidden')?.textContent).to.equal('12,480 points');
  });

  it('says a change once, politely, and shows the difference beside the figure', async () => {
    const { page, text, element } = await balance('ready');

    page.far.summary = handSummary({
      points: { balance: 12_960, value: usd(12_960), next: null },
    });
    await page.store.revalidate();
    await element.updateComplete;

    expect(text()).to.contain('+480');
    await untilTrue(() => heard() === 'Your balance is now 12,960 points.', heard);
    await untilTrue(
      () => element.shadowRoot!.querySelector('.figure')!.textContent!.trim() === '12,960',
      text,
    );
  });

  it('goes to the new figure in one step where motion is reduced', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { page, find, text } = await balance('ready');
    const figure = () => find('.figure').textContent?.trim() ?? '';
    const drawn = new Set([figure()]);
    new MutationObserver(() => drawn.add(figure())).observe(find('.figure'), {
      characterData: true,
      subtree: true,
    });

    page.far.summary = newcomer();
    await page.store.revalidate();
    await untilTrue(() => figure() === '0', text);

    expect([...drawn]).to.deep.equal(['12,480', '0']);
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('does not count from one member to another', async () => {
    const { element, text } = await balance('ready');

    element.summary = handSummary({
      member: { id: 'mem_01jd8x5m2q4r6t8v0w2y4z6a8d', firstName: null, since: '2026-01-01' },
      points: { balance: 10, value: usd(10), next: null },
    });
    await element.updateComplete;

    expect(text()).to.equal(
      'points 10 points 10 worth $0.10 Your points stay for as long as you keep coming.',
    );
  });

  it('explains a balance below zero', async () => {
    const points = { balance: -120, value: usd(0), next: null };
    const { text } = await balance('ready', { summary: handSummary({ points }) });

    expect(text()).to.contain('−120').and.to.contain('A correction took your balance below zero.');
  });

  it('leaves out the day and the worth where the page asks for it', async () => {
    const { element } = await show<PointsBalanceElement>(
      'ready',
      html`<points-balance no-expiry no-worth></points-balance>`,
    );

    expect(element.shadowRoot!.querySelector('[part="expiry"], [part="worth"]')).to.equal(null);
  });

  it('shows what it is given by hand, without any page', async () => {
    const element = document.createElement('points-balance');
    element.program = handProgram();
    element.summary = handSummary();
    document.body.append(element);
    await untilTrue(
      () => element.state === 'ready',
      () => element.state,
    );
    await element.updateComplete;

    expect(element.shadowRoot!.textContent).to.contain('12,480');
    element.remove();
  });

  it('asks the page to sign in at the press of its button', async () => {
    const { find, box } = await balance('signed-out');
    const asked: Event[] = [];
    box.addEventListener('glow-sign-in-request', (event) => asked.push(event));

    find('button').click();

    expect(asked.map(({ cancelable }) => cancelable)).to.deep.equal([true]);
  });

  it('tries again at the press of its button and leads the reader to the result', async () => {
    const { find, page, element } = await balance('failed');

    page.far.mode = 'open';
    find('button').click();
    await untilTrue(
      () => element.state === 'ready',
      () => element.state,
    );
    await element.updateComplete;

    expect(element.shadowRoot!.activeElement).to.equal(find('.card'));
  });

  it('reads from the right where the page does', async () => {
    const { find, box } = await balance('ready', { dir: 'rtl', width: 320 });
    const label = find('[part="label"]');

    expect(getComputedStyle(label).textAlign).to.equal('right');
    expect(find('.figure').getBoundingClientRect().right).to.be.greaterThan(
      box.getBoundingClientRect().left + 160,
    );
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await balance('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('points-balance on the real server', () => {
  it('shows what the till brings, and the reader hears it', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const { says, readAgain, leave } = serve(server, template(), dora);
    const before = dora.answer.summary.points.balance;
    await says(`${before} Glow points`);

    await server.till.visit(dora.phone, { amount: 45_000 });
    await readAgain();

    const { points } = await dora.client.me.summary();
    expect(points.balance).to.be.greaterThan(before);
    const amount = points.balance.toLocaleString('en');
    await says(`${amount} Glow points`);
    await untilTrue(() => heard() === `Your balance is now ${amount} Glow points.`, heard);
    leave();
  });

  it('keeps the last balance and says so when the server does not answer, then recovers', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const { shows, says, readAgain, leave } = serve(server, template(), dora);
    await shows('ready');

    server.failNext({ status: 403, code: 'origin_not_allowed', path: 'me', times: 2 });
    server.failNext({ status: 403, code: 'origin_not_allowed', path: 'sessions', times: 2 });
    await readAgain();
    await shows('stale');
    await says('This may be out of date.');
    leave();
  });

  it('asks to sign in where nobody is', async () => {
    const { shows, leave } = serve(await createTestServer(), template());

    await shows('signed-out');
    leave();
  });
});
