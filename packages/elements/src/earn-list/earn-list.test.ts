import type { PublicProgram } from '@afterglow/contract';
import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { Face } from '../internal/faces.js';
import { earningProgram } from '../testing/earning-program.js';
import { facePage } from '../testing/face-page.js';
import { handSummary } from '../testing/hand-made.js';
import {
  clear,
  faultsOf,
  higherThanReserved,
  show,
  untilTrue,
  type Shown,
} from '../testing/looks.js';
import { serve } from '../testing/served.js';
import { stand } from '../testing/stand.js';
import './define.js';
import type { EarnListElement } from './earn-list.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
/** It needs the program alone, so that nobody is asked to sign in, and it is not read again. */
const faces = ['waiting', 'empty', 'ready', 'failed'] as const;
const template = () => html`<earn-list as-of="2026-11-21"></earn-list>`;

/** Nothing that earns, but for what is put over it. */
const barren = (changes: Partial<PublicProgram> = {}) => {
  const { tiers, referral } = earningProgram();
  return earningProgram({
    ...{ joiningPoints: 0, earning: [], promotions: [], bonuses: [], packages: [] },
    ...{ milestones: [], occasions: [], ineligible: [] },
    tiers: { ...tiers, levels: tiers.levels.map((level) => ({ ...level, benefits: [] })) },
    referral: { ...referral, active: false },
    ...changes,
  });
};
const given = (face: Face) => ({ program: face === 'empty' ? barren() : earningProgram() });

/** The program decides the face; the member's answer may come after it. */
async function list(face: Face, more: Parameters<typeof show>[2] = {}) {
  const shown = await show<EarnListElement>(face, template(), { ...given(face), ...more });
  const member = () => shown.page.store.$member.get().state;
  if (face === 'ready') await untilTrue(() => member() === 'ready', member);
  await shown.element.updateComplete;
  return shown;
}

/** What stands in each row, all of them shown. */
const rowsOf = async (
  changes: Partial<PublicProgram>,
  more: Parameters<typeof show>[2] = {},
): Promise<readonly string[]> => {
  const shown = await list('ready', { program: barren(changes), ...more });
  shown.element.rows = 99;
  await shown.element.updateComplete;
  return rows(shown);
};
const rows = ({ element }: Pick<Shown<EarnListElement>, 'element'>) =>
  [...element.shadowRoot!.querySelectorAll('.row')].map((row) =>
    (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('earn-list', () => {
  afterEach(clear);

  const said: Record<(typeof faces)[number], string> = {
    waiting: 'Loading the ways to earn',
    empty: 'There is nothing to earn at the moment. New ways show here by themselves.',
    ready:
      'How to earn Glow points Double points on facials through November 30 2× Glow points ' +
      'Wrinkle relaxer 60 Glow points per $100 All other treatments 50 Glow points per $100 ' +
      'Packages 50 Glow points per $100 Show all 16',
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await list(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await list(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(template, given, faces);

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('is there for who is signed out, and asks nobody to sign in', async () => {
    const page = await facePage('signed-out', given('ready'));
    const box = stand(page, template());
    document.body.append(box);
    const element = box.firstElementChild as EarnListElement;
    const text = () => element.shadowRoot!.textContent ?? '';
    element.rows = 99;

    await untilTrue(() => text().includes('When you join'), text);

    expect(element.state).to.equal('ready');
    box.remove();
  });

  it('shows all at the press of a key, and leads the reader to the first that it brought', async () => {
    const shown = await list('ready');
    shown.find('.all').focus();
    await sendKeys({ press: 'Enter' });
    await shown.element.updateComplete;

    expect(rows(shown)).to.have.length(16);
    expect(shown.element.shadowRoot!.activeElement!.textContent).to.contain('Skincare');
    expect(shown.text()).to.contain('Without Glow points: Tips, Fees, Gift cards.');
    expect(await faultsOf(shown.box)).to.deep.equal([]);
  });

  it('words what a rule is for: the clinic’s words, treatments, packages, kinds', async () => {
    const rate = { points: 5, perMinorUnits: 100 };
    const rule = (id: string, match: PublicProgram['earning'][number]['match']) => ({
      ...{ id, match, rate },
    });
    const found = await rowsOf({
      packages: earningProgram().packages.map(({ bonusPoints: _, ...offer }) => offer),
      earning: [
        { ...rule('named', { categories: ['x'] }), name: { en: 'Evenings', es: 'Tardes' } },
        rule('category', { categories: ['laser'] }),
        rule('unknown', { categories: ['body-contouring'] }),
        rule('code', { codes: ['FACIAL', 'MN3'] }),
        rule('place', { kinds: ['product'], locations: ['downtown'] }),
        rule('kinds', { kinds: ['treatment', 'membership'] }),
        rule('all', {}),
      ],
    });

    const per = '5 Glow points per $1';
    expect(found).to.deep.equal([
      `Evenings ${per}`,
      `Laser resurfacing, IPL photofacial ${per}`,
      `Body contouring ${per}`,
      `Signature facial, Microneedling, 3 sessions ${per}`,
      `All other products not everywhere; ask us where ${per}`,
      `All other treatments, Memberships ${per}`,
      `Everything else ${per}`,
    ]);
  });

  it('shows a promotion from its first day to its last, and announces the next', async () => {
    const on = async (day: string) => {
      const shown = await show<EarnListElement>(
        'ready',
        html`<earn-list rows="99" as-of=${day}></earn-list>`,
        { program: earningProgram() },
      );
      return rows(shown).filter((row) => row.includes('facials') || row.includes('Spring'));
    };

    const spring = 'Spring of microneedling from March 1, 2027 · through March 31, 2027';
    const later = `${spring} · from Radiant up 1.5× Glow points`;
    expect(await on('2026-11-30')).to.deep.equal([
      'Double points on facials through November 30 2× Glow points',
      later,
    ]);
    expect(await on('2026-12-01')).to.deep.equal([later]);
    expect(await on('2027-03-31')).to.deep.equal([
      'Spring of microneedling through March 31 · from Radiant up 1.5× Glow points',
    ]);
    expect(await on('2027-04-01')).to.deep.equal([]);
  });

  it('says of a promotion for VIPs that it is', async () => {
    const found = await rowsOf({
      earning: [],
      promotions: [{ id: 'early', name: 'Early', match: {}, percent: 200, vipOnly: true }],
    });

    expect(found).to.deep.equal(['Early for VIPs 2× Glow points']);
  });

  it('leaves out a rule of another time, and a promotion that adds nothing', async () => {
    const rate = { points: 5, perMinorUnits: 100 };
    const found = await rowsOf({
      earning: [
        { id: 'past', match: {}, rate, endsOn: '2026-11-21' },
        { id: 'next', match: {}, rate, startsOn: '2026-11-22' },
        { id: 'now', match: {}, rate, startsOn: '2026-11-21', endsOn: '2026-11-22' },
      ],
      promotions: [{ id: 'none', name: 'None', match: {}, percent: 100 }],
    });

    expect(found).to.deep.equal(['Everything you buy through November 21 5 Glow points per $1']);
  });

  it('words each thing that can be given', async () => {
    const grants: readonly PublicProgram['milestones'][number]['grant'][] = [
      { kind: 'points', points: 100 },
      { kind: 'credit', amount: usd(2_500) },
      { kind: 'offer', name: '$15 off a product', amountOff: usd(1_500), validDays: 60 },
      { kind: 'giftCard', amount: usd(5_000) },
      { kind: 'multiplier', percent: 150, visits: 1 },
      { kind: 'donation', amount: usd(1_000), to: 'Skin Cancer Fund' },
    ];
    const found = await rowsOf({
      milestones: grants.map((grant, index) => ({ visits: index + 2, grant })),
    });

    expect(found).to.deep.equal([
      'Visit number 2 2 more visits 100 Glow points',
      'Visit number 3 3 more visits $25 credit',
      'Visit number 4 $15 off a product · 4 more visits',
      'Visit number 5 5 more visits $50 gift card',
      'Visit number 6 6 more visits 1.5× the points of your next visit',
      'Visit number 7 7 more visits $10 to Skin Cancer Fund',
    ]);
  });

  it('shows to a member only what is still ahead', async () => {
    const { milestones } = earningProgram();
    const mine = (visits: number) =>
      rowsOf({ joiningPoints: 50, milestones }, { summary: handSummary({ visits }) });

    expect(await mine(3)).to.have.length(2);
    expect(await mine(4)).to.deep.equal([
      'Visit number 6 2 more visits 1.5× the points of your next 3 visits',
    ]);
    expect(await mine(5)).to.deep.equal([
      'Visit number 6 1 more visit 1.5× the points of your next 3 visits',
    ]);
  });

  it('speaks the language of the page', async () => {
    const { text } = await list('ready', { lang: 'es-MX' });
    expect(text()).to.contain('Cómo ganar Puntos Glow').and.to.contain('Los demás tratamientos');

    const arabic = await list('ready', { lang: 'ar', dir: 'rtl' });
    expect(arabic.text()).to.contain('كل العلاجات الأخرى');
    arabic.element.rows = 99;
    await arabic.element.updateComplete;
    // With the comma of its own script.
    expect(arabic.text()).to.contain('الإكراميات، الرسوم، بطاقات الهدايا');
    const [gain, name] = ['.gain', '.name'].map((part) =>
      arabic.find(part).getBoundingClientRect(),
    );
    expect(gain!.right).to.be.lessThan(name!.right);
  });

  it('sets no style attribute in what it writes', async () => {
    const { element } = await list('ready');

    expect(element.shadowRoot!.querySelector('[style]')).to.equal(null);
  });
});

describe('earn-list on the real server', () => {
  it('tells who is signed out how to earn, and a member what is ahead after a visit', async () => {
    const server = await createTestServer();
    const nobody = serve<EarnListElement>(server, html`<earn-list rows="99"></earn-list>`);
    await nobody.says('Wrinkle relaxer 60 Glow points per $100');
    await nobody.says('When you join 50 Glow points');
    nobody.leave();

    const dora = await server.people.dora();
    const { says, readAgain, text, leave } = serve<EarnListElement>(
      server,
      html`<earn-list rows="99"></earn-list>`,
      dora,
    );
    await says('Visit number 2 $15 off a product · 2 more visits');
    expect(text()).not.to.contain('When you join');

    await server.till.visit(dora.phone, { amount: 45_000 });
    await readAgain();

    await says('Visit number 2 $15 off a product · 1 more visit');
    leave();
  });
});
