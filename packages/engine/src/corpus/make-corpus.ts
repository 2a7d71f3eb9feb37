import fc from 'fast-check';
import { histories } from '../laws/histories.js';
import type { Corpus, FrozenHistory } from './corpus.js';
import { toldHistories } from './told-histories.js';

const size = 60;
const seed = 20_261_124;

/** Shorter ones say little. */
const fewestRecords = 4;

/** Programs are large, and a few say as much as one for each history. */
const mostPrograms = 6;

/** A new corpus out of the histories that the laws are tried on, and some more; the same each time. */
export function makeCorpus(): Corpus {
  const sampled = fc
    .sample(histories, { seed, numRuns: size * 4 })
    .filter(({ records }) => records.length >= fewestRecords)
    .slice(0, size);
  const distinct = new Map(sampled.map(({ programs }) => [JSON.stringify(programs), programs]));
  const programs = [...distinct.values()].slice(0, mostPrograms);
  return {
    programs,
    histories: [
      ...sampled.map(({ records, birthdays, until }, nth): FrozenHistory => ({
        programs: nth % programs.length,
        records,
        birthdays,
        until,
      })),
      ...toldHistories(sampled.length, programs[0] ?? []),
    ],
  };
}
