import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Face } from '../internal/faces.js';
import { qrModules } from '../internal/qr-drawing.js';
import { qrPath } from '../internal/qr-path.js';
import { handMemberId, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, higherThanReserved, placeOf, show, untilTrue } from '../testing/looks.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { MemberCardElement } from './member-card.js';

const template = () => html`<member-card></member-card>`;
/** Every member has a card, so none is empty. */
const own = ['signed-out', 'waiting', 'ready', 'failed', 'stale'] as const;
const card = async (face: Face, given: Parameters<typeof show>[2] = {}) => {
  const shown = await show<MemberCardElement>(face, template(), given);
  if (face === 'ready' || face === 'stale') await drawn(shown.element);
  return shown;
};

const codeIn = ({ shadowRoot }: MemberCardElement) => shadowRoot!.querySelector('.code');
const drawn = (element: MemberCardElement) =>
  untilTrue(
    () => codeIn(element) !== null,
    () => 'no code was drawn',
  );

describe('member-card', () => {
  afterEach(clear);

  const ready =
    `Lumen Aesthetics Ana Radiant Member since 2025 Member number ${handMemberId} ` +
    'Show this at the front desk, and your visit counts by itself.';
  const said: Record<(typeof own)[number], string> = {
    'signed-out': 'Sign in to see your member card. Sign in',
    waiting: 'Loading your card',
    ready,
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale: `${ready} This may be out of date. We will try again soon.`,
  };

  for (const face of own) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await card(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await card(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    const vip = { summary: handSummary({ vip: true }) };
    const higher = await higherThanReserved(template, () => vip, own);

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('keeps its height when the code arrives', async () => {
    const { element } = await show<MemberCardElement>('ready', template(), { width: 320 });
    const before = element.getBoundingClientRect().height;
    await drawn(element);
    await element.updateComplete;

    expect(element.getBoundingClientRect().height).to.equal(before);
  });

  it('draws the member number, dark on white in a dark page too', async () => {
    const { element, find } = await card('ready', { scheme: 'dark' });

    const [paper, dark] = codeIn(element)!.querySelectorAll('path');
    expect(dark!.getAttribute('d')).to.equal(qrPath(qrModules(handMemberId)));
    expect(getComputedStyle(dark!).fill).to.equal('rgb(0, 0, 0)');
    expect(getComputedStyle(paper!).fill).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(find('.paper')).backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('is large enough for a scanner at the width of a small phone', async () => {
    const { element } = await card('ready', { width: 320 });

    expect(codeIn(element)!.getBoundingClientRect().width).to.be.at.least(220);
  });

  it('tells a screen reader what the code and the number are', async () => {
    const { element, find } = await card('ready');

    expect(codeIn(element)!.getAttribute('role')).to.equal('img');
    expect(codeIn(element)!.getAttribute('aria-label')).to.equal('QR code of your member number');
    expect(find('.number').textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      `Member number ${handMemberId}`,
    );
  });

  it('draws another code for another member', async () => {
    const { element } = await card('ready');
    const id = 'mem_01jd8x5m2q4r6t8v0w2y4z6a8d';

    element.summary = handSummary({ member: { id, firstName: null, since: '2026-01-01' } });
    const expected = qrPath(qrModules(id));
    await untilTrue(
      () => codeIn(element)?.querySelectorAll('path')[1]?.getAttribute('d') === expected,
      () => 'the code of the member before',
    );

    expect(element.shadowRoot!.textContent).to.contain('Your member card').and.to.contain(id);
  });

  it('leads to the sign-in at a press', async () => {
    const { box, find } = await card('signed-out');
    let asked = 0;
    box.addEventListener('glow-sign-in-request', () => (asked += 1));

    find('button').click();

    expect(asked).to.equal(1);
  });

  it('breaks the number in its middle where one line has no room', async () => {
    const { find } = await card('ready', { width: 240 });
    const number = find('.number');
    const [first, second] = [handMemberId.slice(0, 15), handMemberId.slice(15)];

    expect(placeOf(number, first).height).to.equal(placeOf(number, second).height);
    expect(placeOf(number, second).top).to.be.greaterThan(placeOf(number, first).top);
    expect(number.textContent?.replace(/\s+/g, ' ')).to.contain(handMemberId);
  });

  it('stands from the right where the page does, its number from the left', async () => {
    const { find, text } = await card('ready', { dir: 'rtl', lang: 'ar', width: 640 });

    expect(text()).to.contain('عضو منذ 2025');
    expect(getComputedStyle(find('.number')).direction).to.equal('ltr');
    expect(find('.paper').getBoundingClientRect().right).to.be.lessThan(
      find('.title').getBoundingClientRect().right,
    );
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await card('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('member-card on the real server', () => {
  it('says who is a VIP from the third treatment on, and nothing of it before', async () => {
    const server = await createTestServer();
    const { phone } = await server.people.dora();
    for (let visit = 0; visit < 2; visit += 1) await server.till.visit(phone, { amount: 20_000 });
    const dora = await server.signIn(phone);
    const { says, text, readAgain, leave } = serve<MemberCardElement>(server, template(), dora);
    await says('Dora');
    expect(text()).not.to.contain('VIP');

    await server.till.visit(phone, { amount: 20_000 });
    await readAgain();

    await says('Glow VIP Member since 2026');
    leave();
  });

  it('shows a number by which the desk finds the member, and the tier after a visit', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const { element, says, readAgain, leave } = serve<MemberCardElement>(server, template(), dora);
    await says('Dora');
    const number = element.shadowRoot!.querySelector('.number')!.textContent!.match(/mem_\w+/)![0];

    const found = await server.backend.members.get(number);
    expect(found.firstName).to.equal('Dora');
    await server.backend.events.send({
      type: 'visit.completed',
      source: 'till',
      externalId: 'R-card',
      occurredAt: '2026-11-21T15:00:00.000Z',
      member: { memberId: number },
      data: {
        lines: [
          {
            lineId: '1',
            kind: 'treatment',
            category: 'neuromodulator',
            price: { amount: 200_000, currency: 'USD' },
          },
        ],
        tenders: [{ kind: 'money', amount: { amount: 200_000, currency: 'USD' } }],
      },
    });
    await readAgain();
    const { name } = (await dora.client.me.summary()).tier.current!;
    await says(typeof name === 'string' ? name : name['en']!);
    leave();
  });
});
