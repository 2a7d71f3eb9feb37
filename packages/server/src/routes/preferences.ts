import { accountNow } from '../accounts/advance.js';
import { ownId, type Handler } from '../http/call.js';
import { askedFrom } from '../members/consents.js';
import { memberById } from '../members/find.js';
import { changePreferences, preferencesOf } from '../members/preferences.js';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';

/** What may be told to the member, and how. */
export const getPreferences: Handler<'getPreferences'> = async (call) => {
  const { reader } = call.ports.store;
  const member = await memberById(reader, call.clinic.id, ownId(call));
  return shown(reader, call.clinic, member);
};

/** Says yes or no; what is left out stays. */
export const updatePreferences: Handler<'updatePreferences'> = async (call) => {
  const { ports, clinic, body } = call;
  const change = { change: body, from: askedFrom(call) };
  return ports.store.transaction(async (tx) => {
    const { id } = await memberById(tx, clinic.id, ownId(call));
    await tx.lock('members', { clinicId: clinic.id, id });
    const member = await memberById(tx, clinic.id, id);
    return shown(tx, clinic, await changePreferences(tx, clinic, member, change));
  });
};

/** Whether somebody invited the member is what the account knows. */
async function shown(reader: Reader, clinic: Clinic, member: Tables['members']) {
  return preferencesOf(member, await accountNow(reader, clinic, member.id));
}
