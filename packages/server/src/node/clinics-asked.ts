import type { Ports } from '../ports.js';
import { WrongSetting } from './settings.js';

/**
 * The ids of the clinics that a command is for.
 *
 * @param asked - The one that was named; left out: all.
 * @throws {@link WrongSetting} when there is none with that id.
 */
export async function clinicsAsked(
  ports: Ports,
  asked: string | undefined,
): Promise<readonly string[]> {
  const all = await ports.store.reader.range('clinics', { index: 'key', where: {} });
  const found = all.map(({ id }) => id).filter((id) => asked === undefined || id === asked);
  if (asked !== undefined && found.length === 0)
    throw new WrongSetting(`There is no clinic ${asked} in this database.`);
  return found;
}
