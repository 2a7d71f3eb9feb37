import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edition } from '../edition.js';
import { foldAccount } from '../fold.js';
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

test('the corpus holds sixty histories of several programs, with every type of record', () => {
  const types = new Set(corpus.histories.flatMap(({ records }) => records.map(({ type }) => type)));

  assert.equal(corpus.histories.length, 60);
  assert.ok(corpus.programs.length > 5);
  for (const type of ['visit', 'refund', 'void', 'joined', 'friend', 'withdrawn', 'booking'])
    assert.ok(types.has(type as 'visit'), type);
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
