import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Stands between a service and its database, and can fall silent as a firewall does: no end, no reset, no answer. */
export interface TcpProxy {
  readonly port: number;
  /** From now on nothing passes on the connections that are open; new ones work where `all` is false. */
  silence(all: boolean): void;
  /** New connections work again. */
  restore(): void;
  close(): void;
}

export async function tcpProxy(to: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const pairs = new Set<[Socket, Socket]>();
  let deaf = false;
  const server = createServer((inward) => {
    const outward = connect(to.port, to.host);
    const pair: [Socket, Socket] = [inward, outward];
    pairs.add(pair);
    for (const socket of pair) socket.on('error', () => undefined);
    inward.once('close', () => (pairs.delete(pair), outward.destroy()));
    outward.once('close', () => {
      if (pairs.has(pair)) inward.destroy();
    });
    if (deaf) return;
    inward.pipe(outward);
    outward.pipe(inward);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  return {
    port,
    silence(all) {
      deaf = all;
      for (const [inward, outward] of pairs) {
        inward.unpipe();
        outward.unpipe();
        inward.pause();
        outward.pause();
      }
    },
    restore() {
      deaf = false;
    },
    close() {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
    },
  };
}
