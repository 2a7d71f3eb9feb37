import { relative } from 'node:path';
import { inspect } from 'node:util';
import { leaveTally } from './tally.mjs';

/** Reporter for `node --test`: says each failure in full and ends with one line of counts. */
export default async function* report(events) {
  const tally = { passed: 0, failed: 0, skipped: 0 };

  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:pass') countPass(tally, data);
    if (type === 'test:fail' && isOwnFailure(data)) {
      tally.failed += 1;
      yield describeFailure(data);
    }
  }

  leaveTally(tally);
  const skipped = tally.skipped ? `, ${tally.skipped} skipped` : '';
  yield `${tally.passed} passed, ${tally.failed} failed${skipped}\n`;
}

function countPass(tally, { details, skip, todo }) {
  if (details.type === 'suite') return;
  if (skip !== undefined || todo !== undefined) tally.skipped += 1;
  else tally.passed += 1;
}

/** A suite fails with its tests; they have been counted. */
function isOwnFailure({ details }) {
  return details.error?.failureType !== 'subtestsFailed';
}

function describeFailure({ name, file, line, details }) {
  const place = file ? ` (${relative(process.cwd(), file)}${line ? `:${line}` : ''})` : '';
  const cause = details.error?.cause ?? details.error;
  return `✗ ${name}${place}\n${inspect(cause, { depth: 6 }).replace(/^/gm, '    ')}\n\n`;
}
