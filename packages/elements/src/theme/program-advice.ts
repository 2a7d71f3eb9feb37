import { warn } from '../internal/warning.js';
import type { ProgramStore } from './program-theme.js';

/** What a report says of a request that was kept back; TypeScript's library has no name for it. */
interface Violation {
  readonly effectiveDirective: string;
  readonly blockedURL: string;
}

/** Once is enough: a page's policy does not change. */
let isTold = false;

/**
 * Tells a developer why a page has no program, and what to do. A network that is gone is not theirs.
 *
 * @param code - Of the error catalogue, such as `key_invalid`.
 */
export async function adviseOnProgram(code: string, { key, base }: ProgramStore): Promise<void> {
  if (key.startsWith('sk_')) {
    warn(
      'A secret key is on this page, where every visitor can read it. Withdraw it now ("afterglow keys revoke"), and put the publishable key (pk_…) there.',
    );
  } else if (code.startsWith('key_')) {
    warn(
      `${base} has no clinic with the key "${key}" (${code}). Put the publishable key (pk_…) there that "afterglow keys" lists.`,
    );
  } else if (code === 'network' && !isTold) {
    const { origin } = new URL(base, location.href);
    if (!(await isBlocked(origin)) || isTold) return;
    isTold = true;
    warn(
      `This page's content policy blocks requests to ${base}. Add ${origin} to its connect-src; "afterglow doctor" finds what else it blocks.`,
    );
  }
}

/**
 * Whether the page's policy kept a request to an origin back. Only its reports tell; a request that is
 * sent to find out would be reported as well, and would cost a patient on a bad line.
 */
async function isBlocked(origin: string): Promise<boolean> {
  if (!('ReportingObserver' in window)) return false;
  let blocked = false;
  const reports = new ReportingObserver(
    (list) => {
      for (const { body } of list) {
        const { effectiveDirective, blockedURL } = body as unknown as Violation;
        blocked ||= effectiveDirective === 'connect-src' && blockedURL.startsWith(origin);
      }
    },
    { types: ['csp-violation'], buffered: true },
  );
  reports.observe();
  // What is buffered comes as a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  reports.disconnect();
  return blocked;
}
