import { firstFault, type Issue } from '../http/issues.js';
import { WrongSetting } from './settings.js';

/**
 * What is wrong with a JSON file that somebody wrote, in one line.
 *
 * @param what - What the file is, such as `The mapping`.
 */
export function wrongFile(
  what: string,
  path: string,
  of: { readonly issues: readonly Issue[]; readonly json: unknown },
): WrongSetting {
  const { code, param, detail } = firstFault(of.issues, of.json);
  const said = code === 'unknown_field' ? `${param} is no field that it can have.` : detail;
  return new WrongSetting(`${what} ${path} is wrong: ${said.replace(/^The body/, 'it')}`);
}
