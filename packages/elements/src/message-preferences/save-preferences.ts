import type { ConsentChange, Preferences, PreferencesUpdate } from '@afterglow/contract';
import { pageClient } from '../internal/page-client.js';
import type { LoyaltyPage } from '../internal/page.js';
import { partsOf, type Choice } from './choices.js';

/** Something that was changed: a switch, with the words that stand at it, or the language. */
export type Change =
  | { readonly field: Choice; readonly value: boolean; readonly words: string }
  | { readonly field: 'language'; readonly value: string | null };

/** What came of a change. `unanswered`: it may have been saved or not. */
export type Outcome = Preferences | 'failed' | 'unanswered';

/** Saves a change. Comes with everything that writes, at the first touch. */
export async function savePreferences(page: LoyaltyPage, change: Change): Promise<Outcome> {
  try {
    return await (await pageClient(page)).me.preferences.update(requestOf(change));
  } catch (error) {
    const { status = 0 } = error as { status?: number };
    return status >= 400 && status < 500 ? 'failed' : 'unanswered';
  }
}

function requestOf(change: Change): PreferencesUpdate {
  if (change.field === 'language') return { locale: change.value };
  const { field, value: given, words } = change;
  const said: ConsentChange = given ? { given, words } : { given };
  if (field === 'name') return { shareFirstName: said };
  const [purpose, channel] = partsOf(field);
  return { [purpose]: { [channel]: said } };
}
