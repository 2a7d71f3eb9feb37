import type { MemberCreate, MemberUpdate } from '@afterglow/contract';
import type { Call, Handler } from '../http/call.js';
import { takesPhone } from '../intake/details.js';
import { addAliases, checkSources } from '../members/aliases.js';
import { entriesPage } from '../members/entries.js';
import { eraseMember } from '../members/erase.js';
import { memberById, membersByPhone, survivorOf } from '../members/find.js';
import {
  changeMember,
  detailColumns,
  insertMembers,
  newMember,
  type PersonDetails,
} from '../members/rows.js';
import { shownMember, shownMembers } from '../members/shown.js';
import { pageFrom, pageOfList, pageSize, placeOf } from '../paging.js';
import { normalizePhone } from '../phones.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { ensured } from '../ensured.js';

/** What a cursor of a list of members names. */
const memberPlace = /^mem_[0-9a-z]{26}$/;

/** Members of the clinic, newest first, or those with a phone or with an id of another system. */
export const listMembers: Handler<'listMembers'> = async (call) => {
  const { ports, clinic, query } = call;
  const asked = await membersAsked(call);
  const page = asked ? pageOfList(asked, query, memberPlace) : await pageOfAll(call);
  return { ...page, data: await shownMembers(ports.store.reader, clinic, page.data) };
};

/** The members that a filter names; undefined when there is no filter. */
async function membersAsked({
  ports,
  clinic,
  query,
}: Call<'listMembers'>): Promise<readonly Tables['members'][] | undefined> {
  const { reader } = ports.store;
  const { phone, source, externalId } = query;
  if ((source === undefined) !== (externalId === undefined))
    throw new Refused('missing_field', {
      detail: 'source and externalId are looked for together.',
      param: source === undefined ? 'source' : 'externalId',
    });

  if (source !== undefined && externalId !== undefined) {
    const alias = await reader.get('aliases', { clinicId: clinic.id, source, externalId });
    const row =
      alias &&
      (await survivorOf(
        reader,
        await reader.get('members', { clinicId: clinic.id, id: alias.memberId }),
      ));
    const number = phone === undefined ? undefined : phoneOf(clinic, phone);
    return row && (number === undefined || row.phone === number) ? [row] : [];
  }
  return phone === undefined
    ? undefined
    : membersByPhone(reader, clinic.id, phoneOf(clinic, phone));
}

async function pageOfAll({ ports, clinic, query }: Call<'listMembers'>) {
  const before = placeOf(query, memberPlace);
  const size = pageSize(query);
  const rows = await ports.store.reader.range('members', {
    index: 'key',
    where: { clinicId: clinic.id },
    ...(before === undefined ? {} : { below: before }),
    descending: true,
    limit: size + 1,
  });
  return pageFrom(rows, size, { show: (row) => row, place: ({ id }) => id });
}

/** A new known member. Joining happens when the person signs in. */
export const createMember: Handler<'createMember'> = async ({ ports, clinic, body }) => {
  const aliases = body.aliases ?? [];
  checkSources(aliases, 'aliases');
  const row = newMember(ports, clinic, detailsOf(clinic, body), clinic.now);
  await ports.store.transaction(async (tx) => {
    // Who adds people, aliases or codes takes turns, or one alias could stand for two people.
    await tx.lock('clinics', { id: clinic.id });
    await insertMembers(tx, [row]);
    await addAliases(tx, clinic.id, row.id, aliases, 'aliases');
  });
  return shownMember(ports.store.reader, clinic, row);
};

/** One member. */
export const getMember: Handler<'getMember'> = async ({ ports, clinic, params }) => {
  const { reader } = ports.store;
  return shownMember(reader, clinic, await memberById(reader, clinic.id, params.id));
};

/** Changes details of a member and adds ids of other systems. */
export const updateMember: Handler<'updateMember'> = async ({ ports, clinic, params, body }) => {
  const id = params.id;
  const added = body.addAliases ?? [];
  checkSources(added, 'addAliases');
  const row = await ports.store.transaction(async (tx) => {
    await tx.lock('clinics', { id: clinic.id });
    const before = await memberById(tx, clinic.id, id);
    const change = detailColumns(clinic, before, detailsOf(clinic, body));
    if (change.phone && (await takesPhone(tx, before, change.phone))) throw phoneTaken();
    await addAliases(tx, clinic.id, before.id, added, 'addAliases');
    const after = { ...before, ...change };
    await changeMember(tx, clinic, before, change);
    return after;
  });
  return shownMember(ports.store.reader, clinic, row);
};

/** Erases a person. The ledger stays and names nobody. */
export const deleteMember: Handler<'deleteMember'> = async ({ ports, clinic, params }) => {
  await eraseMember(ports, clinic, params.id);
  return null;
};

/** The journal of a member, or of the owner of a staff, influencer or partner code. */
export const listMemberEntries: Handler<'listMemberEntries'> = async (call) => {
  const { ports, clinic, params, query } = call;
  const { reader } = ports.store;
  const id = params.id;
  const account = await reader.get('accounts', { clinicId: clinic.id, accountId: id });
  if (!account) await memberById(reader, clinic.id, id);
  return entriesPage(reader, clinic, ensured(account, 'the account of a member'), query);
};

/** Details with the phone in E.164. */
function detailsOf(clinic: Clinic, body: MemberCreate | MemberUpdate): PersonDetails {
  const { firstName, email, birthday, locale, phone } = body;
  return {
    firstName,
    email,
    birthday,
    locale,
    phone: typeof phone === 'string' ? phoneOf(clinic, phone) : phone,
  };
}

function phoneOf(clinic: Clinic, text: string): string {
  const phone = normalizePhone(text, clinic.program.clinic.country);
  if (phone !== undefined) return phone;
  throw new Refused('phone_invalid', {
    detail:
      'The phone is no telephone number that exists. Send it with its country code, such as +1 312 555 0100.',
    param: 'phone',
  });
}

const phoneTaken = () =>
  new Refused('phone_taken', {
    detail: 'Another enrolled member signs in with this phone.',
    param: 'phone',
  });
