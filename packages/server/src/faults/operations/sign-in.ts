import type { SessionAnswer } from '@afterglow/contract';
import { ensured } from '../../ensured.js';
import { attempt, insist } from '../call.js';
import { Difference } from '../difference.js';
import type { Person, World } from '../world.js';
import { codeOf } from './keyed.js';
import type { Operation } from './operation.js';

/** Longer than any limit on codes to one phone, of which none is under test here. */
const restMs = 24 * 3_600_000;

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
    if (world.people.length - strangers.length - world.erased.size >= mostSignIns) return false;
    const person = world.chance.pickAny(strangers);
    if (!person) return false;
    const friend = world.chance.pickAny(world.people.filter(({ code }) => code !== undefined));
    const handed = world.chance.happens(60) ? (friend?.code ?? world.codes[0]) : undefined;
    return joinBy(world, person, handed);
  },
};

/** Whoever gets no answer asks for another code, since the first may be used up. */
async function joinBy(world: World, person: Person, handed: string | undefined): Promise<boolean> {
  const key = world.clinic.publishableKey;
  const joining = {
    firstName: 'Ana',
    consents: { terms: true, shareFirstName: world.chance.happens(50) },
    ...(handed === undefined ? {} : { code: handed }),
  };
  for (let tries = 1; tries <= 10; tries++) {
    world.wait(restMs);
    const sent = await insist(world, {
      route: 'POST /v1/sessions/codes',
      key,
      body: { phone: person.phone },
    });
    if (sent.status !== 200) continue;
    const { challengeId } = sent.body as { challengeId: string };
    const grant = { kind: 'code', challengeId, code: await codeFor(world, person) };
    const request = { route: 'POST /v1/sessions', key, body: { grant, joining } };
    const answered = await attempt(world, request, { calm: tries > 5 });
    if (!answered) continue;
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
    return true;
  }
  return false;
}

/** The code of the newest message to a phone; the numbers of a sandbox have one that is known. */
async function codeFor({ outside, clinic, sandbox }: World, { phone }: Person): Promise<string> {
  if (sandbox) return '424242';
  const messages = await outside.store.reader.range('outbox', {
    index: 'byTime',
    where: { clinicId: clinic.id },
    descending: true,
  });
  const message = messages.find(({ recipient }) => recipient === phone);
  return ensured(/^\d{6}/.exec(message?.text ?? '')?.[0], 'the code of a message');
}
