import { isInspectorAsked } from '../inspector/asked.js';
import { requestPage } from '../internal/page-request.js';
import { start } from './core.js';
import { showBadge } from './demo/demo-badge.js';
import { cuttableLine } from './demo/demo-line.js';
import { demoSite, readDemoSettings } from './demo/demo-settings.js';
import { demoPeople } from './demo/demo-people.js';
import { storyDays, tellStory } from './demo/demo-story.js';

/**
 * What a page with the key `demo` loads in place of asking a server: the real server of the test kit
 * on memory, with people who have been there. It is a chunk of its own; no other page loads a byte
 * of it. All that happens is forgotten with the page.
 */
async function startDemo(): Promise<void> {
  const { createTestServer, lumenProgram, testCode } = await import('@afterglow/testing');
  const today = Date.now();
  const { state, person, now, language } = readDemoSettings(document, today);
  const badge = showBadge({ language, code: testCode, phone: demoPeople.ana.phone });
  if (isInspectorAsked(location))
    void import('../inspector/inspector.js').then(({ openInspector }) => openInspector());

  const site = demoSite(location);
  const server = await createTestServer({
    now: today - storyDays * 86_400_000,
    program: lumenProgram(site && { site }),
  });
  const { referralCode } = await tellStory(server, today);
  if (now > today) await server.clock.set(now);

  const line = cuttableLine(server.fetch, badge);
  const who = demoPeople[person];
  const somebody =
    state === 'signed-out'
      ? undefined
      : await server.signIn(who.phone, { joining: { firstName: who.firstName } });
  if (state === 'waiting') line.hold();
  if (state === 'failed') line.cut();
  const means = { ...server.page(somebody), fetch: line.fetch };
  start({ key: means.key, base: means.base, language, referralCode, means });
  if (state === 'stale') onceShown(document.documentElement, line.cut);
}

/** Once the member of the page is here, changes something and reads again. */
function onceShown(root: Element, change: () => void): void {
  requestPage(root, ({ store }) => {
    const stop = store.$member.subscribe(({ state }) => {
      if (state !== 'ready') return;
      queueMicrotask(() => stop());
      change();
      void store.revalidate();
    });
  });
}

void startDemo();
