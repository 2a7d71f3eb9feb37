import { strict as assert } from 'node:assert';
import type { Person } from '../person.js';
import { newPhone, signsIn, type Journey, type Stage } from '../stage.js';

/** A member, signed in where the own link is and where it can be pasted. */
async function withLink({ opens, member }: Stage): Promise<Person> {
  const { phone } = await member();
  const person = await opens(
    '<member-sign-in></member-sign-in><referral-link></referral-link><label>Note <input id="note"></label>',
  );
  await person.seesFace('member-sign-in', 'signed-out');
  await signsIn(person, phone);
  await person.seesFace('referral-link', 'ready');
  return person;
}

/** What was copied is a friend's link of the clinic. */
async function pastesLink(person: Person, { clinic }: Stage): Promise<void> {
  await person.presses('Control+v');
  const pasted = await person.until(
    'something to be pasted',
    () => (document.querySelector('#note') as HTMLInputElement).value,
  );
  assert.match(pasted.replace(clinic.site, ''), /^\/friend\?glow=[0-9A-Z]{8}$/);
}

/** From one friend to the next. */
export const sharing: readonly Journey[] = [
  [
    'copies the own link, and it is what is pasted',
    async (stage) => {
      const person = await withLink(stage);

      await person.touches({ role: 'textbox', name: 'Your link, press to copy' });
      await person.reads('referral-link', 'Copied');
      await person.touches({ css: '#note' });
      await pastesLink(person, stage);
    },
  ],
  [
    'shares by keyboard alone: copies the link, opens the code, and is back where it was opened',
    async (stage) => {
      const person = await withLink(stage);

      await person.tabsTo({ role: 'textbox', name: 'Your link, press to copy' });
      await person.presses('Enter');
      await person.reads('referral-link', 'Copied');
      await person.tabsTo({ role: 'button', name: 'Show as a QR code' });
      await person.presses('Enter');
      await person.sees({ role: 'heading', name: 'Scan to open the link' });
      await person.presses('Escape');
      await person.focuses('Show as a QR code');
      await person.tabsTo({ role: 'textbox', name: 'Note' });
      await pastesLink(person, stage);
    },
  ],
  [
    'follows a friend’s link, keeps the offer, joins, and the friend sees it',
    async ({ clinic, puts, opens, opensAt, member }) => {
      const { phone } = await member();
      const owner = await opens(
        '<member-sign-in></member-sign-in><referral-link></referral-link><referral-tracker></referral-tracker>',
        { head: clinic.embed('data-live') },
      );
      await owner.seesFace('member-sign-in', 'signed-out');
      await signsIn(owner, phone);
      await owner.seesFace('referral-link', 'ready');
      const link = await owner.ask(
        ({ find }) =>
          (find({ role: 'textbox', name: 'Your link' }) as HTMLInputElement | undefined)?.value,
      );
      await owner.touches({ role: 'button', name: 'Sign out' });
      await owner.seesFace('referral-link', 'signed-out');

      const { pathname, search } = new URL(link ?? '');
      clinic.put(pathname + search, { body: '<referral-welcome></referral-welcome>' });
      const friend = await opensAt(link ?? '');
      await friend.seesFace('referral-welcome', 'ready');
      const friendsPhone = newPhone();
      await friend.touches({ role: 'textbox', name: 'Mobile number' });
      await friend.types(friendsPhone.slice(2));
      await friend.touches({ role: 'button', name: 'Keep my offer' });
      await friend.reads('referral-welcome', 'Your offer is kept for the number');
      await friend.open(puts('<member-sign-in></member-sign-in><offer-list></offer-list>'));
      await friend.seesFace('member-sign-in', 'signed-out');
      await signsIn(friend, friendsPhone);
      await friend.reads('member-sign-in', 'From your friend:');
      await friend.tabsTo({ role: 'checkbox', name: 'I agree to the terms' });
      await friend.presses('Space', 'Enter');
      await friend.reads('offer-list', /./);
      await friend.touches({ role: 'button', name: 'Sign out' });
      await friend.seesFace('offer-list', 'signed-out');

      await owner.show();
      await signsIn(owner, phone);
      await owner.reads('referral-tracker', /joined/i);
    },
  ],
];
