import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { LIMITS } from './config/config.js';
import type { IntakeConfig } from './config/config.js';
import { createDesk } from './desk/desk.js';
import { createIntake } from './intake.js';

/** A service that listens. */
export interface RunningIntake {
  /** `http://127.0.0.1:8090`. */
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, answers those under way (up to 10 s), closes the store. */
  close(): Promise<void>;
}

const GRACE = 10_000;

/**
 * Starts the service on Node. The embedded store is owned from now on: commands find the service through its owner
 * file and ask it, over the loopback interface.
 * @throws {ConfigError} {StoreInUseError} {StoreUnavailableError}
 */
export async function startIntake(config: IntakeConfig): Promise<RunningIntake> {
  const intake = createIntake(config);
  const parts = await intake.ready;
  const host = config.host ?? '127.0.0.1';
  const seconds = config.limits?.bodySeconds ?? LIMITS.bodySeconds;
  const server = createAdaptorServer({
    fetch: (request, { incoming }) =>
      intake.fetch(request, {
        ...(incoming.socket.remoteAddress !== undefined && { address: incoming.socket.remoteAddress }),
      }),
    serverOptions: {
      headersTimeout: seconds * 1000,
      requestTimeout: (seconds + 1) * 1000,
      connectionsCheckingInterval: 500,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 16_384,
    },
  }) as Server;
  const servers = [server];
  try {
    const port = await listen(server, config.port ?? 8090, host);
    if (parts.store.lock !== null) {
      const token = randomBytes(32).toString('base64url');
      const desk = createDesk({ ...parts, now: config.now ?? (() => new Date()), token });
      const deskServer = createAdaptorServer({ fetch: desk.fetch }) as Server;
      servers.push(deskServer);
      parts.store.lock.announce({ port: await listen(deskServer, 0, '127.0.0.1'), token });
    }
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      port,
      async close() {
        await Promise.all(servers.map(stop));
        await intake.close();
      },
    };
  } catch (error) {
    await Promise.all(servers.map(stop));
    await intake.close();
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    const late = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
