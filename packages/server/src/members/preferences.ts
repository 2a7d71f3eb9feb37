import { messageChannels, type ConsentChange, type Preferences } from '@afterglow/contract';
import type { PreferencesUpdate } from '@afterglow/contract';
import type { Account } from '@afterglow/engine';
import { phoneHint } from '../phones.js';
import type { Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { addConsents, consentsSince, type AskedFrom, type Said } from './consents.js';

type MemberRow = Tables['members'];
type Channel = (typeof messageChannels)[number];

/** A yes holds for one phone or e-mail address; null as `to`: for whichever the member has. */
interface Agreed {
  readonly given: boolean;
  readonly to: string | null;
}

/** What a member's row keeps of it. */
interface KeptPreferences {
  readonly reminders: Readonly<Record<Channel, boolean>>;
  readonly marketing: Readonly<Record<Channel, Agreed>>;
  readonly shareFirstName: boolean;
}

/** What is kept of the consents at joining, where it matters here. */
interface JoiningConsents {
  readonly marketingSms: boolean;
  readonly marketingEmail: boolean;
  readonly shareFirstName: boolean;
  /** Not there for those who joined before it was kept. */
  readonly phone?: string;
}

/**
 * What a member said last. Reminders are part of the program, so joining it is a yes to them;
 * marketing and the first name are not, and stay a no until somebody says yes.
 *
 * @returns Undefined for somebody who never joined, and may be told nothing.
 */
function keptPreferences(member: MemberRow): KeptPreferences | undefined {
  const { preferencesJson, consentsJson } = member;
  if (preferencesJson !== null) return JSON.parse(preferencesJson) as KeptPreferences;
  if (consentsJson === null) return undefined;
  const joined = JSON.parse(consentsJson) as JoiningConsents;
  return {
    reminders: { sms: true, email: true },
    marketing: {
      sms: { given: joined.marketingSms, to: joined.phone ?? null },
      email: { given: joined.marketingEmail, to: null },
    },
    shareFirstName: joined.shareFirstName,
  };
}

/** What a person is reached by on each channel. */
const addressesOf = ({ phone, email }: MemberRow): Readonly<Record<Channel, string | null>> => ({
  sms: phone,
  email,
});

/** A member's own choices as they hold now; for somebody who never joined all are no. */
export function preferencesOf(member: MemberRow, { friendOf }: Account): Preferences {
  const kept = keptPreferences(member);
  const addresses = addressesOf(member);
  const isMarketed = (channel: Channel) => {
    const { given = false, to = null } = kept?.marketing[channel] ?? {};
    return given && (to === null || to === addresses[channel]);
  };
  return {
    locale: member.locale,
    reminders: kept?.reminders ?? { sms: false, email: false },
    marketing: { sms: isMarketed('sms'), email: isMarketed('email') },
    shareFirstName: friendOf ? sharesFirstName(member) : null,
    reach: {
      sms: member.phone && phoneHint(member.phone),
      email: member.email && emailHint(member.email),
    },
  };
}

/** Whether whoever invited a member may see the first name. */
export const sharesFirstName = (member: MemberRow): boolean =>
  keptPreferences(member)?.shareFirstName ?? false;

/** The first letter and the part after the @, as a person recognizes the own address. */
function emailHint(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}··${at < 0 ? '' : email.slice(at)}`;
}

/**
 * Does what a member says, and adds each yes and no that is new to what was said before. It counts
 * from here on. Points know nothing of it.
 *
 * @param member - Its row, held by the transaction.
 * @returns The row as it is now.
 * @throws Refused with `channel_unreachable` for a yes to a channel that the member has no address on.
 */
export async function changePreferences(
  tx: Transaction,
  clinic: Clinic,
  member: MemberRow,
  { change, from }: { readonly change: PreferencesUpdate; readonly from: AskedFrom },
): Promise<MemberRow> {
  const kept = keptPreferences(member) ?? nothingAgreed;
  const said = await newlySaid(tx, member, kept, saidIn(member, change));
  const after = said.reduce(heard, kept);
  const columns = {
    ...(change.locale === undefined ? {} : { locale: change.locale }),
    ...(said.length === 0 ? {} : { preferencesJson: JSON.stringify(after) }),
  };
  await addConsents(tx, clinic, member, { said, from });
  if (Object.keys(columns).length > 0)
    await tx.update('members', { clinicId: clinic.id, id: member.id }, columns);
  return { ...member, ...columns };
}

/** Of somebody who never joined. */
const nothingAgreed: KeptPreferences = {
  reminders: { sms: false, email: false },
  marketing: { sms: { given: false, to: null }, email: { given: false, to: null } },
  shareFirstName: false,
};

/** Each yes and no of a request. */
function saidIn(member: MemberRow, change: PreferencesUpdate): readonly Said[] {
  const addresses = addressesOf(member);
  const channels = (['reminders', 'marketing'] as const).flatMap((purpose) =>
    messageChannels.flatMap((channel) => {
      const one = change[purpose]?.[channel];
      if (!one) return [];
      const recipient = addresses[channel];
      if (one.given && recipient === null) throw unreachable(purpose, channel);
      return [{ purpose, channel, recipient, ...answered(one) }];
    }),
  );
  const { shareFirstName: shared } = change;
  const about = { purpose: 'firstName', channel: null, recipient: null } as const;
  return shared ? [...channels, { ...about, ...answered(shared) }] : channels;
}

const answered = (change: ConsentChange) => ({
  given: change.given,
  words: change.given ? change.words : null,
});

const unreachable = (purpose: string, channel: Channel) =>
  new Refused('channel_unreachable', {
    detail: `This member has no ${channel === 'sms' ? 'telephone number' : 'e-mail address'} to agree for. The clinic adds one, or the member does with PATCH /v1/me.`,
    param: `${purpose}.${channel}`,
  });

/**
 * What of it is news: another answer than before, or a yes to other words or for another address. A
 * request that comes twice adds nothing.
 */
async function newlySaid(
  tx: Transaction,
  member: MemberRow,
  kept: KeptPreferences,
  said: readonly Said[],
): Promise<readonly Said[]> {
  const before = await consentsSince(tx, member);
  return said.filter(({ purpose, channel, given, words, recipient }) => {
    const last = before.findLast((one) => one.purpose === purpose && one.channel === channel);
    if (last) {
      const isSame = last.words === words && (!given || last.recipient === recipient);
      return Number(given) !== last.given || !isSame;
    }
    // Words that were agreed to at joining are known by their version alone.
    return given || given !== holds(kept, purpose, channel);
  });
}

/** What is kept of one purpose. */
function holds(kept: KeptPreferences, purpose: Said['purpose'], channel: Channel | null): boolean {
  if (purpose === 'firstName' || channel === null) return kept.shareFirstName;
  return purpose === 'reminders' ? kept.reminders[channel] : kept.marketing[channel].given;
}

/** What is kept after one more yes or no. */
function heard(kept: KeptPreferences, { purpose, channel, given, recipient }: Said) {
  if (purpose === 'firstName' || channel === null) return { ...kept, shareFirstName: given };
  if (purpose === 'reminders')
    return { ...kept, reminders: { ...kept.reminders, [channel]: given } };
  const agreed: Agreed = { given, to: given ? recipient : null };
  return { ...kept, marketing: { ...kept.marketing, [channel]: agreed } };
}
