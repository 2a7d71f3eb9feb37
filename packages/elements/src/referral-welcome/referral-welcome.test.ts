import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { Face } from '../internal/faces.js';
import { referralStorageName } from '../internal/referral-storage.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { ReferralWelcomeElement } from './referral-welcome.js';

const template = () => html`<referral-welcome code="ANA4K7QX"></referral-welcome>`;
/** Faces that the element has: the program is for everybody, and not read again. */
const own = ['waiting', 'empty', 'ready', 'failed'] as const;

const given = (face: Face) => (face === 'empty' ? {} : { isNobody: true });
const welcome = (face: Face, more: Parameters<typeof show>[2] = {}) =>
  show<ReferralWelcomeElement>(face, template(), { ...given(face), ...more });

const offer = '$50 off your first treatment';

describe('referral-welcome', () => {
  afterEach(clear);

  const said: Record<(typeof own)[number], string> = {
    waiting: 'Loading your offer',
    empty: 'You are a member here already. This offer is for friends who are new.',
    ready:
      `A friend thought of you ${offer} Yours at Lumen Aesthetics. Keep it with your phone number, ` +
      'and it counts wherever you book or join. Mobile number Keep my offer ' +
      'We use it to find your offer, and send nothing to it.',
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
  };

  for (const face of own) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await welcome(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await welcome(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, given, own);

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('asks for the link where none was followed, and says when there is no offer', async () => {
    const none = await show<ReferralWelcomeElement>(
      'empty',
      html`<referral-welcome></referral-welcome>`,
      { isNobody: true },
    );
    const program = handProgram({ referral: { ...handProgram().referral, active: false } });
    const off = await welcome('empty', { isNobody: true, program });

    expect(none.text()).to.equal(
      'Open the link from your friend once more to see your offer here.',
    );
    expect(off.text()).to.equal('There is no offer for friends at the moment.');
  });

  it('says to who joined with it where the offer is', async () => {
    const grant = {
      kind: 'offer',
      name: offer,
      amountOff: { amount: 5_000, currency: 'USD' },
      validDays: 90,
    } as const;
    const offers = [{ id: 'off_1', name: offer, expiresOn: null, source: 'friend', grant }];
    const { text, find } = await welcome('ready', {
      isNobody: false,
      summary: handSummary({ offers }),
    });

    expect(text()).to.contain('This offer is yours. You find it in your account.');
    expect(find('a').getAttribute('href')).to.equal(
      'https://lumen.example/booking?glow-offer=off_1',
    );
  });

  it('knows the link that was followed on an earlier page', async () => {
    const server = await createTestServer();
    const { key } = server.page();
    localStorage.setItem(
      referralStorageName(key),
      JSON.stringify({ code: 'ANA4K7QX', at: Date.now() }),
    );
    const { shows, leave } = serve(server, html`<referral-welcome></referral-welcome>`);

    await shows('ready');
    leave();
    localStorage.removeItem(referralStorageName(key));
  });

  it('blames an empty field, speaks the error and brings the reader back to it', async () => {
    const { element, find, text } = await welcome('ready');

    find('#phone').focus();
    await sendKeys({ press: 'Enter' });
    await untilTrue(() => text().includes('does not look like a mobile number'), text);
    await element.updateComplete;

    expect(find('#error').getAttribute('role')).to.equal('alert');
    expect(find('#phone').getAttribute('aria-describedby')).to.equal('error use');
    expect(find('#phone').getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot!.activeElement).to.equal(find('#phone'));
  });

  it('stands from the right where the page does, its number from the left', async () => {
    const { find, text } = await welcome('ready', { dir: 'rtl', lang: 'ar', width: 390 });

    expect(text()).to.contain('صديق فكّر فيك');
    expect(getComputedStyle(find('#phone')).direction).to.equal('ltr');
    expect(find('label').getBoundingClientRect().right).to.be.closeTo(
      find('#phone').getBoundingClientRect().right,
      1,
    );
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await welcome('ready');

    expect(element.getAttributeNames()).to.deep.equal(['code']);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('referral-welcome on the real server', () => {
  /** A friend's page with the link of somebody who joined. */
  async function landing() {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const code = dora.answer.summary.referral!.code;
    const shown = serve<ReferralWelcomeElement>(
      server,
      html`<referral-welcome code=${code}></referral-welcome>`,
    );
    await shown.shows('ready');
    const find = <Found extends HTMLElement>(selector: string) =>
      shown.element.shadowRoot!.querySelector<Found>(selector)!;
    const keep = (phone: string) => {
      const field = find<HTMLInputElement>('#phone');
      field.value = phone;
      find('.primary').click();
    };
    return { ...shown, server, dora, code, find, keep };
  }

  it('keeps the offer for a phone: whoever joins with it is the friend', async () => {
    const { server, dora, code, says, keep, find, element, leave } = await landing();
    const kept: Event[] = [];
    document.addEventListener('glow-kept', (event) => kept.push(event), { once: true });

    keep('(312) 555-0142');
    await says('Your offer is kept for the number ··42 until December 21, 2026.');
    await element.updateComplete;

    expect(kept).to.have.length(1);
    expect(element.shadowRoot!.activeElement).to.equal(find('.kept'));
    expect(new URL(find<HTMLAnchorElement>('a').href).searchParams.get('glow')).to.equal(code);
    const ben = await server.signIn('+13125550142');
    expect(ben.answer.summary.offers.map(({ source }) => source)).to.deep.equal(['friend']);
    const { data } = await dora.client.me.referrals().page();
    expect(data.map(({ status }) => status)).to.deep.equal(['joined']);
    leave();
  });

  it('hands the code to the place that the booking link has for it, and tells the page', async () => {
    const server = await createTestServer({
      program: (usual) => ({
        ...usual,
        site: { ...usual.site, bookingUrl: 'https://book.example/lumen?ref={code}&for={package}' },
      }),
    });
    const { code } = (await server.people.dora()).answer.summary.referral!;
    const shown = serve<ReferralWelcomeElement>(
      server,
      html`<referral-welcome code=${code}></referral-welcome>`,
    );
    await shown.shows('ready');
    const { shadowRoot } = shown.element;
    const booked: (string | undefined)[] = [];
    shown.element.addEventListener('glow-book', (event) => {
      event.preventDefault();
      booked.push(event.code, event.url);
    });

    shadowRoot!.querySelector<HTMLInputElement>('#phone')!.value = '(312) 555-0142';
    shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    await shown.says('Your offer is kept');
    const link = shadowRoot!.querySelector('a')!;
    link.click();

    const address = `https://book.example/lumen?ref=${code}&for=`;
    expect(link.getAttribute('href')).to.equal(address);
    expect(booked).to.deep.equal([code, address]);
    shown.leave();
  });

  it('leads to joining, and back to another number', async () => {
    const { element, keep, says, find, leave } = await landing();
    keep('3125550142');
    await says('Your offer is kept');
    let asked = 0;
    element.addEventListener('glow-sign-in-request', (event) => {
      event.preventDefault();
      asked += 1;
    });

    find('.secondary').click();
    find('.tertiary').click();
    await says('Keep my offer');
    await element.updateComplete;

    expect(asked).to.equal(1);
    expect(element.shadowRoot!.activeElement).to.equal(find('#phone'));
    leave();
  });

  it('says in words what went wrong, and goes on after it', async () => {
    const { server, element, keep, says, code, leave } = await landing();

    keep('12');
    await says('does not look like a mobile number');
    server.failNext({ path: 'referral-codes', status: 429 });
    server.failNext({ path: 'referral-codes', status: 429 });
    server.failNext({ path: 'referral-codes', status: 429 });
    keep('3125550142');
    await says('a little too often');
    element.code = 'ZZZZZZZZ';
    await element.updateComplete;
    keep('3125550142');
    await says('This link is not known here any more.');
    element.code = code;
    await element.updateComplete;
    keep('3125550142');
    await says('Your offer is kept');
    leave();
  }).timeout(15_000);

  it('writes the number while it is typed', async () => {
    const { find, leave } = await landing();
    find('#phone').focus();
    await import('./keep-offer.js');
    await sendKeys({ type: '3125550142' });

    expect(find<HTMLInputElement>('#phone').value).to.equal('(312) 555-0142');
    leave();
  });
});
