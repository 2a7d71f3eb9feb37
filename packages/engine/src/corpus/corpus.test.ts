import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edition } from '../edition.js';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { replayJournal } from '../replay.js';
import { changedResults, readCorpus, readResults, resultsOf } from './corpus.js';

const corpus = readCorpus();
const kept = readResults();

test('the frozen histories give what they gave when their edition was kept', () => {
  const changed = changedResults(kept, resultsOf(corpus));

  assert.deepEqual(
    { edition: kept.edition, changed },
    { edition, changed: [] },
    'The results of the engine changed. Raise the number in packages/engine/src/edition.ts, then run npm run corpus -- --write.',
  );
});

/** All types of records; the compiler misses the one that is missing. */
const everyType: Record<HistoryRecord['type'], true> = {
  visit: true,
  refund: true,
  void: true,
  joined: true,
  friend: true,
  withdrawn: true,
  booking: true,
  activity: true,
  feedback: true,
  packageExtended: true,
  membership: true,
  claim: true,
  claimReturned: true,
  voucherUsed: true,
  hold: true,
  holdReleased: true,
  adjustment: true,
  tierSet: true,
  merge: true,
  mergedInto: true,
};

test('the corpus holds more than sixty histories of several programs, with every type of record', () => {
  const types = new Set(corpus.histories.flatMap(({ records }) => records.map(({ type }) => type)));

  assert.ok(corpus.histories.length > 60);
  assert.ok(corpus.programs.length > 5);
  assert.deepEqual([...types].sort(), Object.keys(everyType).sort());
});

test('a point more in one history is seen, in that history alone', () => {
  const planted = resultsOf(corpus, {
    replayJournal,
    foldAccount: (input) => {
      const fold = foldAccount(input);
      if (input.accountId !== 'mem_corpus_7') return fold;
      return { ...fold, account: { ...fold.account, points: fold.account.points + 1 } };
    },
  });

  assert.deepEqual(changedResults(resultsOf(corpus), planted), [7]);
});

test('a journal in another order is seen', () => {
  const planted = resultsOf(corpus, {
    foldAccount,
    replayJournal: (input) => replayJournal(input).toReversed(),
  });

  assert.ok(changedResults(resultsOf(corpus), planted).length > 30);
});
