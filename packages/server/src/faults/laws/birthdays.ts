import { birthdayOf } from '../../members/birthdays.js';
import { holds } from '../difference.js';
import { knownMembers } from '../operations/members.js';
import type { World } from '../world.js';

/** A birthday that was told is kept, and the one that was told last counts. */
export async function checkBirthdays(world: World): Promise<void> {
  const { reader } = world.outside.store;
  for (const { person, id } of await knownMembers(world)) {
    const told = world.birthdays.get(person.client)?.told;
    const member = await reader.get('members', { clinicId: world.clinic.id, id });
    if (!told || !member) continue;
    const kept = JSON.stringify(birthdayOf(member));
    holds(
      told.includes(kept),
      () => `the birthday of ${person.client} is ${kept}, told was ${told.join(' or ')}`,
    );
  }
}
