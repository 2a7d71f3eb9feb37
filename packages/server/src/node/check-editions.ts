import { edition } from '@afterglow/engine';
import { otherEditions } from '../editions.js';
import type { Ports } from '../ports.js';
import { WrongSetting } from './settings.js';

/**
 * Makes sure that nothing is judged anew by accident: the first write of another edition to an
 * account would post what it sees otherwise.
 *
 * @param current - The engine's edition; another one in tests.
 * @throws {@link WrongSetting} in one line that says what to run.
 */
export async function checkEditions(ports: Ports, current: number = edition): Promise<void> {
  const [first, ...others] = await otherEditions(ports.store.reader, current);
  if (!first) return;

  const which = `${first.clinicId}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  if (first.edition > current)
    throw new WrongSetting(
      `The past of ${which} was judged by edition ${first.edition}, and this version only knows edition ${current}. Start the newer version.`,
    );
  throw new WrongSetting(
    `The past of ${which} was judged by edition ${first.edition}; this version judges by edition ${current}. See what that would change with "afterglow refold --edition ${current} --dry-run", then run it without --dry-run.`,
  );
}
