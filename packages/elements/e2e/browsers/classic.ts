import { commandMs, DriverError, phone, type StartedBrowser, type Tab, type Visit } from './tab.js';

/** A driver that listens, and how it starts its browser. */
export interface Driver {
  /** Its address, without a slash at the end. */
  readonly address: string;
  /** What the browser has to be able to do, as the driver reads it. */
  readonly capabilities: object;
  close(): Promise<void>;
}

type Call = <Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<Answer>;

/**
 * A browser behind a driver that speaks classic WebDriver. Each visit has a driver and a browser of
 * its own, since a driver does not outlive a browser that hangs.
 */
export async function browserBehind(
  startDriver: () => Promise<Driver>,
  close: () => Promise<void> = async () => undefined,
): Promise<StartedBrowser> {
  const { version, visit } = await visitOf(await startDriver());
  await visit.close();
  return { version, visit: async () => (await visitOf(await startDriver())).visit, close };
}

async function visitOf(driver: Driver): Promise<{ version: string; visit: Visit }> {
  const call: Call = async (method, path, body) => {
    const answer = await fetch(driver.address + path, {
      method,
      signal: AbortSignal.timeout(commandMs),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: never };
    if (!answer.ok) throw new DriverError(`${method} ${path}`, value);
    return value;
  };
  const session = await call<{ sessionId: string; capabilities: { browserVersion: string } }>(
    'POST',
    '/session',
    { capabilities: { alwaysMatch: driver.capabilities } },
  );
  const inSession: Call = (method, path, body) =>
    call(method, `/session/${session.sessionId}${path}`, body);
  const [first] = await inSession<string[]>('GET', '/window/handles');
  let unused = first;
  const visit: Visit = {
    newTab: async () => {
      // A tab of WebKit's would lie behind the first one, where no touch arrives; a window does not.
      const handle =
        unused ??
        (await inSession<{ handle: string }>('POST', '/window/new', { type: 'window' })).handle;
      unused = undefined;
      const tab = tabOf(inSession, handle);
      await tab.show();
      await inSession('POST', '/window/rect', phone);
      return tab;
    },
    close: async () => {
      await inSession('DELETE', '').catch(() => undefined);
      await driver.close();
    },
  };
  return { version: session.capabilities.browserVersion, visit };
}

function tabOf(call: Call, handle: string): Tab {
  const tab: Tab = {
    open: async (url) => {
      await tab.show();
      await call('POST', '/url', { url });
    },
    back: async () => {
      await tab.show();
      await call('POST', '/back', {});
    },
    ask: async (expression) => {
      await tab.show();
      const said = await call<{ value?: unknown; fault?: string }>('POST', '/execute/async', {
        script: `const done = arguments[0];
          (async () => ({ value: await (${expression}) }))().then(done, (error) => done({ fault: String(error) }));`,
        args: [],
      });
      if (said.fault !== undefined) throw new DriverError('execute/async', said.fault);
      return said.value ?? undefined;
    },
    act: async (actions) => {
      await tab.show();
      await call('POST', '/actions', { actions });
    },
    show: () => call('POST', '/window', { handle }),
  };
  return tab;
}
