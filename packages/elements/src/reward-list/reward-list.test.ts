import { createTestServer, type TestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { GlowClaimedEvent, GlowClaimReturnedEvent } from '../internal/events.js';
import { faces, type Face } from '../internal/faces.js';
import '../points-balance/define.js';
import {
  clear,
  faultsOf,
  heard,
  higherThanReserved,
  show,
  untilTrue,
  type Shown,
} from '../testing/looks.js';
import { madeRewards, madeVoucher, rewardProgram, rewardSummary } from '../testing/made-rewards.js';
import { serve, type Served } from '../testing/served.js';
import './define.js';
import type { RewardListElement } from './reward-list.js';

const template = () => html`<reward-list></reward-list>`;
const given = (face: Face) =>
  face === 'empty'
    ? { program: rewardProgram([]), summary: rewardSummary(580, { rewards: [] }) }
    : { program: rewardProgram(), summary: rewardSummary(580) };
const own = (face: Face, more: Parameters<typeof show>[2] = {}) =>
  show<RewardListElement>(face, template(), { ...given(face), ...more });

/** What stands in each row, in order. */
const rowsOf = ({ element }: Pick<Shown<RewardListElement>, 'element'>) =>
  [...element.shadowRoot!.querySelectorAll('.row')].map((row) =>
    (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('reward-list', () => {
  afterEach(clear);

  const rows =
    '$50 off any treatment 500 Glow points Claim ' +
    'A product of your choice, up to $75 700 Glow points 120 more Glow points ' +
    'A signature facial 1,500 Glow points 920 more Glow points Show all 4';
  const said: Record<Face, string> = {
    'signed-out':
      'Rewards Sign in to see what your points can get you. ' +
      '$50 off any treatment 500 Glow points A product of your choice, up to $75 700 Glow points ' +
      'A signature facial 1,500 Glow points Opens with Radiant Show all 4 Sign in',
    waiting: 'Loading the rewards',
    empty: 'Rewards There is nothing to claim at the moment. New rewards show here by themselves.',
    ready: `Rewards You have 580 Glow points ${rows}`,
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale: `Rewards This may be out of date. We will try again soon. ${rows}`,
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

  it('leaves the ring of its heading clear of the line below', async () => {
    const { element, find } = await own('ready');
    element.focusResult();
    await element.updateComplete;
    const title = find('.title');
    const { outlineOffset, outlineWidth } = getComputedStyle(title);

    expect(title.matches(':focus-visible')).to.equal(true);
    expect(
      find('.head .quiet').getBoundingClientRect().top - title.getBoundingClientRect().bottom,
    ).to.be.at.least(parseFloat(outlineOffset) + parseFloat(outlineWidth));
  });

  it('fits its reserve in every face, width and language', async () => {
    const summary = rewardSummary(580, { vouchers: [madeVoucher] });
    const higher = await higherThanReserved(template, (face) =>
      face === 'ready' ? { program: rewardProgram(), summary } : given(face),
    );

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('says why a reward is out of reach, and has no button for it', async () => {
    const reasons = ['points_insufficient', 'tier_too_low', 'claim_limit_reached', 'of_tomorrow'];
    const rewards = rewardSummary(0).rewards.map((reward, index) => ({
      ...reward,
      reason: reasons[index] ?? null,
    }));
    const shown = await own('ready', { summary: rewardSummary(0, { rewards }) });
    shown.find('.all').click();
    await shown.element.updateComplete;

    expect(rowsOf(shown).map((row) => row.split(' Glow points ').at(-1))).to.deep.equal(
      ['500 more Glow points', 'Again next year', 'Not available now', 'Opens with '].map((text) =>
        text.trim(),
      ),
    );
    expect(shown.element.shadowRoot!.querySelector('.do')).to.equal(null);
  });

  it('says of what is for VIPs alone that it is, to a stranger too', async () => {
    const [first, ...others] = madeRewards;
    const program = rewardProgram([{ ...first!, vipOnly: true }, ...others]);
    const [standing, ...standings] = rewardSummary(9_000).rewards;
    const rewards = [{ ...standing!, claimable: false, reason: 'vip_only' }, ...standings];
    const member = await own('ready', { program, summary: rewardSummary(9_000, { rewards }) });
    const stranger = await own('signed-out', { program });
    member.find('.all').click();
    await member.element.updateComplete;

    const said = '$50 off any treatment 500 Glow points For VIPs';
    expect(rowsOf(member)).to.include(said);
    expect(rowsOf(stranger)[0]).to.equal(said);
  });

  it('shows a stranger every reward when asked, and asks the page to sign in for them', async () => {
    const shown = await own('signed-out');
    let asked = 0;
    shown.box.addEventListener('glow-sign-in-request', () => (asked += 1));
    shown.find('.all').click();
    await shown.element.updateComplete;
    shown.find('.do').click();

    expect(rowsOf(shown).at(-1)).to.equal('$500 of credit 5,000 Glow points Opens with Luminous');
    expect(shown.element.shadowRoot!.querySelectorAll('.row button').length).to.equal(0);
    expect(asked).to.equal(1);
  });

  it('asks a stranger to sign in where the program has no rewards', async () => {
    const { text } = await own('signed-out', { program: rewardProgram([]) });

    expect(text()).to.equal('Sign in to see what your points can get you. Sign in');
  });

  it('names the tier that opens a reward', async () => {
    const shown = await own('ready', { summary: rewardSummary(9_000) });
    shown.element.rows = 9;
    await shown.element.updateComplete;

    expect(rowsOf(shown).at(-1)).to.equal('$500 of credit 5,000 Glow points Opens with Luminous');
  });

  it('waits with claims while a correction holds the balance below zero', async () => {
    const rewards = rewardSummary(0).rewards.map((reward) => ({
      ...reward,
      reason: 'balance_negative',
    }));
    const shown = await own('ready', { summary: rewardSummary(-120, { rewards }) });

    expect(shown.text()).to.contain('You have −120 Glow points');
    expect(rowsOf(shown)[0]).to.contain('Once your balance is above zero');
  });

  it('brings the focus to the first row that "Show all" brought', async () => {
    const { element, find } = await own('ready');
    find('.all').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;

    expect(element.shadowRoot!.activeElement?.textContent).to.contain('$500 of credit');
  });

  it('tells what a button is for to those who hear it', async () => {
    const { find } = await own('ready', {
      summary: rewardSummary(580, { vouchers: [madeVoucher] }),
    });

    expect(find('[data-id]').ariaLabel).to.equal('Show code for $50 off any treatment');
    expect(find('.row:nth-child(2) .do').ariaLabel).to.equal('Claim $50 off any treatment');
  });

  it('speaks the language of the page', async () => {
    const voucher = { vouchers: [madeVoucher] };
    const spanish = await own('ready', { lang: 'es-MX', summary: rewardSummary(580, voucher) });
    expect(rowsOf(spanish)[0]).to.contain('Tuya hasta el 19 de febrero de 2027');

    const arabic = await own('ready', { lang: 'ar', dir: 'rtl', summary: rewardSummary(580) });
    expect(arabic.find('.title').textContent?.trim()).to.equal('المكافآت');
    expect(arabic.find('.do').getBoundingClientRect().left).to.be.lessThan(
      arabic.find('[part=amount]').getBoundingClientRect().left,
    );
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await own('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelector('[style]')).to.equal(null);
  });

  describe('on the real server', () => {
    let server: TestServer;
    let served: Served<RewardListElement>;
    const told: string[] = [];
    const listen = (event: Event) => {
      const { type, rewardId, voucherId } = event as GlowClaimedEvent | GlowClaimReturnedEvent;
      told.push(`${type} ${rewardId} ${voucherId.slice(0, 4)}`);
    };

    beforeEach(async () => {
      // Colors are looked at as they stay, not on their way.
      await emulateMedia({ reducedMotion: 'reduce' });
      server = await createTestServer();
      told.length = 0;
    });
    afterEach(async () => {
      served.leave();
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    /** Opens the list for Dora, who has points for one reward and nearly for the next. */
    async function open(content = template()) {
      const dora = await server.people.dora();
      await server.till.visit(dora.phone, { amount: 100_000 });
      served = serve<RewardListElement>(server, content, dora);
      served.element.addEventListener('glow-claimed', listen);
      served.element.addEventListener('glow-claim-returned', listen);
      await served.says('You have 650 Glow points');
      return dora;
    }

    const at = (selector: string) => {
      const found = served.element.shadowRoot!.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`There is no ${selector} in “${served.text()}”`);
      return found;
    };
    const focused = () => served.element.shadowRoot!.activeElement?.textContent?.trim();
    const isOpen = () => served.element.shadowRoot!.querySelector('dialog')!.open;

    async function ask() {
      at('.do').click();
      await served.says('Claim this reward?');
    }

    async function claim() {
      await ask();
      at('dialog .primary').click();
      await served.says('Show this at the front desk');
    }

    // First, while the code that draws is not loaded yet.
    it('moves no button when the drawing of a code arrives', async () => {
      await open();
      const placeOfDone = () => at('dialog .secondary').getBoundingClientRect().top;
      const first = new Promise<{ readonly tag: string; readonly top: number }>((resolve) => {
        const root = served.element.shadowRoot!;
        new MutationObserver((_, watch) => {
          const code = root.querySelector('.code');
          if (!code) return;
          watch.disconnect();
          resolve({ tag: code.tagName, top: placeOfDone() });
        }).observe(root, { childList: true, subtree: true });
      });

      await claim();
      await untilTrue(
        () => at('.code').tagName === 'svg',
        () => at('.code').tagName,
      );

      const { tag, top } = await first;
      expect(tag).to.equal('DIV');
      expect(placeOfDone()).to.equal(top);
    });

    it('asks before anything is spent, with what it costs and what is left', async () => {
      await open();
      at('.do').focus();
      await sendKeys({ press: 'Enter' });
      await served.says('Claim this reward?');

      expect(at('dialog').textContent.replace(/\s+/g, ' ')).to.contain(
        'Price 500 Glow points You keep 150 Glow points Good for 90 days',
      );
      await untilTrue(
        () => focused() === '$50 off any treatment',
        () => String(focused()),
      );
      expect(await faultsOf(at('dialog'))).to.deep.equal([]);

      await sendKeys({ press: 'Escape' });
      await untilTrue(
        () => !isOpen(),
        () => 'open',
      );
      expect(served.element.shadowRoot!.activeElement).to.equal(at('.do'));
      expect(told).to.deep.equal([]);
    });

    it('claims, shows the code, and tells the page; other elements have the new balance', async () => {
      const dora = await open(html`<reward-list></reward-list><points-balance></points-balance>`);
      await claim();

      const [voucher] = (await dora.client.me.summary()).vouchers;
      expect(at('.word').textContent).to.equal(voucher!.code);
      expect(focused()).to.equal('$50 off any treatment');
      await untilTrue(() => served.text().includes('You have 150 Glow points'), served.text);
      await untilTrue(
        () =>
          served.element.shadowRoot!.querySelector('.code')?.ariaLabel ===
          `The code ${voucher!.code} as a QR code`,
        () => at('dialog').textContent,
      );
      expect(told).to.deep.equal(['glow-claimed credit-50 vch_']);
      expect(at('dialog a').getAttribute('href')).to.equal(server.program.site.bookingUrl);
      // Where it takes two lines, the link is centered as the buttons around it are.
      expect(getComputedStyle(at('dialog a')).textAlign).to.equal('center');
      expect(await faultsOf(at('dialog'))).to.deep.equal([]);
      const balance = served.element.nextElementSibling as RewardListElement;
      await untilTrue(
        () => Boolean(balance.shadowRoot?.textContent?.includes('150')),
        () => balance.shadowRoot?.textContent ?? '',
      );

      at('dialog button.secondary').click();
      await served.element.updateComplete;
      expect(served.element.shadowRoot!.activeElement).to.equal(at('[data-id]'));
      expect(rowsOf(served)[0]).to.match(/^\$50 off any treatment Yours until .*Show code$/);
    });

    it('leads from a voucher to booking, by a link without gaps, and tells the page', async () => {
      server = await createTestServer({
        program: (usual) => ({
          ...usual,
          site: { ...usual.site, bookingUrl: 'https://book.example/lumen?ref={code}' },
        }),
      });
      await open();
      await claim();
      const booked: string[] = [];
      served.element.addEventListener('glow-book', (event) => {
        event.preventDefault();
        booked.push(event.url);
      });

      at('dialog a').click();

      expect(at('dialog a').getAttribute('href')).to.equal('https://book.example/lumen?ref=');
      expect(booked).to.deep.equal(['https://book.example/lumen?ref=']);
    });

    /** Claims, and presses Done while the page has not read the voucher yet. */
    async function closeBeforeItCame() {
      await open();
      served.element.addEventListener('glow-claimed', () => server.hold('me'), { once: true });
      await claim();
      at('dialog button.secondary').click();
      await served.element.updateComplete;
    }

    it('brings the focus to a voucher that comes after its dialog was closed', async () => {
      await closeBeforeItCame();
      expect(focused()).to.equal('Rewards');

      server.release();

      await untilTrue(
        () => served.element.shadowRoot!.activeElement?.ariaLabel?.startsWith('Show code') ?? false,
        () => String(focused()),
      );
    });

    it('leaves the focus where somebody has moved it before the voucher came', async () => {
      await closeBeforeItCame();
      const elsewhere = at('.row:last-child');
      elsewhere.focus();

      server.release();
      await served.says('Show code');
      await served.element.updateComplete;

      expect(focused()).to.equal(elsewhere.textContent.trim());
    });

    it('gives an unused voucher back after asking, and says that the points are there again', async () => {
      await open();
      await claim();
      at('.back').click();
      await served.says('500 Glow points return to you at once');
      expect(focused()).to.equal('Give this voucher back?');
      at('dialog button.primary').click();

      await served.says('Given back: $50 off any treatment. 500 Glow points are yours again.');
      expect(isOpen()).to.equal(false);
      await untilTrue(
        () => focused() === 'Rewards',
        () => String(focused()),
      );
      await untilTrue(() => heard().startsWith('Given back'), heard);
      expect(told).to.deep.equal([
        'glow-claimed credit-50 vch_',
        'glow-claim-returned credit-50 vch_',
      ]);
      await untilTrue(() => rowsOf(served)[0]!.endsWith('Claim'), served.text);
    });

    it('keeps the voucher when the question is answered so', async () => {
      await open();
      await claim();
      at('.back').click();
      await served.says('Give this voucher back?');
      at('dialog button.secondary').click();

      await served.says('Show this at the front desk');
      expect(focused()).to.equal('$50 off any treatment');
    });

    it('says that the points are gone when another tab was faster', async () => {
      const dora = await open();
      await ask();
      await dora.client.me.claims.create('credit-50');
      at('dialog .primary').click();

      await served.says('Your points are no longer enough for this.');
      expect(served.element.shadowRoot!.querySelector('dialog .primary')).to.equal(null);
      await untilTrue(() => heard() === 'Your points are no longer enough for this.', heard);
      await served.says('You have 150 Glow points');
      expect(told).to.deep.equal([]);
    });

    it('claims once when the answer was lost and the button is pressed again', async () => {
      const dora = await open();
      await ask();
      server.failNext({ path: 'me/claims', times: 3, answerLost: true });
      at('dialog .primary').click();
      await served.says('nothing is taken twice');
      at('dialog .primary').click();
      await served.says('Show this at the front desk');

      expect((await dora.client.me.summary()).vouchers).to.have.length(1);
      expect((await dora.client.me.summary()).points.balance).to.equal(150);
    }).timeout(20_000);

    it('says so when a voucher on screen was used at the desk', async () => {
      const dora = await open();
      await claim();
      const [voucher] = (await dora.client.me.summary()).vouchers;
      await untilTrue(() => served.text().includes('You have 150 Glow points'), served.text);
      await server.backend.vouchers.redeem(voucher!.code);
      await served.readAgain();

      await served.says('This voucher was used, was given back, or has ended.');
    });

    it('does not give back what was used, and says why', async () => {
      const dora = await open();
      await claim();
      at('.back').click();
      await served.says('Give this voucher back?');
      const [voucher] = (await dora.client.me.summary()).vouchers;
      await server.backend.vouchers.redeem(voucher!.code);
      at('dialog button.primary').click();

      await served.says('This voucher can’t be given back');
      expect(told).to.deep.equal(['glow-claimed credit-50 vch_']);
    });

    it('shows nothing of a member who signed out meanwhile', async () => {
      await open();
      await claim();
      await served.element.page?.store.signOut();

      await served.shows('signed-out');
      expect(served.text()).to.equal(said['signed-out']);
    });
  });
});
