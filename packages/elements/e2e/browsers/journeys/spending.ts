import { strict as assert } from 'node:assert';
import type { Person } from '../person.js';
import { hasPoints, signsIn, type Journey, type Stage } from '../stage.js';

const rewards =
  '<member-sign-in></member-sign-in><points-balance></points-balance><reward-list rows="9"></reward-list>';

/** A member with 1,250 points, signed in where they can be claimed for. */
async function withPoints({ opens, member }: Stage): Promise<Person> {
  const { phone } = await member({ amount: 200_000 });
  const person = await opens(rewards);
  await person.seesFace('reward-list', 'signed-out');
  await signsIn(person, phone);
  await hasPoints(person, '1,250');
  return person;
}

/** Claims the credit of 50 dollars, as far as its code. */
async function claims(person: Person): Promise<string> {
  await person.touches({ role: 'button', name: 'Claim $50 off any treatment' });
  await person.sees({ within: 'reward-list', role: 'dialog' });
  await person.touches({ role: 'button', name: 'Claim for 500 Glow points' });
  return person.until(
    'to see a code',
    ({ find }) => find({ within: 'reward-list', css: '[part~=code]' })?.innerText,
  );
}

/** What points, visits and packages are good for. */
export const spending: readonly Journey[] = [
  [
    'claims a reward and sees its code, and the balance beside it follows',
    async (stage) => {
      const person = await withPoints(stage);

      const code = await claims(person);

      assert.match(code, /^[0-9A-Z-]{6,}$/);
      await person.touches({ role: 'button', name: 'Done' });
      await hasPoints(person, '750');
      await person.reads('reward-list', 'You have 750 Glow points');
      await person.focuses('Show code for $50 off any treatment');
    },
  ],
  [
    'claims and gives back by keyboard alone, and the points go and return',
    async (stage) => {
      const person = await withPoints(stage);
      await person.tabsTo({ role: 'button', name: 'Claim $50 off any treatment' });
      await person.presses('Enter');
      await person.sees({ role: 'heading', name: '$50 off any treatment' });
      await person.tabsTo({ role: 'button', name: 'Claim for 500 Glow points' });
      await person.presses('Enter');
      await person.sees({ within: 'reward-list', css: '[part~=code]' });
      await person.presses('Escape');
      await hasPoints(person, '750');

      await person.tabsTo({ role: 'button', name: 'Show code for $50 off' });
      await person.presses('Enter');
      await person.sees({ role: 'button', name: 'Give it back' });
      await person.tabsTo({ role: 'button', name: 'Give it back' });
      await person.presses('Enter');
      await person.sees({ role: 'heading', name: 'Give this voucher back?' });
      await person.tabsTo({ role: 'button', name: 'Give it back' });
      await person.presses('Enter');

      await person.reads('reward-list', 'Given back: $50 off any treatment.');
      await hasPoints(person, '1,250');
    },
  ],
  [
    'sees at a glance what the tier unlocks, and closes it with Escape',
    async ({ opens, member }) => {
      const { phone } = await member({ amount: 200_000 });
      const person = await opens('<member-sign-in></member-sign-in><tier-badge></tier-badge>');
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await person.seesFace('tier-badge', 'ready');

      await person.touches({ role: 'button', name: 'Radiant, your tier' });
      await person.sees({ role: 'heading', name: 'Radiant unlocks' });
      await person.presses('Escape');

      await person.until('it to close', ({ find }) => !find({ role: 'heading', name: 'unlocks' }));
      await person.focuses('Radiant, your tier. What it unlocks');
    },
  ],
  [
    'sees the sessions of a package, and a visit at the clinic takes one',
    async ({ clinic, opens, member }) => {
      const { phone } = await member();
      await clinic.server.till.sellPackage(phone, 'FACIAL5');
      const person = await opens(
        '<member-sign-in></member-sign-in><package-balance></package-balance>',
        { head: clinic.embed('data-live') },
      );
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await person.reads('package-balance', '5 of 5 sessions left');
      await person.sees({ role: 'link', name: 'Book with Signature facial' });

      await clinic.server.till.useSession(phone, 'FACIAL5');

      await person.reads('package-balance', '4 of 5 sessions left');
    },
  ],
  [
    'reads why each point came, and what the balance was',
    async ({ opens, member }) => {
      const { phone } = await member({ amount: 40_000 });
      const person = await opens(
        '<member-sign-in></member-sign-in><points-history></points-history>',
      );
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);

      await person.reads('points-history', '$400 paid, 60 Glow points for every $100');
      await person.touches({ role: 'button', name: 'Show balances' });

      await person.reads('points-history', 'Balance 290');
      await person.reads('points-history', /\+50.* Balance 50/);
    },
  ],
  [
    'chooses a treatment for booking, and sees what it earns by the rules of today',
    async ({ opens }) => {
      const person = await opens(
        '<label>Treatment <select id="treatment"><option>None</option><option data-treatments="FACIAL">Facial</option></select></label><visit-preview for="treatment"></visit-preview>',
      );
      await person.seesFace('visit-preview', 'empty');

      await person.tabsTo({ role: 'combobox', name: 'Treatment' });
      await person.types('F');

      // 165 dollars at 100 points for each 100; without the dated rule it would be 82.
      await person.reads('visit-preview', /at least 165\b/);
    },
  ],
  [
    'moves the calculator by keys and by figures, and the saving follows',
    async ({ opens }) => {
      const person = await opens('<savings-calculator></savings-calculator>');
      await person.seesFace('savings-calculator', 'ready');
      const saving = () =>
        person.ask(({ find }) =>
          find({ within: 'savings-calculator', css: 'output .hidden' })?.textContent?.trim(),
        );
      const atFirst = await saving();

      await person.tabsTo({ role: 'slider', name: 'Visits a year' });
      await person.presses('ArrowRight');
      await person.until(
        'the number to follow',
        ({ find }) => (find({ role: 'spinbutton' }) as HTMLInputElement | undefined)?.value === '5',
      );
      const atFive = await saving();
      await person.tabsTo({ role: 'spinbutton', name: 'Visits a year' });
      await person.presses('Control+a');
      await person.types('12');
      await person.presses('Tab');
      await person.until(
        'the slider to follow',
        ({ find }) => (find({ role: 'slider' }) as HTMLInputElement | undefined)?.value === '12',
      );
      await person.touches({ role: 'button', name: 'How we count' });
      await person.reads('savings-calculator', 'A year at single prices');

      assert.equal(new Set([atFirst, atFive, await saving()]).size, 3);
    },
  ],
];
