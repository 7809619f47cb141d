import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';

/** Where PostgreSQL's programs are; null when it is not installed. */
export const programs: string | null = (() => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (found !== undefined) return found;
  const { stdout, status } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return status === 0 && existsSync(join(stdout.trim(), 'initdb')) ? stdout.trim() : null;
})();

export interface Cluster {
  readonly url: string;
  /** Where all its files are. */
  readonly folder: string;
  start(): void;
  /** At once, as when the machine stops. */
  stop(): void;
  remove(): void;
}

/** A private PostgreSQL in a folder of its own, on a free port of 127.0.0.1. It will not run as root, so root lends it a user. */
export async function startCluster(): Promise<Cluster> {
  if (programs === null) throw new Error('PostgreSQL is not installed');
  const bin = programs;
  const folder = mkdtempSync(join(tmpdir(), 'intake-postgres-'));
  const root = process.getuid?.() === 0;
  if (root) {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const data = join(folder, 'data');
  const run = (program: string, ...args: string[]): void => {
    const path = join(bin, program);
    if (root)
      execFileSync('runuser', ['-u', 'postgres', '--', path, ...args], { cwd: folder, stdio: 'ignore' });
    else execFileSync(path, args, { cwd: folder, stdio: 'ignore' });
  };
  const port = await freePort();
  run('initdb', '-D', data, '-A', 'trust', '-U', 'intake', '-E', 'UTF8', '--no-locale');
  const start = (): void =>
    run(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-p ${port} -h 127.0.0.1 -k ${folder}`,
      'start',
    );
  const stop = (): void => run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  const runs = (): boolean => existsSync(join(data, 'postmaster.pid'));
  start();
  return {
    url: `postgresql://intake@127.0.0.1:${port}/postgres`,
    folder,
    start,
    stop,
    remove() {
      try {
        if (runs()) stop();
      } finally {
        // Its last processes may still put away a file.
        rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      }
    },
  };
}

/** A new, empty database in a cluster; its address. */
export async function createDatabase(cluster: string): Promise<string> {
  const name = `intake_${Date.now()}_${Math.floor(Math.random() * 1e9)}`;
  await query(cluster, `create database ${name}`);
  return cluster.replace(/\/postgres$/, `/${name}`);
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connectTo(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/**
 * A connection of the tests' own. When somebody cuts it while nothing is asked on it, that is told as an event, which
 * would end the whole run if nobody listened; the next question on it fails in any case.
 */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * A port that stays free until it is used, and while what listens there is stopped for a moment: it lies below those
 * that systems give to outgoing connections (32768 and above on Linux, 49152 elsewhere).
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
