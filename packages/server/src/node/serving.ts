import { createApp } from '../app.js';
import type { App } from '../app.js';
import type { Ports } from '../ports.js';
import { checkEditions } from './check-editions.js';
import { elementFiles } from './files/element-files.js';
import { previewPage } from './files/preview-page.js';
import { addressOf, listen } from './listen.js';
import type { Listener } from './listen.js';
import { startScheduler } from './scheduler.js';

/** The API with the elements' files beside it, and the scheduler. */
export interface Serving {
  /** The API itself, for calls in this process. */
  readonly app: App;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts to serve: `/v1/…` by the app, `/afterglow/…` from the built elements. */
export async function startServing(ports: Ports, port: number): Promise<Serving> {
  await checkEditions(ports);
  const app = createApp(ports, { addressOf });
  const elements = await elementFiles();
  const listener = await listen(
    async (request, bindings) =>
      previewPage(request) ?? (await elements.answer(request)) ?? app.fetch(request, bindings),
    { port, what: 'the API' },
  );
  const scheduler = startScheduler(ports);
  return {
    app,
    port: listener.port,
    stop: () => closeInOrder([listener, { close: () => scheduler.stop() }]),
  };
}

/** Closes one after the other; one that fails keeps no other open. */
export async function closeInOrder(parts: readonly Pick<Listener, 'close'>[]): Promise<void> {
  const [first, ...rest] = parts;
  if (!first) return;
  try {
    await first.close();
  } finally {
    await closeInOrder(rest);
  }
}

/** Waits until somebody ends the process: Ctrl-C or SIGTERM. A second signal ends it at once. */
export async function untilStopped(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  await new Promise<void>((resolve) => {
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
