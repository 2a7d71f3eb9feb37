import type { Summary } from '@afterglow/contract';
import { createTestServer } from '@afterglow/testing';
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
  show,
  untilTrue,
  type Shown,
} from '../testing/looks.js';
import { clublessSummary, clubProgram, clubSummary } from '../testing/made-credit.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { MembershipCreditElement } from './membership-credit.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const template = () => html`<membership-credit></membership-credit>`;
const given = (face: Face) => ({
  program: clubProgram(),
  summary: face === 'empty' ? clublessSummary(1) : clubSummary(),
});
const credit = (face: Face, more: Parameters<typeof show>[2] = {}) =>
  show<MembershipCreditElement>(face, template(), { ...given(face), ...more });

/** A year in: six months of credit. */
const sixMonths = () =>
  clubSummary(
    {},
    [12, 1, 2, 3, 4, 5].map((month) => [
      12_900 + month,
      `${month === 12 ? 2026 : 2027}-${String(month).padStart(2, '0')}-14`,
    ]),
  );
const lotsOf = ({ element }: Pick<Shown<MembershipCreditElement>, 'element'>) =>
  [...element.shadowRoot!.querySelectorAll('.lot')].map((lot) =>
    (lot.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('membership-credit', () => {
  afterEach(clear);

  const body =
    '$64 use by December 14 $129 use by March 14, 2027 $129 use by April 14, 2027 ' +
    'Terms of Glow Club $129 a month. The credit of a month can be used for 6 months. ' +
    'Each quarter: A complimentary LED session. ' +
    'Unused credit can be used for six months, then it ends. Pause or end whenever you like; ' +
    'what is banked stays until its own end.';
  const said: Record<Face, string> = {
    'signed-out': 'Sign in to see your credit. Sign in',
    waiting: 'Loading your credit',
    empty:
      'Your credit You have no credit at the moment. ' +
      'Glow Club $129 a month, with $129 of credit each month. ' +
      'Each quarter: A complimentary LED session. 1 more visit and you can join.',
    ready: `Glow Club $322 to use on your visits $129 more on December 14 ${body}`,
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale: `Glow Club $322 to use on your visits This may be out of date. We will try again soon. ${body}`,
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await credit(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await credit(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, (face) =>
      face === 'ready' ? { program: clubProgram(), summary: sixMonths() } : given(face),
    );

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  const states: readonly (readonly [string, Summary, string])[] = [
    [
      'paused',
      clubSummary({ status: 'paused', nextCreditOn: null }),
      'Paused. What is banked stays until its own end.',
    ],
    [
      'ended',
      clubSummary({ status: 'ended', nextCreditOn: null }),
      'Ended. What is banked stays until its own end.',
    ],
    [
      'in debt',
      { ...clubSummary({}, []), credit: { balance: usd(-2_000), lots: [] } },
      'A correction took your credit below zero.',
    ],
  ];
  for (const [name, summary, words] of states) {
    it(`says what holds while it is ${name}`, async () => {
      const { find } = await credit('ready', { summary });

      expect(find('[part="message"]').innerText).to.equal(words);
    });
  }

  it('is ready for who pays and has used everything, empty for whose membership is over', async () => {
    await credit('ready', { summary: clubSummary({}, []) });
    await credit('ready', { summary: clubSummary({ status: 'paused', nextCreditOn: null }, []) });
    const ended = { ...clubSummary({ status: 'ended', nextCreditOn: null }, []) };
    const { text } = await credit('empty', {
      summary: { ...ended, membershipPlans: [{ plan: 'GLOWCLUB', missingVisits: 0 }] },
    });

    expect(text()).to.contain('You can join at your next visit.');
  });

  it('shows credit that no membership gave', async () => {
    const { text } = await credit('ready', {
      summary: handSummary({
        credit: { balance: usd(2_500), lots: [{ amount: usd(2_500), expiresOn: null }] },
      }),
    });

    expect(text()).to.equal('Your credit $25 to use on your visits $25 no end date');
  });

  it('ends with no line where nothing follows', async () => {
    const lineOf = (shown: Shown<MembershipCreditElement>) =>
      getComputedStyle([...shown.element.shadowRoot!.querySelectorAll('.lot')].at(-1)!)
        .borderBlockEndWidth;
    const alone = await credit('ready', {
      summary: handSummary({
        credit: { balance: usd(2_500), lots: [{ amount: usd(2_500), expiresOn: null }] },
      }),
    });

    expect(lineOf(alone)).to.equal('0px');
    expect(lineOf(await credit('ready'))).to.equal('1px');
  });

  it('marks what ends within 30 days, and puts it first', async () => {
    const lots = [
      [3_000, null],
      [2_000, '2026-12-22'],
      [1_000, '2026-12-21'],
    ] as const;
    const shown = await credit('ready', { summary: clubSummary({}, lots) });

    expect(lotsOf(shown)).to.deep.equal([
      '$10 use by December 21',
      '$20 use by December 22',
      '$30 no end date',
    ]);
    expect(shown.element.shadowRoot!.querySelectorAll('.soon')).to.have.length(1);
  });

  it('shows the rest at the press of a key, and leads the reader to the first of it', async () => {
    const shown = await credit('ready', { summary: sixMonths() });
    expect(lotsOf(shown)).to.have.length(3);

    shown.find('.all').focus();
    await sendKeys({ press: 'Enter' });
    await shown.element.updateComplete;

    expect(lotsOf(shown)).to.have.length(6);
    expect(shown.element.shadowRoot!.activeElement!.textContent).to.contain('$129.03');
    expect(shown.element.shadowRoot!.querySelector('.all')).to.equal(null);
  });

  it('opens the terms with a key', async () => {
    const { find } = await credit('ready');
    const words = find('details p');
    expect(words.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);

    find('summary').focus();
    await sendKeys({ press: 'Enter' });

    expect(words.checkVisibility({ contentVisibilityAuto: true })).to.equal(true);
    expect(find('summary').getBoundingClientRect().height).to.be.at.least(44);
  });

  it('says the terms in the language of the page', async () => {
    const terms = { en: 'Six months.', es: 'Seis meses.' };
    const { text } = await credit('ready', { lang: 'es-MX', summary: clubSummary({ terms }) });

    expect(text()).to.contain('Seis meses.');
    expect(text()).not.to.contain('Six months.');
  });

  it('says a change of the same member once', async () => {
    const { page, element } = await credit('ready');

    page.far.summary = clubSummary({}, [[12_900, '2027-03-14']]);
    await page.store.revalidate();
    await element.updateComplete;

    await untilTrue(() => heard() === 'Your credit is now $129.', heard);
  });

  it('speaks the language of the page, from the right where it reads so', async () => {
    const { text } = await credit('empty', { lang: 'es-MX', summary: clublessSummary(2) });
    expect(text()).to.contain('Con 2 visitas más puedes unirte.');

    const arabic = await credit('ready', { lang: 'ar', dir: 'rtl' });
    expect(arabic.text()).to.contain('لمدة 6 أشهر');
    const [amount, until] = ['.part', '.soon'].map((part) =>
      arabic.find(part).getBoundingClientRect(),
    );
    expect(until!.right).to.be.lessThan(amount!.right);
  });

  it('sets no style attribute in what it writes', async () => {
    const { element } = await credit('ready');

    expect(element.shadowRoot!.querySelector('[style]')).to.equal(null);
  });
});

describe('membership-credit on the real server', () => {
  it('leads to the membership, then shows each month as it comes, and a pause', async () => {
    const server = await createTestServer();
    const { phone } = await server.people.dora();
    const dora = await server.signIn(phone, { remember: 'device' });
    const ofDora = { source: 'till', member: { phone } };
    const { events } = server.backend;
    const { says, readAgain, leave } = serve(server, template(), dora);
    await says('Each quarter: A complimentary LED session. 2 more visits and you can join.');

    const data = { plan: 'GLOWCLUB' };
    await events.send({ ...ofDora, type: 'membership.started', externalId: 'M-1', data });
    await readAgain();
    await says('$129 to use on your visits $129 more on December 21');

    await server.clock.advance({ days: 31 });
    await readAgain();
    await says('$258 to use on your visits');

    await events.send({ ...ofDora, type: 'membership.paused', externalId: 'M-2' });
    await readAgain();
    await says('$258 to use on your visits Paused.');
    leave();
  });
});
