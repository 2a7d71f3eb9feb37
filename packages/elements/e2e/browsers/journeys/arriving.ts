import { testCode } from '@afterglow/testing';
import { strict as assert } from 'node:assert';
import { hasPoints, newPhone, signsIn, type Journey } from '../stage.js';

const signInAndBalance = '<member-sign-in></member-sign-in><points-balance></points-balance>';

/** From a stranger to somebody who is signed in. */
export const arriving: readonly Journey[] = [
  [
    'a stranger sees what the program gives, and nothing of anybody',
    async ({ clinic, opens }) => {
      const tags = clinic.tags.filter((tag) => !/^loyalty-/.test(tag));
      const person = await opens(tags.map((tag) => `<${tag}></${tag}>`).join(''));
      await person.seesFace('savings-calculator', 'ready');

      await person.seesFace('earn-list', 'ready');
      await person.reads('points-balance', 'Sign in to see your points.');
      const faces = await person.until(
        'every element to have a face',
        (_, names) => {
          const drawn = names.map((name) => {
            const { state, shadowRoot } = document.querySelector(name) as Element & {
              state?: string;
            };
            return shadowRoot?.textContent?.trim() ? state : 'waiting';
          });
          return drawn.includes('waiting') ? undefined : drawn;
        },
        tags,
      );
      assert.deepEqual(
        faces.filter((face) => !['signed-out', 'ready', 'empty'].includes(face ?? '')),
        [],
      );
    },
  ],
  [
    'signs in by keyboard with a code, and sees the points',
    async ({ opens, member }) => {
      const { phone } = await member({ amount: 40_000 });
      const person = await opens(signInAndBalance);
      await person.seesFace('member-sign-in', 'signed-out');

      await signsIn(person, phone);

      await person.reads('member-sign-in', 'Hello, Iris');
      await hasPoints(person, '290');
      await person.focuses('Hello, Iris');
    },
  ],
  [
    'is told of a wrong code, keeps what was typed, and gets in with the right one',
    async ({ opens, member }) => {
      const { phone } = await member();
      const person = await opens(signInAndBalance);
      await person.touches({ role: 'textbox', name: 'Mobile number' });
      await person.types(phone.slice(2));
      await person.until('the number to be written as it is said', ({ focused }) =>
        /^\(312\) 555-01\d\d$/.test((focused() as HTMLInputElement | null)?.value ?? ''),
      );
      await person.touches({ role: 'button', name: 'Text me a code' });
      await person.sees({ role: 'textbox', name: 'Code' });

      await person.types('111 111');
      await person.reads('member-sign-in', 'That is not the code we sent.');
      await person.presses(...Array<string>(7).fill('Backspace'));
      await person.types(testCode);

      await person.seesFace('points-balance', 'ready');
    },
  ],
  [
    'joins with a number, a name and a yes to the terms',
    async ({ opens }) => {
      const person = await opens(signInAndBalance);
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, newPhone());

      await person.sees({ role: 'textbox', name: 'First name' });
      await person.types('Noor');
      await person.tabsTo({ role: 'checkbox', name: 'I agree to the terms' });
      await person.presses('Space', 'Enter');

      await person.reads('member-sign-in', 'Hello, Noor');
      await hasPoints(person, '50');
    },
  ],
  [
    'stays signed in on the next page and after a reload',
    async ({ opens, member, puts }) => {
      const { phone } = await member({ amount: 40_000 });
      const person = await opens('<member-sign-in></member-sign-in>');
      await person.seesFace('member-sign-in', 'signed-out');
      await signsIn(person, phone);
      await person.seesFace('member-sign-in', 'ready');

      await person.open(puts('<points-balance></points-balance>'));
      await hasPoints(person, '290');
      await person.reloads();

      await hasPoints(person, '290');
    },
  ],
];
