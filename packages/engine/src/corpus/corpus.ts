import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { KnownBirthday } from '../account.js';
import { edition } from '../edition.js';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';
import { replayJournal } from '../replay.js';

/** A history as it was frozen. */
export interface FrozenHistory {
  /** Place among the programs of the corpus. */
  readonly programs: number;
  readonly records: readonly HistoryRecord[];
  readonly birthdays: readonly KnownBirthday[];
  readonly until: number;
}

/** Histories that never change, so that a change of results is one of the engine. */
export interface Corpus {
  /** Each the versions of one clinic's program. */
  readonly programs: readonly (readonly ProgramInForce[])[];
  readonly histories: readonly FrozenHistory[];
}

/** What the engine of one edition makes of the corpus. */
export interface Results {
  readonly edition: number;
  /** SHA-256 of what each history gives, in their order. */
  readonly hashes: readonly string[];
}

/** What a corpus is folded by; other than the engine's own only to show that a change is seen. */
export interface Folds {
  readonly foldAccount: typeof foldAccount;
  readonly replayJournal: typeof replayJournal;
}

const file = (name: string) => new URL(name, import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));

export const readCorpus = () => read('histories.json') as Corpus;
export const readResults = () => read('results.json') as Results;

/** Keeps a corpus; only for a new one. */
export function writeCorpus({ programs, histories }: Corpus): void {
  const lines = (all: readonly unknown[]) => all.map((one) => `    ${JSON.stringify(one)}`);
  const text = [
    '{',
    '  "programs": [',
    lines(programs).join(',\n'),
    '  ],',
    '  "histories": [',
    lines(histories).join(',\n'),
    '  ]',
    '}',
    '',
  ];
  writeFileSync(file('histories.json'), text.join('\n'));
}

/** Keeps the results of today's engine. */
export function writeResults(results: Results): void {
  writeFileSync(file('results.json'), `${JSON.stringify(results, null, 2)}\n`);
}

/** What an engine makes of a corpus: state, desired amounts, flags, and the journal write by write. */
export function resultsOf(corpus: Corpus, by: Folds = { foldAccount, replayJournal }): Results {
  const hashes = corpus.histories.map(({ programs: of, ...history }, nth) => {
    const programs = corpus.programs[of] ?? [];
    const input = { accountId: `mem_corpus_${String(nth)}`, programs, ...history };
    const { account, desired, flags } = by.foldAccount(input);
    // A new number alone changes no result.
    const state = { ...account, edition: undefined };
    const entries = by.replayJournal(input);
    const text = JSON.stringify(inOrder({ state, desired, flags, entries }));
    return createHash('sha256').update(text).digest('hex');
  });
  return { edition, hashes };
}

/** The same value with the fields of each object by name, since their order is no result. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}

/** The places of histories that give something else than was kept. */
export function changedResults(kept: Results, now: Results): readonly number[] {
  const count = Math.max(kept.hashes.length, now.hashes.length);
  return Array.from({ length: count }, (_, nth) => nth).filter(
    (nth) => kept.hashes[nth] !== now.hashes[nth],
  );
}
