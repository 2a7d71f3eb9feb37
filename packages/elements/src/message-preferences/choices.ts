import type { Preferences } from '@afterglow/contract';

/** What messages are for, in the order in which they are shown. */
export const purposes = ['reminders', 'marketing'] as const;

/** Ways to reach somebody, in the order in which they are shown. */
export const channels = ['sms', 'email'] as const;

/** Something that is switched on and off: messages of a purpose on a channel, or the first name. */
export type Choice = `${(typeof purposes)[number]}.${(typeof channels)[number]}` | 'name';

/** The two halves of a choice about messages. */
type Parts = [(typeof purposes)[number], (typeof channels)[number]];

/** Purpose and channel of a choice about messages. */
export const partsOf = (choice: Exclude<Choice, 'name'>): Parts => choice.split('.') as Parts;

/** Whether a choice is on. */
export function isOn(preferences: Preferences, choice: Choice): boolean {
  if (choice === 'name') return preferences.shareFirstName ?? false;
  const [purpose, channel] = partsOf(choice);
  return preferences[purpose][channel];
}
