import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { IntakeConfig } from '../config/config.js';
import { ConfigError } from '../errors.js';
import { postgresStore } from '../store/postgres.js';
import { sql } from 'kysely';
import { Trial } from './trial.js';

const MANY = 1_000_000_000;

/**
 * Tries on a host's own disk and database what our tests try on ours: the service is killed under load again and
 * again, its disk is full for a while, its database connections are cut, and at the end every acknowledged application
 * must be there exactly once. It works in a folder (or a schema) of its own beside the real store, which it does not
 * touch, and clears it away.
 * @returns whether everything that was tried held
 */
export async function proveDurability(
  config: IntakeConfig,
  kills: number,
  say: (line: string) => void,
): Promise<boolean> {
  if (!Number.isInteger(kills) || kills < 1)
    throw new ConfigError('--kills is a whole number of at least 1.');
  const place = await prepare(config);
  try {
    say(`Store tried: ${place.words}`);
    const trial = new Trial(place.folder, place.environment, say);
    const results = [await trial.killed(kills), await trial.restarted()];
    if (place.cut === null) results.push(await trial.fullDisk());
    else results.push(await trial.connectionsCut(place.cut));
    await trial.end();
    const held = results.every(({ lost, twice }) => lost === 0 && twice === 0);
    say('');
    say(held ? 'Held: nothing that was acknowledged was lost or stored twice.' : 'NOT HELD: see above.');
    say(
      place.cut === null
        ? 'Not tried: a power cut. This shows what happens when the process ends, not when the machine does; that rests on the disk carrying out fsync.'
        : 'Not tried: a full disk, a power cut or a failover of the database server. They are its host’s to try.',
    );
    return held;
  } finally {
    await place.clear();
  }
}

interface Place {
  readonly words: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Cuts every connection of the trial; null for the embedded store. */
  readonly cut: (() => Promise<void>) | null;
  clear(): Promise<void>;
}

async function prepare({ store }: IntakeConfig): Promise<Place> {
  const name = `prove_${Date.now()}_${process.pid}`;
  if ('folder' in store) {
    const folder = join(dirname(resolve(store.folder)), `.${name}`);
    mkdirSync(folder, { mode: 0o700 });
    writeConfig(folder, { store: { folder: 'data' } });
    return {
      words: `a folder on the same disk (${folder})`,
      folder,
      environment: {},
      cut: null,
      clear: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    };
  }
  const database = postgresStore(store.databaseUrl);
  await database.slowly((db) => sql`create schema ${sql.id(name)}`.execute(db));
  const url = new URL(store.databaseUrl);
  // A host may need options of its own (an endpoint, a role) to be reached.
  const options = [url.searchParams.get('options'), `-c search_path=${name}`];
  url.searchParams.set('options', options.filter(Boolean).join(' '));
  // By this name its connections are told from those of a service that is running on the same database.
  url.searchParams.set('application_name', name);
  const folder = join(resolve('.'), `.${name}`);
  mkdirSync(folder, { mode: 0o700 });
  writeConfig(folder, {});
  return {
    words: `a schema of its own (${name}) in the same database`,
    folder,
    environment: { DATABASE_URL: url.href },
    async cut() {
      await database.slowly((db) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = ${name} and usename = current_user and datname = current_database()`.execute(
          db,
        ),
      );
    },
    async clear() {
      rmSync(folder, { recursive: true, force: true });
      await database.slowly((db) => sql`drop schema ${sql.id(name)} cascade`.execute(db));
      await database.close();
    },
  };
}

/** A hub that exists for the trial alone. */
function writeConfig(folder: string, store: object): void {
  const hub = {
    id: 'trial-hub',
    name: 'Trial Hub',
    origins: ['https://trial.example'],
    edition: '2024/25',
    notice: { version: '1', controller: 'trial', processor: 'trial', lawfulBasis: 'trial', text: 'trial' },
  };
  const limits = { burst: MANY, perMinute: MANY, perHubDay: MANY, perNetworkDay: MANY };
  const config = { hubs: [hub], port: 0, limits, ...store };
  writeFileSync(join(folder, 'intake.config.json'), JSON.stringify(config), { mode: 0o600 });
}
