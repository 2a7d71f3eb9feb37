import type { SessionAnswer } from '@afterglow/contract';
import type { Request } from '../call.js';
import { Difference } from '../difference.js';
import type { Person, World } from '../world.js';
import { askWithCode, type Proof } from './codes.js';
import { codeOf } from './keyed.js';
import { takeBackWishes } from './members.js';
import type { Operation } from './operation.js';

/** How many of a run's people sign in: proving a code is slow on purpose. */
const mostSignIns = 6;

/** Somebody signs in for the first time and so joins, at times with a friend's code. */
export const signIn: Operation = {
  name: 'sign in',
  weight: 5,
  alone: true,
  async run(world) {
    const strangers = world.people.filter(
      ({ code, client }) => code === undefined && !world.erased.has(client),
    );
    if (world.people.filter(({ code }) => code !== undefined).length >= mostSignIns) return false;
    const person = world.chance.pickAny(strangers);
    if (!person) return false;
    const friend = world.chance.pickAny(world.people.filter(({ code }) => code !== undefined));
    const handed = world.chance.happens(60) ? (friend?.code ?? world.codes[0]) : undefined;
    return joinBy(world, person, handed);
  },
};

async function joinBy(world: World, person: Person, handed: string | undefined): Promise<boolean> {
  const joining = {
    firstName: 'Ana',
    consents: { terms: true, shareFirstName: world.chance.happens(50) },
    ...(handed === undefined ? {} : { code: handed }),
  };
  const answered = await askWithCode(world, person, (proof) => signInBy(world, proof, { joining }));
  if (answered.status === 409) return false; // Two records with this phone: the clinic chooses.
  if (codeOf(answered.body) === 'referral_code_unknown' && world.erased.size > 0) {
    // It was that of somebody who is erased, whom another phone led to.
    for (const one of world.people) if (one.code === handed) one.code = undefined;
    return false;
  }
  if (answered.status !== 200)
    throw new Difference(`signing in is answered ${JSON.stringify(answered.body)}`);
  const { summary } = answered.body as SessionAnswer;
  person.code = summary.referral?.code;
  takeBackWishes(world, summary.member.id);
  return true;
}

/** The request of who signs in with a code; somebody new says more. */
export function signInBy(world: World, proof: Proof, more: object = {}): Request {
  const body = { grant: { kind: 'code', ...proof }, ...more };
  return { route: 'POST /v1/sessions', key: world.clinic.publishableKey, body };
}
