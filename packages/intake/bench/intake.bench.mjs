// Acknowledged applications a second against bare BEGIN, INSERT, COMMIT on one connection to the same database, and
// against bare INSERTs on as many connections as the service has clients; and the cost when much is stored.
// On PostgreSQL in alternation, after the service has taken as many as make its program warm: one that has just started
// takes longer for each. Needs a build; PostgreSQL where it is installed. Run: node packages/intake/bench/intake.bench.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { runnerImport } from 'vite';
import { openPGlite } from '../dist/store/embedded.js';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 2);
const ROUNDS = 3;
const PAIRS = 5;
const STORED = Number(process.env.BENCH_STORED ?? 200_000);
const LANES = 16;
const LEAST = 0.5;
/** Applications after which a program takes no less for each, and most seconds to wait for that. */
const WARM = { applications: 30_000, seconds: 40 };

const load = async (path) => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module;
const { createDatabase, programs, startCluster } = await load('../test/postgres.ts');
const { applications, install } = await load('../test/service.ts');
const application = await applications();
const body = JSON.stringify(application('Somebody'));
/** Around the name, a letter a byte: what sends writes no JSON and counts no bytes while it is measured. */
const [HEAD, TAIL] = Buffer.from(body).toString('latin1').split('Somebody');

/** The least disturbed of three rounds: other work on the machine only ever slows one down. */
async function measure(work, options) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(work, options));
  return rounds.reduce((best, each) => (each.rate > best.rate ? each : best));
}

/** Runs work in parallel lanes for a while: how many a second, and how long one takes. */
async function oneRound(work, { seconds = SECONDS, lanes = LANES } = {}) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < end) {
        const begun = performance.now();
        await work();
        times.push(performance.now() - begun);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const rate = (times.length / (performance.now() - started)) * 1000;
  return { count: times.length, rate, median: at(0.5), p99: at(0.99) };
}

async function warmUp(send) {
  const end = performance.now() + WARM.seconds * 1000;
  for (let taken = 0; taken < WARM.applications && performance.now() < end;)
    taken += (await oneRound(send)).count;
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Both in turn, so that other work on the machine meets both; each with a `processor` to ask for its time so far. */
async function inPairs(bare, served, options) {
  const pairs = [];
  for (let round = 0; round < PAIRS; round += 1) {
    const pair = [];
    for (const { work, processor } of [bare, served]) {
      const before = processor();
      const found = await oneRound(work, options);
      const used = before && processorSince(before, processor());
      pair.push({ ...found, each: used === null ? null : used / found.count });
    }
    pairs.push(pair);
  }
  const fastest = (which) =>
    pairs.map((pair) => pair[which]).reduce((best, each) => (each.rate > best.rate ? each : best));
  const ratio = (of) => middle(pairs.map(([one, other]) => of(one, other)));
  return {
    bare: fastest(0),
    served: fastest(1),
    rates: ratio((one, other) => other.rate / one.rate),
    processor: pairs[0][0].each === null ? null : ratio((one, other) => one.each / other.each),
    each: [0, 1].map((which) => middle(pairs.map((pair) => pair[which].each))),
  };
}

let sent = 0;
const run = Date.now();
/**
 * Sends applications over kept connections, each its own. Node's client would take as much of the processor as half
 * the service, and what sends shares the machine with what is measured; this one only writes and waits for the end.
 */
function sender(url) {
  const { hostname, port } = new URL(url);
  const idle = [];
  const open = () => {
    const socket = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');
    const line = { socket, answered: null };
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk;
      const end = heard.indexOf('\r\n\r\n');
      const length = /^content-length: (\d+)/im.exec(heard)?.[1];
      if (end === -1 || heard.length < end + 4 + Number(length)) return;
      const status = heard.slice(9, 12);
      heard = '';
      idle.push(line);
      line.answered(status);
    });
    socket.once('close', () => {
      const at = idle.indexOf(line);
      if (at === -1) line.answered('closed');
      else idle.splice(at, 1);
    });
    socket.on('error', () => undefined);
    return line;
  };
  return () =>
    new Promise((resolve, reject) => {
      sent += 1;
      const line = idle.pop() ?? open();
      line.answered = (status) => (status === '201' ? resolve() : reject(new Error(`answered ${status}`)));
      const text = `${HEAD}Person ${sent}${TAIL}`;
      line.socket.write(
        `POST /applications HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\n` +
          `idempotency-key: bench-${run}-${sent}\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
        'latin1',
      );
    });
}

const memory = ({ process: { pid } }) =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
/** Processor time so far, in ms, of each process of a program and of the database that serves it; null where unknown. */
function processorTime(program, database) {
  if (!existsSync('/proc/self/stat')) return null;
  const ours = (pid) =>
    pid === String(program) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(database);
  const times = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (!ours(pid)) continue;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      times.set(pid, (Number(user) + Number(system)) * 10);
    } catch (error) {
      // A process may end while it is looked at.
      if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
    }
  return times;
}

/** What ended meanwhile is left out, with what it had used before. */
function processorSince(before, after) {
  let sum = 0;
  for (const [pid, time] of after) sum += time - (before.get(pid) ?? 0);
  return sum;
}

const figures = ({ rate, median, p99 }) =>
  `${rate.toFixed(0)} a second, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;

/** Processor time of each piece of work, in ms, of a program and its database; it does not grow with what else runs. */
async function processorOf(program, database, work, options) {
  const before = { sent, time: processorTime(program, database) };
  const found = await measure(work, options);
  const used = before.time && processorSince(before.time, processorTime(program, database));
  return { ...found, each: used === null ? null : used / (sent - before.sent) };
}

const BARE = 'create table bare (reference text primary key, hub text, received_at timestamptz, body jsonb)';
const INSERT = 'insert into bare values ($1, $2, $3, $4)';
const row = () => [`R-${(sent += 1)}`, 'test-hub', new Date(), body];

/** Fills the tables as a service would have, up to so many; what is hidden there need not open. */
const fill = (from, to) => `
  with made as (
    insert into applications (reference, hub, kind, school_year, received_at, leaf, sealed, likeness)
    select 'F-' || n, 'test-hub', 'application', '2020/21', now() - n * interval '1 second',
      'ffff' || lpad(to_hex(n), 14, '0'), sealed, md5(n::text)
    from generate_series(${from + 1}, ${to}) n, (select sealed from applications limit 1) one
    returning reference, hub, received_at
  )
  insert into keys (hub, digest, content, reference, created_at)
  select hub, md5(reference), md5(reference), reference, received_at from made`;

/** Where both cannot have the database at once. */
async function againstOnce(inserted, { work }, options) {
  const served = await measure(work, options);
  return { bare: inserted, served, rates: served.rate / inserted.rate, processor: null };
}

/** The service on one database: against bare inserts, then with 1,000 and with many stored. */
async function bench(name, { location, bare, inTables, database = 'no database of its own' }) {
  console.log(`\n${name}`);
  const installed = install(location);
  try {
    const alternate = typeof bare === 'object';
    const inserted = alternate ? null : await bare();
    // Into a file, as on a host: read here, it would take of the processor on which is measured.
    const log = openSync(join(logs, `${name}.log`), 'w');
    let service = await installed.serve({ log });
    const send = sender(service.url);
    await warmUp(send);
    const ours = { work: send, processor: () => processorTime(service.process.pid, database) };
    const ratios = [];
    for (const lanes of [1, LANES]) {
      const one = alternate
        ? await inPairs({ work: bare[lanes], processor: () => processorTime(process.pid, database) }, ours, {
            lanes,
          })
        : await againstOnce(inserted, ours, { lanes });
      ratios.push(one.rates);
      const least = name === 'PostgreSQL' ? ` (at least ${LEAST})` : '';
      console.log(`  bare, ${lanes} at once`.padEnd(25) + figures(one.bare));
      console.log(`  service, ${lanes} at once`.padEnd(25) + figures(one.served));
      console.log(`  service / bare, ${lanes}`.padEnd(25) + one.rates.toFixed(2) + least);
      if (one.processor !== null)
        console.log(
          `  processor, each`.padEnd(25) +
            `bare ${one.each[0].toFixed(2)} ms, service ${one.each[1].toFixed(2)} ms (${one.processor.toFixed(2)})`,
        );
    }
    console.log(`  memory`.padEnd(25) + `${memory(service)} MB`);
    const costs = [];
    let stored = 0;
    for (const count of [1_000, STORED]) {
      await service.end('SIGTERM');
      await inTables(fill(stored, count));
      stored = count;
      service = await installed.serve({ log });
      const again = sender(service.url);
      await oneRound(again);
      const cost = await processorOf(service.process.pid, database, again);
      costs.push(cost.each ?? 1 / cost.rate);
      const each = cost.each === null ? '' : `; ${costs.at(-1).toFixed(2)} ms of processor each`;
      console.log(
        `  ${count.toLocaleString('en-GB').padStart(7)} stored        ${figures(cost)}; memory ${memory(service)} MB${each}`,
      );
    }
    console.log(`  cost, many / 1,000     ${(costs[1] / costs[0]).toFixed(2)}`);
    await service.end('SIGTERM');
    if (name === 'PostgreSQL' && Math.min(...ratios) < LEAST) process.exitCode = 1;
  } finally {
    installed.remove();
  }
}

const logs = mkdtempSync(join(tmpdir(), 'intake-bench-log-'));
if (programs === null) console.log('PostgreSQL is not installed: only PGlite is measured.');
else {
  const cluster = await startCluster();
  try {
    const databaseUrl = await createDatabase(cluster.url);
    const pool = new pg.Pool({ connectionString: databaseUrl, max: LANES + 1 });
    await pool.query(BARE);
    const client = await pool.connect();
    const transaction = async () => {
      await client.query('begin');
      await client.query(INSERT, row());
      await client.query('commit');
    };
    await bench('PostgreSQL', {
      location: { databaseUrl },
      database: new URL(databaseUrl).pathname.slice(1),
      bare: { 1: transaction, [LANES]: () => pool.query(INSERT, row()) },
      inTables: (sql) => pool.query(sql),
    });
    client.release();
    await pool.end();
  } finally {
    cluster.remove();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'intake-bench-'));
try {
  const directly = async (work) => {
    const db = await openPGlite(folder);
    const result = await work(db);
    await db.close();
    return result;
  };
  await bench('PGlite', {
    location: { folder },
    bare: () =>
      directly(async (db) => {
        await db.exec(BARE);
        return measure(() => db.query(INSERT, row()), { lanes: 1 });
      }),
    inTables: (sql) => directly((db) => db.exec(sql)),
  });
} finally {
  rmSync(folder, { recursive: true });
  rmSync(logs, { recursive: true });
}
