import { standing } from '@afterglow/engine';
import { advance } from '../accounts/advance.js';
import { hashText } from '../hashing.js';
import { Reply, ownId, type Handler } from '../http/call.js';
import { entriesPage } from '../members/entries.js';
import { friendRows, summaryOf } from '../members/summary.js';
import { pageFrom, pageSize, placeOf } from '../paging.js';
import { ensured } from '../ensured.js';

/** Everything that elements show of the member, in one answer. */
export const getMe: Handler<'getMe'> = async (call) => {
  const summary = await summaryOf(call.ports.store.reader, call.clinic, ownId(call));
  // The clinic's now moves all the time and changes nothing that is shown.
  const tag = hashText(JSON.stringify({ ...summary, asOf: null })).slice(0, 32);
  return new Reply(summary, { ETag: `W/"${tag}"` });
};

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
  const account = await reader.get('accounts', { clinicId: clinic.id, accountId: ownId(call) });
  const { account: now } = await advance(
    reader,
    ensured(account, 'the account of a member'),
    clinic,
  );
  const after = placeOf(query, /^ref_[0-9a-z]{26}$/);
  const size = pageSize(query);
  const friends = standing(now, clinic.programs, clinic.now).referrals;
  const start = after === undefined ? 0 : friends.findIndex(({ id }) => id === after) + 1;
  const page = pageFrom(friends.slice(start), size, { show: (row) => row, place: ({ id }) => id });
  return { ...page, data: await friendRows(reader, clinic.id, page.data) };
};
