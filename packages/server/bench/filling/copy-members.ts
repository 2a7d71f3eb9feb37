import { sql } from 'kysely';
import type { SqlStore } from '../../src/stores/sql/sql-store.js';
import { tables } from '../../src/tables.js';
import type { TableName } from '../../src/tables.js';

/** How many letters of an id tell copies apart; those of a member that is copied are zeros. */
const suffixLength = 3;

/** The column of each copied table that says whose a row is. */
const ownerOf = {
  members: 'id',
  accounts: 'accountId',
  history: 'accountId',
  entries: 'accountId',
} as const satisfies Partial<Record<TableName, string>>;

/**
 * The id of a copy of a member.
 *
 * @param nth - 0 for the member itself; less than 1,000.
 */
export function copyOf(memberId: string, nth: number): string {
  return memberId.slice(0, -suffixLength) + String(nth).padStart(suffixLength, '0');
}

/**
 * Writes copies of a member's rows under other ids, inside SQLite: to make the rows of as many
 * members in JavaScript takes ten times as long. Only the ids differ, so `afterglow verify` would
 * find the chain of a copy to be another account's.
 *
 * @param memberId - As `copyOf` gives it for 0.
 * @param count - Copies to write besides the member.
 */
export async function copyMember(
  store: SqlStore,
  { clinicId, memberId, count }: { clinicId: string; memberId: string; count: number },
): Promise<void> {
  const ids = Array.from({ length: count }, (_, nth) => copyOf(memberId, nth + 1));
  await store.db.transaction().execute(async (tx) => {
    for (const [table, owner] of Object.entries(ownerOf)) {
      const columns = Object.keys(tables[table as TableName].columns);
      const values = columns.map((name) => {
        if (name === owner) return sql`copies.value`;
        if (name === 'stateJson') return sql`replace("stateJson", ${memberId}, copies.value)`;
        return sql.ref(`${table}.${name}`);
      });
      await sql`
        insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
        select ${sql.join(values)} from json_each(${JSON.stringify(ids)}) as copies
        cross join ${sql.table(table)}
        where ${sql.ref(`${table}.clinicId`)} = ${clinicId} and ${sql.ref(`${table}.${owner}`)} = ${memberId}
      `.execute(tx);
    }
  });
}
