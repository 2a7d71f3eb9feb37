import { createTestServer, type TestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { faces, type Face } from '../internal/faces.js';
import { handSummary } from '../testing/hand-made.js';
import {
  clear,
  faultsOf,
  heard,
  higherThanReserved,
  placeOf,
  show,
  untilTrue,
} from '../testing/looks.js';
import { historyProgram, madeEntries, madeEntry, reason } from '../testing/made-entries.js';
import { serve, type Served } from '../testing/served.js';
import './define.js';
import type { PointsHistoryElement } from './points-history.js';

const template = () => html`<points-history></points-history>`;
const given = (face: Face) => ({
  program: historyProgram(),
  summary: handSummary({ entries: face === 'empty' ? [] : [...madeEntries] }),
});
const own = (face: Face, more: Parameters<typeof show>[2] = {}) =>
  show<PointsHistoryElement>(face, template(), { ...given(face), ...more });

const rowsOf = (element: PointsHistoryElement) =>
  [...element.shadowRoot!.querySelectorAll('.row')].map((row) =>
    (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('points-history', () => {
  afterEach(clear);

  const rows = [
    'Nov 2 Treatment $560 paid, 50 Glow points for every $100 +280 Glow points',
    'Nov 2 Products $75 paid, 30 Glow points for every $100 +22 Glow points',
    'Oct 20 Claimed: $50 off any treatment To be used by January 18, 2027 −500 Glow points',
    'Oct 4 A friend came through you +500 Glow points',
    'Sep 18 Your birthday To be used by October 18 +$25',
  ];
  const said: Record<Face, string> = {
    'signed-out': 'Sign in to see how your points came about. Sign in',
    waiting: 'Loading your history',
    empty: 'History Nothing yet. What your visits bring shows here, with the reason.',
    ready: `History Show balances ${rows.join(' ')} Show more`,
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale: `History This may be out of date. We will try again soon. ${rows.join(' ')} Show more`,
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await own(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await own(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    expect(await higherThanReserved(template, given)).to.deep.equal([]);
  }).timeout(60_000);

  it('writes a day once for all that happened on it, and says it with each', async () => {
    const { element } = await own('ready');
    const dates = [...element.shadowRoot!.querySelectorAll('time')];

    expect(dates.map((date) => date.innerText.trim())).to.deep.equal([
      'Nov 2',
      'Nov 2',
      'Oct 20',
      'Oct 4',
      'Sep 18',
    ]);
    expect(dates[1]!.querySelector('.hidden')).not.to.equal(null);
    expect(dates[0]!.dateTime).to.equal('2026-11-02');
  });

  it('shows the balance after each entry when asked, by keyboard too', async () => {
    const { element, find } = await own('ready');
    expect(rowsOf(element).join()).not.to.contain('Balance');

    find('.switch').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(rowsOf(element)[0]).to.contain('Balance 852');
    expect(rowsOf(element)[4]).to.contain('Balance $25');
    expect(find('.switch').ariaPressed).to.equal('true');

    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(rowsOf(element).join()).not.to.contain('Balance');
  });

  it('speaks the language of the page', async () => {
    const spanish = await own('ready', { lang: 'es-MX' });
    expect(rowsOf(spanish.element)[0])
      .to.contain('Tratamiento')
      .and.to.contain('puntos Glow por cada');

    const arabic = await own('ready', { lang: 'ar', dir: 'rtl', width: 640 });
    expect(rowsOf(arabic.element)[3]).to.contain('جاء صديق بفضلك');
    expect(arabic.find('.figures').getBoundingClientRect().left).to.be.lessThan(
      arabic.find('.date').getBoundingClientRect().left,
    );
  });

  it('keeps the order of a reward that the clinic named in English on an Arabic page', async () => {
    const { element } = await own('ready', { lang: 'ar', dir: 'rtl', width: 640 });
    const names = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.name')];
    const claimed = names.find(({ innerText }) => innerText.includes('$50'))!;

    expect(placeOf(claimed, '$50').left).to.be.lessThan(placeOf(claimed, 'off').left);
  });

  describe('below zero', () => {
    const given = {
      program: historyProgram(),
      summary: handSummary({
        entries: [
          madeEntry(2, -500, [reason('goodwill')], { balanceAfter: -120 }),
          madeEntry(1, -2_500, [reason('credit')], { asset: 'credit', balanceAfter: -29_160 }),
        ],
      }),
    };
    const history = (more: Parameters<typeof show>[2] = {}) =>
      show<PointsHistoryElement>('ready', html`<points-history balances></points-history>`, {
        ...given,
        ...more,
      });

    it('has the same minus before a balance as before what was taken', async () => {
      const { element } = await history();

      expect(rowsOf(element)[0]).to.match(/−500 Glow points Balance −120$/);
      expect(rowsOf(element)[1]).to.match(/−\$25 Balance −\$291\.60$/);
    });

    it('has it left of the figure on an Arabic page, and the currency where it always is', async () => {
      const { element } = await history({ lang: 'ar', dir: 'rtl', width: 640 });
      const rows = [...element.shadowRoot!.querySelectorAll('.row')];
      const orderOf = (row: Element, words: string[]) =>
        words.map((word) => placeOf(row, word).left).every((x, at, all) => !at || all[at - 1]! < x);

      expect(orderOf(rows[0]!.querySelector('.amount')!, ['−', '500'])).to.equal(true);
      expect(orderOf(rows[0]!.querySelector('.figures .quiet')!, ['−', '120'])).to.equal(true);
      expect(orderOf(rows[1]!.querySelector('.amount')!, ['US$', '−', '25'])).to.equal(true);
      expect(orderOf(rows[1]!.querySelector('.figures .quiet')!, ['US$', '−', '291.60'])).to.equal(
        true,
      );
    });
  });

  it('has no button for more where there is no more', async () => {
    const summary = handSummary({ entries: madeEntries.slice(0, 2) });
    const { element } = await own('ready', { summary });

    expect(element.shadowRoot!.querySelector('.all')).to.equal(null);
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await own('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelector('[style]')).to.equal(null);
  });

  describe('on the real server', () => {
    let server: TestServer;
    let served: Served<PointsHistoryElement>;
    let phone: string;

    beforeEach(async () => {
      server = await createTestServer();
      const ana = await server.people.ana();
      phone = ana.phone;
      for (let visit = 0; visit < 4; visit += 1) {
        await server.clock.advance({ days: 7 });
        await server.till.visit(phone);
      }
      await server.clock.advance({ days: 7 });
      served = serve(server, template(), await server.signIn(phone));
      await served.shows('ready');
    });
    afterEach(() => served.leave());

    const more = () => served.element.shadowRoot!.querySelector<HTMLElement>('.all');

    it('words every entry that the server makes for a member', async () => {
      more()!.click();
      await untilTrue(() => rowsOf(served.element).length > 5, served.text);

      expect(served.text()).not.to.contain('Change of your balance');
      expect(rowsOf(served.element).at(-1)).to.contain('Welcome').and.to.contain('+50');
    });

    it('adds older entries below, brings the focus to the first of them, and then has no more', async () => {
      const before = rowsOf(served.element);
      expect(before).to.have.length(5);

      more()!.focus();
      await sendKeys({ press: 'Enter' });
      await untilTrue(() => more() === null, served.text);
      const all = rowsOf(served.element);

      expect(all.slice(0, 5)).to.deep.equal(before);
      expect(served.element.shadowRoot!.activeElement).to.equal(
        served.element.shadowRoot!.querySelectorAll('.row')[5],
      );
    });

    it('shows what is new above what was loaded', async () => {
      more()!.click();
      await untilTrue(() => more() === null, served.text);
      const before = rowsOf(served.element);

      await server.till.visit(phone, { amount: 12_300 });
      await served.readAgain();
      await served.says('$123 paid');

      expect(rowsOf(served.element)[0]).to.contain('$123 paid');
      expect(rowsOf(served.element).slice(-before.length).join()).to.equal(before.join());
    });

    it('explains a refund by what it leaves and what was there before', async () => {
      await server.till.visit(phone, { amount: 20_000, externalId: 'R-back' });
      await server.backend.events.send({
        type: 'visit.refunded',
        source: 'till',
        externalId: 'R-back-refund',
        occurredAt: new Date(server.clock.now()).toISOString(),
        data: {
          visit: 'R-back',
          lines: [{ lineId: '1', amount: { amount: 10_000, currency: 'USD' } }],
        },
      });
      await served.readAgain();
      await served.says('Refund: Treatment');

      expect(rowsOf(served.element)[0]).to.match(/90 Glow points in all, instead of 180 .* −90/);
    });

    it('says so when older entries can’t be loaded, and loads them at the next press', async () => {
      server.failNext({ path: 'me/entries', network: true, times: 3 });
      more()!.click();
      await served.says('The older entries could not be loaded. Try again.');
      await untilTrue(() => heard().startsWith('The older entries'), heard);

      more()!.click();
      await untilTrue(() => rowsOf(served.element).length > 5, served.text);
      expect(served.text()).not.to.contain('could not be loaded');
    });
  });
});
