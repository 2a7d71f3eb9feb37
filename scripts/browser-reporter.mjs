import { leaveTally } from './tally.mjs';

/**
 * Reporter for @web/test-runner: a plain `N passed, N failed`. A file that can't be imported has no
 * failed test of its own (the runner would print "0 failed"), so it counts as one.
 */
export function browserReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const tally = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = tally.failed;
        countSuite(tally, session.testResults);
        if (!session.passed && tally.failed === before) tally.failed += 1;
      }

      leaveTally(tally);
      const skipped = tally.skipped ? `, ${tally.skipped} skipped` : '';
      console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
    },
  };
}

function countSuite(tally, suite) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) tally.skipped += 1;
    else if (test.passed) tally.passed += 1;
    else tally.failed += 1;
  }
  for (const inner of suite?.suites ?? []) countSuite(tally, inner);
}
