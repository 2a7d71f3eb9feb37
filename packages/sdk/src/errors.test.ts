import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import {
  AfterglowError,
  AnswerInvalidError,
  RefusedError,
  TimedOutError,
  UnreachableError,
  isAfterglowError,
  isAnswerInvalidError,
  isRefusedError,
  isTimedOutError,
  isUnreachableError,
} from './errors.js';

const families = [
  { made: new RefusedError('no', { code: 'not_found' }), guard: isRefusedError },
  { made: new UnreachableError('no', { code: 'network' }), guard: isUnreachableError },
  { made: new TimedOutError('no', { code: 'timeout' }), guard: isTimedOutError },
  { made: new AnswerInvalidError('no', { code: 'answer_invalid' }), guard: isAnswerInvalidError },
];

for (const { made, guard } of families) {
  test(`${made.name} is known by its own guard and by no other`, () => {
    const known = families.filter((one) => one.guard(made)).map((one) => one.guard);

    assert.deepEqual(known, [guard]);
    assert.ok(isAfterglowError(made));
    assert.ok(made instanceof AfterglowError);
    assert.ok(made instanceof Error);
  });

  test(`${made.name} is known when another realm or another copy made it`, () => {
    const foreign: unknown = runInContext(
      `Object.assign(new Error('no'), ${JSON.stringify({ name: made.name, code: made.code })})`,
      createContext(),
    );

    assert.ok(!(foreign instanceof Error));
    assert.ok(guard(foreign));
  });
}

test('what is no error of ours is not taken for one', () => {
  const strangers = [
    undefined,
    null,
    'RefusedError',
    {},
    new Error('no'),
    { name: 'RefusedError' },
  ];

  assert.deepEqual(strangers.filter(isAfterglowError), []);
});

test('a guard with a code knows that refusal only', () => {
  const refused = new RefusedError('no', { code: 'points_insufficient' });

  assert.ok(isRefusedError(refused, 'points_insufficient'));
  assert.ok(!isRefusedError(refused, 'not_found'));
});

test('the cause is kept', () => {
  const cause = new TypeError('Failed to fetch');

  assert.equal(new UnreachableError('no', { code: 'network', cause }).cause, cause);
});
