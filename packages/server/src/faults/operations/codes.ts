import { ensured } from '../../ensured.js';
import type { Answered } from '../../trial/trial-clinic.js';
import { attempt, insist, type Request } from '../call.js';
import { Difference } from '../difference.js';
import type { Person, World } from '../world.js';

/** Longer than any limit on codes to one phone, of which none is under test here. */
const restMs = 24 * 3_600_000;

/** A code that came to a phone, as it is sent back. */
export interface Proof {
  readonly challengeId: string;
  readonly code: string;
}

/**
 * Asks for something that takes a code from a person's phone. Whoever gets no answer asks for another
 * code, since the first may be used up.
 *
 * @param requestOf - The request with a code, for each try.
 */
export async function askWithCode(
  world: World,
  person: Person,
  requestOf: (proof: Proof) => Request,
): Promise<Answered> {
  for (let tries = 1; tries <= 10; tries++) {
    world.wait(restMs);
    const sent = await insist(world, {
      route: 'POST /v1/sessions/codes',
      key: world.clinic.publishableKey,
      body: { phone: person.phone },
    });
    if (sent.status !== 200) continue;
    const { challengeId } = sent.body as { challengeId: string };
    const request = requestOf({ challengeId, code: await codeFor(world, person) });
    const answered = await attempt(world, request, { calm: tries > 5 });
    if (answered) return answered;
  }
  throw new Difference(`no code to ${person.phone} is any good`);
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
