import { insist } from '../call.js';
import type { World } from '../world.js';
import { isDone } from './keyed.js';
import { pickMember, tokenOf } from './members.js';
import type { Operation } from './operation.js';

/** The desk writes a birthday down, or the patient does; at times it is taken away. */
export const setBirthday: Operation = {
  name: 'set a birthday',
  weight: 4,
  async run(world) {
    const { chance } = world;
    const member = await pickMember(world);
    if (!member) return false;
    const day = { month: chance.between(1, 12), day: chance.between(1, 28) };
    const birthday = chance.happens(20) ? null : day;
    const { client } = member.person;
    const isOwn = chance.happens(40);
    const route = isOwn ? 'PATCH /v1/me' : `PATCH /v1/members/${member.id}`;
    const key = isOwn ? () => tokenOf(world, member.id) : world.clinic.secretKey;
    told(world, client, JSON.stringify(birthday));
    const answered = await insist(world, { route, key, body: { birthday } });
    // The session ends with the person, who may be erased at the same moment.
    return isDone(answered, route, [
      'member_erased',
      ...(isOwn && world.has.erasures ? ['session_revoked'] : []),
    ]);
  },
};

/** Of two that are told at once either may be the last. */
function told({ step, birthdays }: World, client: string, text: string): void {
  const before = birthdays.get(client);
  birthdays.set(client, { step, told: before?.step === step ? [...before.told, text] : [text] });
}
