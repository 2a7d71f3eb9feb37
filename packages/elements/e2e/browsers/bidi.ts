import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { saidBy, start } from './child.js';
import { commandMs, DriverError, phone, type StartedBrowser, type Tab, type Visit } from './tab.js';

type Call = <Answer>(method: string, params?: object) => Promise<Answer>;

/** Starts Firefox, which speaks WebDriver BiDi without a driver beside it. */
export async function startFirefox(path: string): Promise<StartedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'afterglow-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = start(path, args);
  const address = await saidBy(child.stderr, /WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const call = callsOver(socket);
  const { capabilities } = await call<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  return {
    version: capabilities.browserVersion,
    visit: () => visitOf(call),
    close: async () => {
      socket.close();
      await child.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

function callsOver(socket: WebSocket): Call {
  const waiting = new Map<number, (answer: { type: string; result: unknown }) => void>();
  let last = 0;
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as { id?: number; type: string; result: unknown };
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  return async <Answer>(method: string, params: object = {}) => {
    const id = (last += 1);
    const answered = new Promise<{ type: string; result: unknown }>((resolve) =>
      waiting.set(id, resolve),
    );
    socket.send(JSON.stringify({ id, method, params }));
    const late = new AbortController();
    const answer = await Promise.race([answered, lateness(late.signal)]);
    late.abort();
    waiting.delete(id);
    if (answer.type === 'error') throw new DriverError(method, answer);
    return answer.result as Answer;
  };
}

/** An error in place of an answer, once a command has taken too long. */
async function lateness(signal: AbortSignal): Promise<{ type: string; result: unknown }> {
  await pause(commandMs, undefined, { signal }).catch(() => undefined);
  return { type: 'error', result: `no answer within ${commandMs} ms` };
}

async function visitOf(call: Call): Promise<Visit> {
  const { userContext } = await call<{ userContext: string }>('browser.createUserContext');
  return {
    newTab: async () => {
      const { context } = await call<{ context: string }>('browsingContext.create', {
        type: 'tab',
        userContext,
      });
      await call('browsingContext.setViewport', { context, viewport: phone });
      const tab = tabOf(call, context);
      await tab.show();
      return tab;
    },
    close: () => call('browser.removeUserContext', { userContext }),
  };
}

function tabOf(call: Call, context: string): Tab {
  return {
    open: (url) => call('browsingContext.navigate', { context, url, wait: 'complete' }),
    back: () => call('browsingContext.traverseHistory', { context, delta: -1 }),
    ask: async (expression) => {
      const { result, exceptionDetails } = await call<{
        result?: { value?: string };
        exceptionDetails?: { text: string };
      }>('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context },
        awaitPromise: true,
        userActivation: false,
      });
      if (exceptionDetails) throw new DriverError('script.evaluate', exceptionDetails.text);
      return result?.value === undefined ? undefined : JSON.parse(result.value);
    },
    act: (actions) => call('input.performActions', { context, actions }),
    show: () => call('browsingContext.activate', { context }),
  };
}
