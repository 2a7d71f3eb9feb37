import { strict as assert } from 'node:assert';
import { hasPoints, signsIn, type Journey } from '../stage.js';

const signInAndBalance = '<member-sign-in></member-sign-in><points-balance></points-balance>';

/** Pages that live on: tabs, the way back, a network that is gone. */
export const living: readonly Journey[] = [
  [
    'signs out in one tab, and the other tab is empty too',
    async ({ opens, opensAt, puts, member }) => {
      const { phone } = await member({ amount: 40_000 });
      const first = await opens(signInAndBalance);
      await first.seesFace('member-sign-in', 'signed-out');
      await signsIn(first, phone);
      await hasPoints(first, '290');
      const second = await opensAt(puts(signInAndBalance));
      await hasPoints(second, '290');

      await second.touches({ role: 'button', name: 'Sign out' });

      await second.seesFace('points-balance', 'signed-out');
      await first.show();
      await first.seesFace('points-balance', 'signed-out');
      await first.reloads();
      await first.seesFace('points-balance', 'signed-out');
    },
  ],
  [
    'comes back to a page that the browser kept, and is still known there',
    async ({ opens, puts, member }) => {
      const { phone } = await member({ amount: 40_000 });
      const noteWay =
        '<script>addEventListener("pageshow", ({ persisted }) => { wasKept = persisted; });</script>';
      const person = await opens(noteWay + signInAndBalance);
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await hasPoints(person, '290');
      await person.open(puts('<h1>Plain</h1>', { head: '' }));
      await person.sees({ role: 'heading', name: 'Plain' });

      await person.goesBack();

      await hasPoints(person, '290');
      const { wasKept } = await person.ask(() => ({
        wasKept: (globalThis as unknown as { wasKept?: boolean }).wasKept,
      }));
      assert.equal(wasKept, true);
    },
  ],
  [
    'finds nobody by the way back after signing out on the next page',
    async ({ opens, puts, member }) => {
      const { phone } = await member({ amount: 40_000 });
      const person = await opens(`<h1>One</h1>${signInAndBalance}`);
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await hasPoints(person, '290');
      await person.open(puts(`<h1>Two</h1>${signInAndBalance}`));
      await hasPoints(person, '290');
      await person.touches({ role: 'button', name: 'Sign out' });
      await person.seesFace('points-balance', 'signed-out');

      await person.goesBack();

      await person.sees({ role: 'heading', name: 'One' });
      await person.seesFace('points-balance', 'signed-out');
      assert.ok(!(await person.textOf('points-balance')).includes('290'));
    },
  ],
  [
    'keeps the last known points while the network is gone, and says so',
    async ({ clinic, opens, member }) => {
      const { phone } = await member({ amount: 40_000 });
      const person = await opens(signInAndBalance, { head: clinic.embed('data-live') });
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await hasPoints(person, '290');

      clinic.isLost = true;
      await person.seesFace('points-balance', 'stale');
      await hasPoints(person, '290');
      await person.reads('points-balance', 'This may be out of date.');
      clinic.isLost = false;
      await clinic.server.till.visit(phone, { amount: 20_000 });

      await person.seesFace('points-balance', 'ready');
      await hasPoints(person, '410');
    },
  ],
  [
    'sees an element that a page moves to another clinic and back, each time with its own',
    async ({ other, opens, member }) => {
      const { phone } = await member({ amount: 40_000 });
      const person = await opens(
        `${signInAndBalance}<loyalty-provider publishable-key="${other.server.keys.publishable}" api-base="${other.api}"><p id="there"></p></loyalty-provider>`,
      );
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await hasPoints(person, '290');
      const move = (to: string) =>
        person.ask((_, place) => {
          document.querySelector(place)?.append(document.querySelector('points-balance') as Node);
        }, to);

      await move('#there');
      await person.seesFace('points-balance', 'signed-out');
      await move('body');

      await person.seesFace('points-balance', 'ready');
      await hasPoints(person, '290');
    },
  ],
  [
    'goes through the app by its bar, and Back leads to where one was',
    async ({ opens, member }) => {
      const { phone } = await member({ amount: 200_000 });
      const person = await opens('<loyalty-home></loyalty-home>');
      await person.seesFace('loyalty-home', 'signed-out');
      await signsIn(person, phone);
      await person.sees({ role: 'heading', name: 'Good to see you, Iris' });

      await person.touches({ within: 'loyalty-home', role: 'link', name: 'Offers' });
      await person.sees({ role: 'heading', name: 'Offers' });
      await person.touches({ within: 'loyalty-home', role: 'link', name: 'Status' });
      await person.sees({ role: 'heading', name: 'Status' });
      await person.sees({ within: 'tier-progress', css: '.card.ready' });
      await person.goesBack();
      await person.sees({ role: 'heading', name: 'Offers' });
      await person.goesBack();

      await person.sees({ role: 'heading', name: 'Good to see you, Iris' });
      await person.focuses('Good to see you, Iris');
    },
  ],
];
