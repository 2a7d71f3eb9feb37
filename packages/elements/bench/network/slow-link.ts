import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A network between a phone and servers. */
export interface Network {
  readonly name: string;
  /** From here to there and back, milliseconds. */
  readonly roundTripMs: number;
  /** Towards the phone, bits a second. */
  readonly down: number;
  /** From the phone, bits a second. */
  readonly up: number;
}

/** A phone's line to several servers; all of its connections share what it carries. */
export interface SlowLink {
  /** Puts the line before a server; answers the port that is reached through it. */
  before(port: number): Promise<number>;
  /** Ends all connections, as a phone that was away for a while. */
  hangUp(): void;
  close(): void;
}

/** Larger pieces would arrive as one, long after their first bytes. */
const pieceBytes = 4096;

/**
 * Passes on every byte of every connection late: preflights, requests and answers by half a round
 * trip each way and by what the line carries, and the first connection to a server by two round
 * trips, which is what TCP and TLS 1.3 take. Further ones open at once: under HTTP/2, which Chromium
 * speaks only with certificates, there would be none. It knows neither slow start nor loss.
 */
export function slowLink({ roundTripMs, down, up }: Network): SlowLink {
  const servers: Server[] = [];
  const phones = new Set<Socket>();
  const [toPhone, fromPhone] = [lane(down, roundTripMs / 2), lane(up, roundTripMs / 2)];

  function join(phone: Socket, port: number, isOpen: Promise<void>): void {
    const server = connect({ port, host: 'localhost' });
    for (const socket of [phone, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => {
        phone.destroy();
        server.destroy();
      });
    }
    phone.on('data', (bytes) => void isOpen.then(() => fromPhone(bytes, server)));
    server.on('data', (bytes) => toPhone(bytes, phone));
    phone.on('close', () => server.destroy());
    server.on('close', () => setTimeout(() => phone.end(), roundTripMs));
  }

  return {
    async before(port) {
      const here = new Set<Socket>();
      let isOpen: Promise<void> = Promise.resolve();
      const server = createServer((phone) => {
        if (here.size === 0) isOpen = pause(2 * roundTripMs);
        for (const all of [here, phones]) {
          all.add(phone);
          phone.on('close', () => all.delete(phone));
        }
        join(phone, port, isOpen);
      });
      servers.push(server);
      await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
      return (server.address() as AddressInfo).port;
    },
    hangUp: () => phones.forEach((phone) => phone.destroy()),
    close: () => servers.forEach((server) => server.close()),
  };
}

/** One direction of the line: a piece goes when those before it have gone, whosever they are. */
function lane(bitsPerSecond: number, delayMs: number) {
  const onTheWay: { readonly piece: Buffer; readonly to: Socket; readonly at: number }[] = [];
  let freeAt = 0;
  let waits = false;

  function arrive(): void {
    waits = false;
    for (let next = onTheWay[0]; next && next.at <= performance.now(); next = onTheWay[0]) {
      onTheWay.shift();
      if (!next.to.destroyed) next.to.write(next.piece);
    }
    lookAhead();
  }

  function lookAhead(): void {
    const [next] = onTheWay;
    if (!next || waits) return;
    waits = true;
    setTimeout(arrive, next.at - performance.now());
  }

  return (bytes: Buffer, to: Socket): void => {
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      const piece = bytes.subarray(start, start + pieceBytes);
      freeAt = Math.max(performance.now(), freeAt) + (piece.length * 8000) / bitsPerSecond;
      onTheWay.push({ piece, to, at: freeAt + delayMs });
    }
    lookAhead();
  };
}
