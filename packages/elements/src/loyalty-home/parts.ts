import type { GlowElement } from '../internal/base.js';
import type { FaceSource } from '../internal/face.js';
import { nameOf } from '../internal/tag-names.js';
import { loadWords, wordsNow } from '../internal/words.js';

/** The elements that the app is made of; the code of each is loaded when a view needs it. */
const sources: Readonly<Record<string, () => Promise<unknown>>> = {
  'book-button': () => import('../book-button/define.js'),
  'earn-list': () => import('../earn-list/define.js'),
  'member-card': () => import('../member-card/define.js'),
  'member-sign-in': () => import('../member-sign-in/define.js'),
  'membership-credit': () => import('../membership-credit/define.js'),
  'message-preferences': () => import('../message-preferences/define.js'),
  'offer-list': () => import('../offer-list/define.js'),
  'package-balance': () => import('../package-balance/define.js'),
  'points-balance': () => import('../points-balance/define.js'),
  'points-history': () => import('../points-history/define.js'),
  'referral-link': () => import('../referral-link/define.js'),
  'referral-tracker': () => import('../referral-tracker/define.js'),
  'reward-list': () => import('../reward-list/define.js'),
  'tier-badge': () => import('../tier-badge/define.js'),
  'tier-progress': () => import('../tier-progress/define.js'),
};

const wordsOf = (tag: string) =>
  (customElements.get(nameOf(tag)) as typeof GlowElement | undefined)?.words ?? [];

async function load(tag: string, language: string): Promise<void> {
  await sources[tag]?.();
  await Promise.all(wordsOf(tag).map((source) => loadWords(source, language)));
}

/**
 * The code and the words of what is shown. They are one source of the app's face: it waits until all
 * of them are here, so that a view is drawn at once and nothing in it moves, and says once what failed.
 */
export class Parts implements FaceSource {
  /** `network` when something could not be loaded. */
  code: string | undefined;

  readonly #changed: () => void;
  #tags: readonly string[] = [];
  #language = '';
  #asked = '';

  /** @param changed - Called when something that was asked for is here, or can't be. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get state(): FaceSource['state'] {
    if (this.code) return 'failed';
    const areHere = this.#tags.every(
      (tag) =>
        customElements.get(nameOf(tag)) &&
        wordsOf(tag).every((source) => wordsNow(source, this.#language)),
    );
    return areHere ? 'ready' : 'waiting';
  }

  /** Says what is shown now, and loads what is not here yet. */
  want(tags: readonly string[], language: string): void {
    this.#tags = tags;
    this.#language = language;
    const asked = [language, ...tags].join();
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.code = undefined;
    if (this.state === 'waiting') void this.#load(asked);
  }

  /**
   * Loads at leisure what may be shown later, so that it is there when the network is gone. What fails
   * is loaded when it is wanted.
   */
  expect(tags: readonly string[]): void {
    const bring = () => {
      for (const tag of tags) load(tag, this.#language).catch(() => undefined);
    };
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(bring);
    else setTimeout(bring, 1000);
  }

  /** Forgets what failed; the next `want` tries again. */
  retry(): void {
    if (this.code) this.#asked = '';
  }

  async #load(asked: string): Promise<void> {
    const language = this.#language;
    try {
      await Promise.all(this.#tags.map((tag) => load(tag, language)));
    } catch {
      if (asked === this.#asked) this.code = 'network';
      addEventListener('online', this.#again, { once: true });
    }
    this.#changed();
  }

  /** Nobody need press a button for what the network brings back. */
  readonly #again = () => {
    this.retry();
    this.#changed();
  };
}
