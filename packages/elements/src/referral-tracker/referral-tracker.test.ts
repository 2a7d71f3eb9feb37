import type { ReferralRow } from '@afterglow/contract';
import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { faces, type Face } from '../internal/faces.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, heard, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import { serve } from '../testing/served.js';
import './define.js';
import { monthOf } from './month.js';
import type { ReferralTrackerElement } from './referral-tracker.js';

const template = () => html`<referral-tracker></referral-tracker>`;

let number = 0;

function friend(status: string, more: Partial<ReferralRow> = {}): ReferralRow {
  number += 1;
  const id = `ref_${String(number).padStart(26, '0')}`;
  return { id, status, firstName: null, joinedOn: '2026-05-11', releasesOn: null, ...more };
}

const owning = (pendingPoints: number, ...referrals: ReferralRow[]) => {
  const own = handSummary().referral!;
  return handSummary({ referral: { ...own, pendingPoints }, referrals });
};

const three = [
  friend('booked', { firstName: 'Maya', joinedOn: '2026-11-02' }),
  friend('completed', { releasesOn: '2026-12-04' }),
  friend('released', { firstName: 'Noor', joinedOn: '2025-09-20', releasesOn: '2025-11-01' }),
];
const member = (face: Face) => (face === 'empty' ? owning(0) : owning(500, ...three));
const tracker = (face: Face, given: Parameters<typeof show>[2] = {}) =>
  show<ReferralTrackerElement>(face, template(), {
    ...given,
    summary: given.summary ?? member(face),
  });

/** What each row says, in order. */
const rowsOf = ({ shadowRoot }: ReferralTrackerElement) =>
  [...shadowRoot!.querySelectorAll('.row')].map((row) =>
    row.textContent!.replace(/\s+/g, ' ').trim(),
  );

describe('referral-tracker', () => {
  afterEach(clear);

  const shown =
    'Your friends 500 points on their way ' +
    'Maya joined in November First visit booked. Your reward comes after it. ' +
    'A friend joined in May Your reward is on its way, here on December 4. ' +
    'Noor joined in September 2025 Your reward has arrived.';
  const said: Record<Face, string> = {
    'signed-out': 'Sign in to see what came of your link. Sign in',
    waiting: 'Loading your friends',
    empty:
      'Your friends Nobody has joined with your link yet. You see here how close each reward is.',
    ready: shown,
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale: `${shown} This may be out of date. We will try again soon.`,
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await tracker(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await tracker(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, (face) => ({ summary: member(face) }));

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('names nobody who did not agree, and speaks of no treatment', async () => {
    const came = ['joined', 'booked', 'completed', 'released', 'expired', 'held', 'rejected'];
    const all = [...came, 'invited'];
    const { element, text } = await tracker('ready', {
      summary: owning(0, ...all.map((status) => friend(status))),
    });
    element.rows = 8;
    await element.updateComplete;

    expect(rowsOf(element)).to.deep.equal([
      'A friend joined in May Your reward comes after their first visit.',
      'A friend joined in May First visit booked. Your reward comes after it.',
      'A friend joined in May Thank you. This one brings no further reward.',
      'A friend joined in May Your reward has arrived.',
      'A friend joined in May The time for a reward has passed.',
      'A friend joined in May The clinic takes a look before your reward leaves.',
      'A friend joined in May No reward for this one. The clinic can tell you why.',
      'A friend kept your offer in May',
    ]);
    expect(text()).not.to.match(/treat/i);
  });

  it('knows a friend whose status a newer server made up', async () => {
    const { element } = await tracker('ready', { summary: owning(0, friend('celebrated')) });

    expect(rowsOf(element)).to.deep.equal(['A friend joined in May']);
  });

  it('promises no reward where the law lets the clinic give none', async () => {
    const program = handProgram({ referral: { ...handProgram().referral, owner: null } });
    const { element } = await tracker('ready', {
      program,
      summary: owning(0, friend('joined'), friend('booked')),
    });

    expect(rowsOf(element)).to.deep.equal(['A friend joined in May', 'A friend joined in May']);
  });

  it('counts rewards on their way that are no points', async () => {
    const { text } = await tracker('ready', {
      summary: owning(0, friend('completed', { releasesOn: '2026-12-04' })),
    });

    expect(text()).to.contain('1 reward on its way');
  });

  it('says that there is no offer where there is none', async () => {
    const { text } = await tracker('empty', {
      summary: handSummary({ referral: null, referrals: [] }),
    });

    expect(text()).to.contain('no referral offer at the moment');
  });

  it('shows three friends and brings the focus to the fourth when all are asked for', async () => {
    const names = ['Ana', 'Bo', 'Cem', 'Dee', 'Eli'];
    const { element, find } = await tracker('ready', {
      summary: owning(0, ...names.map((firstName) => friend('joined', { firstName }))),
    });
    expect(rowsOf(element)).to.have.length(3);

    expect(find('.all').textContent?.trim()).to.equal('Show all 5');
    find('.all').focus();
    await sendKeys({ press: 'Enter' });
    await untilTrue(
      () => rowsOf(element).length === 5,
      () => rowsOf(element).join(),
    );
    await element.updateComplete;

    expect(element.shadowRoot!.activeElement?.textContent).to.contain('Dee');
    expect(element.shadowRoot!.querySelector('.all')).to.equal(null);
  });

  it('says whose reward came closer, and nothing when it is first shown', async () => {
    const { page } = await tracker('ready');
    expect(heard()).not.to.contain('Maya');

    page.far.summary = owning(
      500,
      { ...three[0]!, status: 'completed', releasesOn: '2026-12-10' },
      ...three.slice(1),
    );
    await page.store.revalidate();

    await untilTrue(
      () => heard() === 'Maya: Your reward is on its way, here on December 10.',
      heard,
    );
  });

  it('leads to the sign-in at a press', async () => {
    const { box, find } = await tracker('signed-out');
    let asked = 0;
    box.addEventListener('glow-sign-in-request', () => (asked += 1));

    find('button').click();

    expect(asked).to.equal(1);
  });

  it('tries again and leads the reader to the heading', async () => {
    const { page, element, find } = await tracker('failed');

    page.far.mode = 'open';
    find('button').click();
    await untilTrue(
      () => element.state === 'ready',
      () => element.state,
    );
    await element.updateComplete;

    expect(element.shadowRoot!.activeElement).to.equal(find('.title'));
  });

  it('stands from the right where the page does, in Arabic', async () => {
    const { find, text } = await tracker('ready', { dir: 'rtl', lang: 'ar', width: 320 });

    expect(text()).to.contain('وصلت مكافأتك.');
    expect(find('.mark').getBoundingClientRect().left).to.be.greaterThan(
      find('.name').getBoundingClientRect().right,
    );
  });

  it('says how many rewards in all plural forms of Arabic', async () => {
    const completed = (count: number) =>
      Array.from({ length: count }, () => friend('completed', { releasesOn: '2026-12-04' }));
    const texts: string[] = [];
    for (const count of [1, 2, 3]) {
      const { text } = await tracker('ready', {
        lang: 'ar',
        summary: owning(0, ...completed(count)),
      });
      texts.push(text());
    }

    expect(texts[0]).to.contain('مكافأة واحدة في الطريق إليك');
    expect(texts[1]).to.contain('مكافأتان في الطريق إليك');
    expect(texts[2]).to.match(/(3|٣) مكافآت في الطريق إليك/);
  });

  it('gives a month its year only when it is another one', () => {
    expect(monthOf('2026-05-31', 'en-US', '2026-11-21T15:30:00.000Z')).to.equal('May');
    expect(monthOf('2025-05-01', 'es', '2026-01-01')).to.equal('mayo de 2025');
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await tracker('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('referral-tracker on the real server', () => {
  it('follows a friend who agreed to be named from joining to the reward', async () => {
    const server = await createTestServer({
      program: (usual) => ({
        ...usual,
        referral: {
          ...usual.referral,
          legalMode: 'reward',
          holdDays: 14,
          owner: { kind: 'points', points: 500 },
        },
      }),
    });
    const dora = await server.signIn('+13125550103', { remember: 'device' });
    const { says, readAgain, leave } = serve(server, template(), dora);
    await says('Nobody has joined with your link yet.');

    const code = dora.answer.summary.referral!.code;
    const friend = await server.signIn('+13125550120', {
      joining: {
        firstName: 'Maya',
        code,
        consents: {
          terms: true,
          marketingSms: false,
          marketingEmail: false,
          shareFirstName: true,
        },
      },
    });
    await readAgain();
    await says('Maya joined in November Your reward comes after their first visit.');

    await server.till.visit(friend.phone);
    await readAgain();
    await says('500 Glow points on their way Maya joined in November Your reward is on its way');

    await server.clock.advance({ days: 15 });
    await readAgain();
    await says('Your reward has arrived.');
    leave();
  });

  it('brings friends beyond those of the summary when more are asked for', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const code = dora.answer.summary.referral!.code;
    for (let index = 0; index < 12; index += 1) {
      await server.signIn(`+131255501${50 + index}`, { joining: { code } });
    }
    const { element, text, shows, leave } = serve<ReferralTrackerElement>(server, template(), dora);
    await shows('ready');
    await element.updateComplete;
    const more = () => element.shadowRoot!.querySelector<HTMLElement>('.all');
    expect(more()!.textContent!.trim()).to.equal('Show more');

    server.failNext({ path: 'me/referrals', status: 403 });
    more()!.click();
    await untilTrue(() => text().includes('The others could not be loaded'), text);
    more()!.click();
    await untilTrue(() => rowsOf(element).length === 12, text);

    await element.updateComplete;
    expect(more()).to.equal(null);
    leave();
  });
});
