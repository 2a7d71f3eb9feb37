/**
 * `npm run corpus` says what today's engine makes of the frozen histories; `--write` keeps it with
 * the edition's number, and `--new` makes new histories first, from the generators of the laws.
 */
import { parseArgs } from 'node:util';
import {
  changedResults,
  readCorpus,
  readResults,
  resultsOf,
  writeCorpus,
  writeResults,
} from './corpus.js';
import type { Results } from './corpus.js';
import { makeCorpus } from './make-corpus.js';

const { values } = parseArgs({ options: { write: { type: 'boolean' }, new: { type: 'boolean' } } });

if (values.new) writeCorpus(makeCorpus());
const corpus = readCorpus();
const now = resultsOf(corpus);
const kept: Results = values.new ? { ...now, hashes: [] } : readResults();
const changed = changedResults(kept, now);
const count = String(changed.length);
console.log(`${count} of ${String(now.hashes.length)} results are not those that were kept.`);
if (changed.length > 0 && !values.new && kept.edition === now.edition)
  console.log(
    `They were kept as those of edition ${String(now.edition)}. If that was released, raise the number in packages/engine/src/edition.ts first.`,
  );
if (values.write || values.new) {
  writeResults(now);
  console.log(`Kept as those of edition ${String(now.edition)}.`);
} else if (changed.length > 0) process.exitCode = 1;
