import { standing } from '@afterglow/engine';
import { accountNow } from '../accounts/advance.js';
import { hashText } from '../hashing.js';
import { Reply, ownId, type Handler } from '../http/call.js';
import { entriesPage } from '../members/entries.js';
import { exportOf, profileOf } from '../members/export.js';
import { memberById } from '../members/find.js';
import { askErasure } from '../members/leave.js';
import { changeMember, detailColumns } from '../members/rows.js';
import { friendRows, summaryOf } from '../members/summary.js';
import { pageOfList } from '../paging.js';
import { invitedBy } from '../referrals/invited.js';
import { ensured } from '../ensured.js';

/** Everything that elements show of the member, in one answer. */
export const getMe: Handler<'getMe'> = async (call) => {
  const summary = await summaryOf(call.ports.store.reader, call.clinic, ownId(call));
  // The clinic's now moves all the time and changes nothing that is shown.
  const tag = hashText(JSON.stringify({ ...summary, asOf: null })).slice(0, 32);
  return new Reply(summary, { ETag: `W/"${tag}"` });
};

/** Changes what the member says of themselves. */
export const updateMe: Handler<'updateMe'> = async (call) => {
  const { ports, clinic, body } = call;
  return ports.store.transaction(async (tx) => {
    await tx.lock('members', { clinicId: clinic.id, id: ownId(call) });
    const before = await memberById(tx, clinic.id, ownId(call));
    const change = detailColumns(clinic, before, body);
    await changeMember(tx, clinic, before, change);
    return profileOf({ ...before, ...change });
  });
};

/** Asks for erasure, which takes effect after 14 days. */
export const deleteMe: Handler<'deleteMe'> = async (call) =>
  askErasure(call.ports, call.clinic, ownId(call), call.body);

/** Everything that is kept about the member. */
export const exportMe: Handler<'exportMe'> = async (call) =>
  exportOf(call.ports.store.reader, call.clinic, ownId(call));

/** The member's journal with its reasons. */
export const listMyEntries: Handler<'listMyEntries'> = async (call) => {
  const { reader } = call.ports.store;
  const account = await reader.get('accounts', {
    clinicId: call.clinic.id,
    accountId: ownId(call),
  });
  return entriesPage(reader, call.clinic, ensured(account, 'the account of a member'), call.query);
};

/** The member's friends and how far each has come. */
export const listMyReferrals: Handler<'listMyReferrals'> = async (call) => {
  const { clinic, query } = call;
  const { reader } = call.ports.store;
  const member = await memberById(reader, clinic.id, ownId(call));
  const account = await accountNow(reader, clinic, member.id);
  const friends = standing(account, clinic.programs, clinic.now).referrals;
  const ids = friends.map(({ friendId }) => friendId);
  const invited = await invitedBy(reader, clinic, member, ids);
  const page = pageOfList([...friends, ...invited], query, /^ref_[0-9a-z]{26}$/);
  const onPage = new Set(page.data.map(({ id }) => id));
  const friendsHere = friends.filter(({ id }) => onPage.has(id));
  const invitedHere = invited.filter(({ id }) => onPage.has(id));
  return {
    ...page,
    data: [...(await friendRows(reader, clinic.id, friendsHere)), ...invitedHere],
  };
};
