import { WrongSetting } from '../settings.js';

/** The line for who asks for a file of the elements' build where there is none. */
export const neverBuilt = (cause?: unknown): WrongSetting =>
  new WrongSetting('The elements were never built here; run: npm run build', { cause });

/** Waits for what is read of the elements' build. @throws {@link WrongSetting} where there is none. */
export async function ofBuild<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? neverBuilt(error) : error;
  }
}
