import { createApp } from '../app.js';
import type { Ports } from '../ports.js';
import { elementFiles } from './files/element-files.js';
import { addressOf, listen } from './listen.js';
import type { Listener } from './listen.js';
import { startScheduler } from './scheduler.js';

/** The API with the elements' files beside it, and the scheduler. */
export interface Serving {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts to serve: `/v1/…` by the app, `/afterglow/…` from the built elements. */
export async function startServing(ports: Ports, port: number): Promise<Serving> {
  const app = createApp(ports, { addressOf });
  const elements = await elementFiles();
  const listener = await listen(
    async (request, bindings) => (await elements.answer(request)) ?? app.fetch(request, bindings),
    { port, what: 'the API' },
  );
  const scheduler = startScheduler(ports);
  return {
    port: listener.port,
    stop: () => stopInOrder([listener, { close: () => scheduler.stop() }]),
  };
}

/** Closes one after the other. */
export async function stopInOrder(parts: readonly Pick<Listener, 'close'>[]): Promise<void> {
  for (const part of parts) await part.close();
}

/**
 * Waits until somebody ends the process (Ctrl-C, SIGTERM), then stops what runs. A second signal
 * ends it at once.
 */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await stop();
}
