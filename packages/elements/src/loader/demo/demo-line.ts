/** The way from the page to its server, which is in the same page, and may be cut. */
export interface DemoLine {
  readonly fetch: typeof globalThis.fetch;
  /** From now on nothing reaches the server. */
  cut(): void;
  /** From now on no answer comes. */
  hold(): void;
}

/** What is told of what passes. */
export interface Overheard {
  /** The server has sent a code, to a telephone that does not exist. */
  readonly tellCode: () => void;
  /** Somebody has signed in with it. */
  readonly forgetCode: () => void;
}

/** Puts a line before the server of the demo. */
export function cuttableLine(
  fetch: typeof globalThis.fetch,
  { tellCode, forgetCode }: Overheard,
): DemoLine {
  let state: 'open' | 'cut' | 'held' = 'open';
  return {
    fetch: async (input, init) => {
      if (state === 'cut') throw new TypeError('Failed to fetch');
      if (state === 'held') return new Promise(() => {});

      const request = new Request(input, init);
      const answer = await fetch(request);
      const { pathname } = new URL(request.url);
      if (answer.ok && pathname === '/v1/sessions/codes') tellCode();
      if (answer.ok && pathname === '/v1/sessions') forgetCode();
      return answer;
    },
    cut: () => {
      state = 'cut';
    },
    hold: () => {
      state = 'held';
    },
  };
}
