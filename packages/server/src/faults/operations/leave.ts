import type { ErasureAnswer, SessionAnswer } from '@afterglow/contract';
import { membersByPhone } from '../../members/find.js';
import { eraseDue } from '../../members/leave.js';
import { holds } from '../difference.js';
import type { Person, World } from '../world.js';
import { askWithCode } from './codes.js';
import { isDone } from './keyed.js';
import { noteErased, takeBackWishes, tokenOf, wishesOf } from './members.js';
import type { Operation } from './operation.js';
import { sellFirst } from './sell.js';
import { onServers } from './servers.js';
import { signInBy } from './sign-in.js';
import { textOf } from './when.js';

/** A patient asks to be erased in 14 days; who asks again is told the same day. */
export const leave: Operation = {
  name: 'ask to be erased',
  weight: 6,
  leaves: true,
  alone: true,
  async run(world) {
    if (!world.has.erasures) return false;
    const person = world.chance.pickAny(world.people.filter(({ code }) => code !== undefined));
    const memberId = person && (await whoSignsIn(world, person));
    if (!person || memberId === undefined) return false;
    const route = 'DELETE /v1/me';
    const key = () => tokenOf(world, memberId);
    const answered = await askWithCode(world, person, (body) => ({ route, key, body }));
    if (!isDone(answered, route, [])) return false;
    const { erasesAt } = answered.body as ErasureAnswer;
    const days = wishesOf(world, memberId).map(([, day]) => day);
    const [told, soonest] = [Date.parse(erasesAt), Math.min(...days)];
    holds(
      days.length === 0 || told === soonest,
      () => `${memberId} was told ${textOf(soonest)} and is told ${erasesAt}`,
    );
    if (days.length === 0) world.wishes.set(memberId, told);
    return true;
  },
};

/** Somebody who asked to be erased signs in, and so stays. */
export const comeBack: Operation = {
  name: 'come back before the erasure',
  weight: 6,
  alone: true,
  async run(world) {
    const waiting = new Set([...world.wishes.keys()].map(world.survivor));
    const leaving: Person[] = [];
    for (const person of world.people)
      if (person.code !== undefined && waiting.has((await whoSignsIn(world, person)) ?? ''))
        leaving.push(person);
    const person = world.chance.pickAny(leaving);
    if (!person) return false;
    const answered = await askWithCode(world, person, (proof) => signInBy(world, proof));
    if (!isDone(answered, 'POST /v1/sessions', [])) return false;
    const { summary } = answered.body as SessionAnswer;
    takeBackWishes(world, summary.member.id);
    return true;
  },
};

/** The scheduler of one server, or of two, erases those whose day has come. */
export const eraseAsked: Operation = {
  name: 'erase who asked for it',
  // Where a clock is moved by hand, that erases them; the others wait for this.
  weight: 12,
  leaves: true,
  forgets: true,
  async run(world) {
    if (world.wishes.size === 0) return false;
    const now = await world.now();
    await onServers(world, ({ ports }) => eraseDue(ports, world.clinic.id, now));
    return noteErased(world);
  },
};

/** Who was erased comes anew: the phone is the same, the till's id is not. */
export const comeAnew: Operation = {
  name: 'come anew after an erasure',
  weight: 2,
  leaves: true,
  async run(world) {
    const { people, erased } = world;
    const at = people.findIndex(({ client }) => erased.has(client));
    const gone = people[at];
    if (!gone) return false;
    const person: Person = { ...gone, client: `N-${world.number()}`, code: undefined };
    people[at] = person;
    return sellFirst(world, person);
  },
};

/** Who signs in with a person's phone by now. */
async function whoSignsIn(
  { outside, clinic }: World,
  { phone }: Person,
): Promise<string | undefined> {
  const people = await membersByPhone(outside.store.reader, clinic.id, phone);
  return people.find(({ status }) => status === 'enrolled')?.id;
}
