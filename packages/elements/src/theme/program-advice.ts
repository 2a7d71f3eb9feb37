import { warn } from '../internal/warning.js';
import type { ProgramStore } from './program-theme.js';

/** A page on a bad line asks for no more than it needs: its policy does not change. */
let looked = false;

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
  } else if (code === 'network' && !looked) {
    looked = true;
    if (!(await isBlocked(`${base}/v1/program?key=${key}`))) return;
    const { origin } = new URL(base, location.href);
    warn(
      `This page's content policy blocks requests to ${base}. Add ${origin} to its connect-src; "afterglow doctor" finds what else it blocks.`,
    );
  }
}

/** Whether a policy keeps a request back. Only the report of one that is blocked tells. */
async function isBlocked(address: string): Promise<boolean> {
  let blocked = false;
  const hear = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    blocked ||= effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', hear);
  await fetch(address).catch(() => undefined);
  // The report comes as a task of its own, after the request has failed.
  await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', hear);
  return blocked;
}
