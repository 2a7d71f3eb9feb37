import { referralStorageName } from '../internal/referral-storage.js';

/**
 * Keeps the code of a friend's link, `?glow=CODE` on any page of the clinic: the last one wins.
 *
 * @returns The code of this page's own address, for a page that may keep nothing.
 */
export function captureReferral(key: string, storageDenied: boolean): string | undefined {
  const code = new URLSearchParams(location.search).get('glow')?.toUpperCase();
  if (!code || !/^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)) return undefined;
  try {
    if (!storageDenied) {
      localStorage.setItem(referralStorageName(key), JSON.stringify({ code, at: Date.now() }));
    }
  } catch {
    // Blocked cookies block this too; the code then lives as long as the page.
  }
  return code;
}
