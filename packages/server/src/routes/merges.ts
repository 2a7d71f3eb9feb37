import type { Handler } from '../http/call.js';
import { mergeMembers, rowOf } from '../members/merge.js';
import { shownMember } from '../members/shown.js';
import { unmergeMembers } from '../members/unmerge.js';
import type { Tables } from '../tables.js';

/** Makes two records of one person one, or says what that would do. */
export const mergeMember: Handler<'mergeMember'> = async ({ ports, clinic, params, body }) => {
  const { from, reason, preview = false } = body;
  const { reader } = ports.store;
  const shown = async (row: Tables['members']) => shownMember(reader, clinic, row);
  // A preview shows the member as they stay; it may be part of a transaction that is taken back.
  const row = await reader.get('members', { clinicId: clinic.id, id: params.id });
  const unchanged = preview && row ? await shown(row) : undefined;
  const points = await mergeMembers(ports, clinic, { into: params.id, from, reason, preview });
  const member = unchanged ?? (await shown(await rowOf(reader, clinic, params.id, 'id')));
  return { preview, member, points };
};

/** Takes a merge back, or says what that would do. */
export const unmergeMember: Handler<'unmergeMember'> = async ({ ports, clinic, params, body }) => {
  const { from, preview = false } = body;
  return { preview, ...(await unmergeMembers(ports, clinic, { into: params.id, from, preview })) };
};
