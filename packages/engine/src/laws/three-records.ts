import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { Part } from '../index.js';
import { currentRecords } from '../gather.js';
import { decisionSource, ownSource } from '../history.js';
import { identityOf } from '../keys.js';
import { holds, same } from './law.js';
import type { Law } from './law.js';
import { happenings, Lives, orders, told } from './lives.js';
import { ids, joinedOrNot, mergeOf } from './parts.js';

/** One person who had all of it from the start. */
function onePerson(lives: Lives, accountId: string): Part {
  const others = ids.filter((id) => id !== accountId && lives.standing(id) === accountId);
  const brought = others.flatMap((id) =>
    (lives.own.get(id) ?? []).map((record) =>
      record.type === 'joined' && record.source === ownSource
        ? { ...record, externalId: `${record.externalId}@${id}` }
        : record,
    ),
  );
  const merges = others.map((id) => mergeOf(id, lives.now));
  return { accountId, records: [...(lives.own.get(accountId) ?? []), ...brought, ...merges] };
}

const threeRecords: Law = {
  name: 'merge: three records are one person, and each is itself again, whatever is told meanwhile',
  property: (engine) =>
    fc.property(joinedOrNot, happenings(told), orders, (person, happened, order) => {
      const lives = new Lives(engine, person);
      for (const one of happened) lives.happen(one);

      for (const id of ids.filter((one) => !lives.mergedInto.has(one))) {
        const one = onePerson(lives, id);
        same(lives.fold(lives.part(id)), lives.fold(one), `what ${id} stands for`);
      }
      lives.separateAll(order);
      for (const accountId of ids) {
        const alone = { accountId, records: lives.own.get(accountId) ?? [] };
        same(lives.fold(lives.part(accountId)), lives.fold(alone), accountId);
      }
    }),
};

/**
 * One place, and not which: a visit that had moved away from two records before they were merged, and
 * is told again while they are one, goes with whichever leaves first. Nothing says of which of them it
 * was told, and taking back the one merge or the other first is a decision of the staff.
 */
const oneHolder: Law = {
  name: 'merge: a visit has one place, however it moves among three records that are merged',
  property: (engine) =>
    fc.property(
      joinedOrNot,
      happenings(['move', 'move', ...told]),
      orders,
      (person, happened, order) => {
        const lives = new Lives(engine, person);
        for (const one of happened) lives.happen(one);
        lives.separateAll(order);

        const all = [...lives.own.values()].flatMap((records) => [
          ...currentRecords(records).values(),
        ]);
        for (const record of all) {
          if (record.source === decisionSource || record.source === ownSource) continue;
          const due = record.type === 'withdrawn' ? 0 : 1;
          const places = lives.holders(identityOf(record));
          holds(places.length === due, `${identityOf(record)} is in ${places.join(' and ')}`);
        }
      },
    ),
};

/** What holds of three records that are merged and separated in any order. */
export const threeRecordsLaws = {
  threeRecords,
  oneHolder,
} as const satisfies Record<string, Law>;
