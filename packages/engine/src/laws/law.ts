import type fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import {
  copiesInto,
  foldAccount,
  foldForward,
  postEntries,
  replayJournal,
  separate,
} from '../index.js';

/** The functions that the laws are about; a planted bug takes the place of one or more. */
export interface Engine {
  readonly foldAccount: typeof foldAccount;
  readonly foldForward: typeof foldForward;
  readonly postEntries: typeof postEntries;
  readonly replayJournal: typeof replayJournal;
  readonly copiesInto: typeof copiesInto;
  readonly separate: typeof separate;
}

/** The engine as it is. */
export const ourEngine: Engine = {
  foldAccount,
  foldForward,
  postEntries,
  replayJournal,
  copiesInto,
  separate,
};

/** Something that holds for every history. */
export interface Law {
  readonly name: string;
  /** The law for one engine; fast-check runs it. */
  readonly property: (engine: Engine) => fc.IProperty<unknown[]>;
}

/** Says what differs, so that a failure can be read. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [seen, due] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== due) throw new Error(`${what} differs:\n  ${seen}\n  ${due}`);
}

/** Fails with what does not hold. */
export function holds(claim: boolean, what: string): void {
  if (!claim) throw new Error(what);
}
