import { randomBytes } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { LIMITS } from './config/config.js';
import type { IntakeConfig } from './config/config.js';
import { createDesk } from './desk/desk.js';
import { createIntake } from './intake.js';
import type { DeskAddress } from './store/lock.js';
import { writeLog } from './write-log.js';

/** A service that listens. */
export interface RunningIntake {
  /** `http://127.0.0.1:8090`. */
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, answers those under way (up to 3 s), closes the store: within 5 s in all. */
  close(): Promise<void>;
  /** Resolves when the store is no longer this process's: end it, and let it be started again. */
  readonly lost: Promise<void>;
}

const GRACE = 3_000;

/**
 * Starts the service on Node. The embedded store is owned from now on: commands find the service through its owner
 * file and ask it, over a socket in the folder.
 * @throws {ConfigError} {StoreInUseError} {KeyError} {StoreUnavailableError}
 */
export async function startIntake(config: IntakeConfig): Promise<RunningIntake> {
  const intake = createIntake(config);
  const parts = await intake.ready;
  const host = config.host ?? '127.0.0.1';
  const seconds = config.limits?.bodySeconds ?? LIMITS.bodySeconds;
  const listener = getRequestListener((request, { incoming }) => {
    const { remoteAddress } = incoming.socket;
    return intake.fetch(request, remoteAddress === undefined ? {} : { address: remoteAddress });
  });
  const server = createServer(
    {
      headersTimeout: seconds * 1000,
      requestTimeout: (seconds + 1) * 1000,
      connectionsCheckingInterval: 500,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 16_384,
    },
    naming(listener),
  );
  const servers = [server];
  const lost = new Promise<void>((tell) => {
    parts.store.onLost = () => {
      intake.stop();
      tell();
    };
  });
  try {
    const port = await listen(server, { port: config.port ?? 8090, host });
    if (parts.store.lock !== null && 'folder' in config.store) {
      const token = randomBytes(32).toString('base64url');
      const desk = createDesk({
        ...parts,
        now: config.now ?? (() => new Date()),
        token,
        log: config.log ?? writeLog,
      });
      const deskServer = createServer(getRequestListener(desk.fetch));
      servers.push(deskServer);
      parts.store.lock.announce({ ...(await listenForCommands(deskServer, config.store.folder)), token });
    }
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      port,
      lost,
      async close() {
        intake.stop();
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

/** A load balancer's plain HTTP/1.0 trial names no host, and need not. */
function naming(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (request.httpVersion === '1.0' && request.headers.host === undefined) {
      request.headers.host = 'localhost';
      request.rawHeaders.push('Host', 'localhost');
    }
    return listener(request, response);
  };
}

/** A socket in the folder reaches whoever sees the folder, and nobody else; where it cannot be, a port of this machine. */
async function listenForCommands(server: Server, folder: string): Promise<Omit<DeskAddress, 'token'>> {
  const socket = join(resolve(folder), 'desk.sock');
  rmSync(socket, { force: true });
  try {
    await listen(server, { path: socket });
    chmodSync(socket, 0o600);
    return { socket };
  } catch {
    return { port: await listen(server, { port: 0, host: '127.0.0.1' }) };
  }
}

function listen(server: Server, where: { port: number; host: string } | { path: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      const address = server.address() as AddressInfo | string;
      resolve(typeof address === 'string' ? 0 : address.port);
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
