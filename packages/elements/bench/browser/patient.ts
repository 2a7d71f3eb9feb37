import { chromium, type Browser, type Page } from 'playwright-core';

/** Opens the browser that `npm run bench` found or installed. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run bench` sets it.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}

/** Signs the demo's Ana in, on a page with a `member-sign-in`. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('member-sign-in #phone').fill(phone);
  await page.locator('member-sign-in button[type=submit]').click();
  await page.locator('member-sign-in #code').fill('424242');
  await page.locator('member-sign-in .card.ready').waitFor();
}

/** The number of the demo's Ana. */
export const phone = '+13125550100';
