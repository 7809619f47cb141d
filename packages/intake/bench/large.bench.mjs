/**
 * 150,000 applications in one store, and fifty clients at once: how long a start and a restore take, how long anybody
 * waits while it is exported and backed up, and how much memory that takes. Needs a build; PostgreSQL where it is
 * installed. `BENCH_LARGE` and `BENCH_LOAD_SECONDS` make it smaller, `BENCH_STORES` names the stores. Run: `npm run bench -- large`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { openKeys } from '../dist/keys/open-keys.js';
import { openStore } from '../dist/store/store.js';

const ROWS = Number(process.env.BENCH_LARGE ?? 150_000);
const LOAD_SECONDS = Number(process.env.BENCH_LOAD_SECONDS ?? 150);
const STORES = process.env.BENCH_STORES ?? 'PGlite PostgreSQL';
const CLIENTS = 50;
const BATCH = 2_000;
/** What a service may take, in MB, whatever it does. */
const MEMORY = 300;

const load = async (path) => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module;
const { createDatabase, programs, startCluster } = await load('../test/postgres.ts');
const { applications, hub, install } = await load('../test/service.ts');
const application = await applications();

/** Stores applications as the service does, each under a key of its own, without asking it for each. */
async function fill(location, count) {
  const store = await openStore(location);
  const keys = await openKeys({ store: location }, store, [hub.id]);
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
      const at = new Date(Date.now() - (count - from - index) * 1000);
      const leaf = keys.newLeaf(at);
      const number = String(from + index).padStart(10, '0');
      return {
        reference: `MH-${number.slice(0, 5)}-${number.slice(5)}`,
        at,
        leaf,
        sealed: keys.seal(hub.id, leaf, JSON.stringify(application(`Person ${number}`))).toString('base64'),
        digest: keys.digest(number),
      };
    });
    await store.query(
      'bench-fill',
      `with sent as materialized (
        select * from json_to_recordset($1::json) as sent (
          reference text, at timestamptz, leaf text, sealed text, digest text)
      ), stored as (
        insert into applications (reference, hub, kind, school_year, received_at, leaf, sealed, likeness)
        select reference, '${hub.id}', 'application', '${hub.edition}', at, leaf, decode(sealed, 'base64'), digest
        from sent
      ) insert into keys (hub, digest, content, reference, created_at)
        select '${hub.id}', digest, digest, reference, at from sent`,
      [JSON.stringify(rows)],
    );
  }
  // As the service does by itself while so many come.
  await store.query('bench-analyze', 'analyze', []);
  await store.close();
}

let sent = 0;
function sender(url, clients) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  return () =>
    new Promise((resolve, reject) => {
      sent += 1;
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': `large-${process.pid}-${sent}`,
      };
      const begun = performance.now();
      const asking = request(`${url}/applications`, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.once('end', () => resolve([response.statusCode, performance.now() - begun]));
      });
      asking.once('error', reject);
      asking.end(JSON.stringify(application(`Late ${sent}`)));
    });
}

/** Memory of a service that does nothing, in MB: what the database and the program take before any work. */
const memoryOf = ({ process: { pid } }) =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);

/** Posts from so many clients until the work is done: how many were taken, how long they waited, and the most memory. */
async function during(service, clients, work) {
  const post = sender(service.url, clients);
  const times = [];
  let refused = 0;
  let memory = 0;
  let done = false;
  const size = setInterval(() => {
    memory = Math.max(memory, memoryOf(service));
  }, 250);
  const posting = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!done) {
        const [status, took] = await post();
        if (status === 201) times.push(took);
        else refused += 1;
      }
    }),
  );
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  done = true;
  await posting;
  clearInterval(size);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return (
    `${seconds.toFixed(1)} s; ${times.length} taken meanwhile (${(times.length / seconds).toFixed(0)} a second), ` +
    `${refused} refused; waited ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, ` +
    `at most ${(times.at(-1) ?? 0).toFixed(0)} ms; memory ${memory.toFixed(0)} MB (asked: ${MEMORY} at most)`
  );
}

const timed = async (work) => {
  const begun = performance.now();
  const result = await work();
  return [result, `${((performance.now() - begun) / 1000).toFixed(1)} s`];
};

/** A command to its end, what it writes thrown away: 150,000 applications are more than one wants to hold. */
async function ran(installed, ...command) {
  const child = spawn(process.execPath, installed.words(...command), {
    env: { ...process.env, ...(installed.databaseUrl && { DATABASE_URL: installed.databaseUrl }) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${command[0]} ended with ${code}`);
}

async function bench(name, newPlace) {
  console.log(`\n${name}`);
  const elsewhere = mkdtempSync(join(tmpdir(), 'intake-large-'));
  const file = join(elsewhere, 'backup.ndjson');
  const places = [await newPlace(), await newPlace(), await newPlace()];
  const services = [];
  const [busy, large, fresh] = places.map((place) => {
    const installed = install(place);
    const serve = async () => (services[services.length] = await installed.serve());
    return { ...installed, serve, databaseUrl: place.databaseUrl };
  });
  try {
    if (LOAD_SECONDS > 0) {
      const service = await busy.serve();
      const load = await during(service, CLIENTS, () => sleep(LOAD_SECONDS * 1000));
      console.log(`  ${CLIENTS} clients             ${load}`);
      await service.end('SIGTERM');
    }
    // A store in which a service has run, as every store with so many.
    const empty = await large.serve();
    console.log(`  memory, nothing stored ${memoryOf(empty)} MB`);
    await empty.end('SIGTERM');
    await fill(places[1], ROWS);
    const [service, start] = await timed(() => large.serve());
    console.log(`  start with ${ROWS}      ${start}; memory ${memoryOf(service)} MB`);
    console.log(
      `  export                 ${await during(service, 1, () => ran(large, 'export', '--format', 'json'))}`,
    );
    console.log(
      `  backup                 ${await during(service, 1, () => ran(large, 'backup', '--out', file))}`,
    );
    await service.end('SIGTERM');
    const [again, later] = await timed(() => large.serve());
    console.log(`  start again            ${later}`);
    await again.end('SIGTERM');
    const [, restore] = await timed(() => ran(fresh, 'restore', file));
    console.log(`  restore                ${restore}`);
  } finally {
    for (const each of services) if (each.process.exitCode === null) each.process.kill('SIGKILL');
    for (const each of [busy, large, fresh]) each.remove();
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

const folders = [];
const newFolder = async () => {
  const around = mkdtempSync(join(tmpdir(), 'intake-large-'));
  folders.push(around);
  return { folder: join(around, 'data') };
};
if (STORES.includes('PGlite')) await bench('PGlite, a folder', newFolder);
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
if (programs === null || !STORES.includes('PostgreSQL'))
  console.log('\nPostgreSQL is not measured: it is not installed, or was not asked for.');
else {
  const cluster = await startCluster();
  try {
    const newDatabase = async () => ({ databaseUrl: await createDatabase(cluster.url) });
    await bench('PostgreSQL', newDatabase);
  } finally {
    cluster.remove();
  }
}
