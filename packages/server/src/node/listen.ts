import { getRequestListener, RequestError } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerHeaders } from '../http/origins.js';
import { responseOf } from '../http/answer.js';
import { problem } from '../http/problems.js';
import { WrongSetting } from './settings.js';

/** How long open requests get to end before their connections are cut. */
const drainMs = 10_000;

/** Something that listens on a port. */
export interface Listener {
  /** The port that it really has. */
  readonly port: number;
  /** Takes no new request, lets those that run end, then closes. */
  close(): Promise<void>;
}

/** A request in, an answer out; `bindings` hold Node's own request. */
export type Handler = (request: Request, bindings: HttpBindings) => Promise<Response> | Response;

/**
 * Starts to listen on all addresses of this machine.
 *
 * @param of - The port and what will be there, for the message when the port is taken.
 * @throws {@link WrongSetting} in one line when the port can't be had.
 */
export async function listen(
  handler: Handler,
  of: { readonly port: number; readonly what: string },
): Promise<Listener> {
  const server = createServer(
    getRequestListener((request, bindings) => handler(request, bindings as HttpBindings), {
      errorHandler: unreadable,
      overrideGlobalObjects: false,
    }),
  );
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.listen(of.port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new WrongSetting(reasonOf(error, of), { cause: error });
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** The answer to what is no request at all, such as a host that no address can have. */
function unreadable(error: unknown): Response {
  const requestId = `req_${randomUUID().replaceAll('-', '')}`;
  const headers = { ...answerHeaders, 'Request-Id': requestId };
  return responseOf(
    error instanceof RequestError
      ? problem('invalid_field', requestId, {
          detail: 'The address of this request cannot be read. Look at its Host header.',
          param: 'Host',
          headers,
        })
      : problem('internal', requestId, { detail: 'Something went wrong on our side.', headers }),
  );
}

function reasonOf(error: unknown, { port, what }: { port: number; what: string }): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return `Port ${port}, for ${what}, is taken. Stop what runs there, or choose another one: PORT=${port + 100} npm start`;
  if (code === 'EACCES')
    return `Port ${port}, for ${what}, may not be used by this user. Choose one above 1023: PORT=4600`;
  return `Port ${port}, for ${what}, can't be listened on (${code ?? 'unknown reason'}).`;
}

/** The address that a request comes from. Behind a proxy it is the proxy's. */
export function addressOf(_request: Request, bindings: unknown): string | undefined {
  return (bindings as Partial<HttpBindings>).incoming?.socket.remoteAddress;
}
