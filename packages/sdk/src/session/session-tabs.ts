import type { SessionAnswer } from '@afterglow/contract';

/** What tabs of one origin tell each other about one clinic's session. */
export type TabMessage =
  | { readonly kind: 'signed-in' | 'signed-out' | 'changed' | 'ask' }
  | { readonly kind: 'answer'; readonly answer: SessionAnswer };

/** What this page has to say to the other tabs, and hears from them. */
export interface TabTalk {
  /** What the server said to this page a moment ago, for a tab that asks. */
  learned(): SessionAnswer | undefined;
  /** Another tab says that something happened there. */
  heard(kind: 'signed-in' | 'signed-out' | 'changed'): void;
}

/** How this page speaks with the other tabs. */
export interface Tabs {
  tell(message: TabMessage): void;
  /**
   * Runs work while no other tab runs it. Where one had to be waited for, `work` gets what that
   * tab learned, so that one request serves both.
   */
  alone<T>(work: (learned: SessionAnswer | undefined) => Promise<T>): Promise<T>;
  close(): void;
}

/** What the tabs are spoken to by; null where a runtime has it not. */
export interface TabPorts {
  readonly name: string;
  readonly channel: BroadcastChannel | null;
  readonly locks: LockManager | null;
}

/** Milliseconds that another tab has for its answer before this one asks the server itself. */
const answerWithinMs = 100;

/** Speaks with the other tabs through one channel and one lock, both named by the key. */
export function joinTabs({ name, channel, locks }: TabPorts, { learned, heard }: TabTalk): Tabs {
  let learn: ((answer: SessionAnswer | undefined) => void) | undefined;
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      if (data.kind === 'answer') learn?.(data.answer);
      else if (data.kind === 'ask') answerWith(learned());
      else heard(data.kind);
    };
  }
  const tell = (message: TabMessage) => channel?.postMessage(message);
  const answerWith = (answer: SessionAnswer | undefined) => {
    if (answer) tell({ kind: 'answer', answer });
  };
  const ask = () =>
    new Promise<SessionAnswer | undefined>((resolve) => {
      const timer = setTimeout(resolve, answerWithinMs, undefined);
      learn = (answer) => {
        clearTimeout(timer);
        learn = undefined;
        resolve(answer);
      };
      tell({ kind: 'ask' });
    });

  return {
    tell,
    alone: async (work) => {
      if (!locks) return work(undefined);
      const done = await locks.request(name, { ifAvailable: true }, async (lock) =>
        lock ? { result: await work(undefined) } : undefined,
      );
      if (done) return done.result;
      return locks.request(name, async () => work(await ask()));
    },
    close: () => channel?.close(),
  };
}
