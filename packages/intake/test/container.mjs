// Builds the container file and breaks what it builds: where no registry of images is reached, the base image is made
// here, of Debian (debootstrap) and Node (npm's package "node"). Applications are sent to the container, it is killed under
// load, started again on the same volumes, and what it acknowledged is counted. Nothing of the image leaves the folder.
// As root, on Linux, with Debian's "buildah" and "debootstrap", after a build:  node packages/intake/test/container.mjs
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const KILLS = Number(process.env.CONTAINER_KILLS ?? 5);
const SENDERS = 8;
const NODE_USER = 1000;
const OUTSIDE = '/srv/kept';
const STORE = `${OUTSIDE}/store`;
const KEYS = `${OUTSIDE}/keys`;
const home = fileURLToPath(new URL('..', import.meta.url));
const deploy = join(home, 'deploy');

const absent = ['buildah', 'debootstrap'].filter((name) => spawnSync(name, ['--version']).status !== 0);
if (absent.length > 0 || process.getuid?.() !== 0) {
  const why =
    absent.length > 0
      ? `${absent.join(' and ')} ${absent.length > 1 ? 'are' : 'is'} not installed`
      : 'this needs root';
  console.error(`The container was not tried: ${why}. Run as root: apt-get install buildah debootstrap`);
  process.exit(2);
}

const load = async (path) => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)))).module;
const { applications, hub } = await load('./service.ts');
const { freePort } = await load('./postgres.ts');
const application = await applications();
const folder = mkdtempSync(join(tmpdir(), 'intake-container-'));
const at = (...names) => join(folder, ...names);
const ask = (program, ...words) =>
  execFileSync(program, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  }).trim();
const STORAGE = ['--root', at('storage'), '--runroot', at('run'), '--storage-driver', 'vfs'];
const buildah = (...words) => ask('buildah', ...STORAGE, ...words);
/** Asked outside the workspace: within, npm answers only for its packages. */
const npm = (...words) =>
  execFileSync('npm', words, { cwd: at('node'), encoding: 'utf8', stdio: 'pipe' }).trim();
const say = (text) => process.stdout.write(`${text}\n`);
const step = (text) => say(`› ${text}`);

/** The image that the container file begins with, as the registry's has it: Debian, Node, npm, and a user "node". */
function makeBase(name) {
  ask('debootstrap', '--variant=minbase', '--include=ca-certificates', 'bookworm', at('base'));
  const [major] = /\d+/.exec(name) ?? [];
  mkdirSync(at('node'));
  writeFileSync(at('node', 'package.json'), '{}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `node@${major}`], {
    cwd: at('node'),
    stdio: 'pipe',
  });
  const container = buildah('from', 'scratch');
  const root = buildah('mount', container);
  const local = (...names) => join(root, 'usr/local', ...names);
  ask('cp', '-a', `${at('base')}/.`, root);
  mkdirSync(local('lib/node_modules'), { recursive: true });
  ask('cp', at('node/node_modules/node/bin/node'), local('bin/node'));
  ask('cp', '-a', join(npm('root', '--global'), 'npm'), local('lib/node_modules/npm'));
  ask('ln', '-s', '../lib/node_modules/npm/bin/npm-cli.js', local('bin/npm'));
  // npm asks where it is asked here, and trusts whom it trusts here.
  const cafile = npm('config', 'get', 'cafile');
  if (cafile !== 'null') cpSync(cafile, local('lib/ca.crt'));
  ask('chroot', root, 'useradd', '--uid', String(NODE_USER), '--create-home', 'node');
  buildah('umount', container);
  buildah(
    'config',
    ...['--env', 'PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ...['--env', `npm_config_registry=${npm('config', 'get', 'registry')}`],
    ...(cafile === 'null' ? [] : ['--env', 'npm_config_cafile=/usr/local/lib/ca.crt']),
    container,
  );
  buildah('commit', '--rm', container, name);
  rmSync(at('base'), { recursive: true });
}

/** This package and the SDK as they would be published, the one asking for the other where it lies. */
function pack() {
  mkdirSync(at('packs'));
  for (const path of [home, join(home, '../sdk')])
    execFileSync('npm', ['pack', '--pack-destination', at('packs')], { cwd: path, stdio: 'pipe' });
  const named = (part) => readdirSync(at('packs')).find((name) => name.includes(part)) ?? '';
  const [sdk, intake] = [named('-sdk-'), named('-intake-')];
  ask('tar', '-xzf', at('packs', intake), '-C', at('packs'));
  const path = at('packs/package/package.json');
  const read = JSON.parse(readFileSync(path, 'utf8'));
  read.dependencies['@maths-hubs/sdk'] = `file:/packs/${sdk}`;
  writeFileSync(path, JSON.stringify(read));
  ask('tar', '-czf', at('packs', intake), '-C', at('packs'), 'package');
  return `file:/packs/${intake}`;
}

/** Every program below one, the outermost first. */
function below(pid) {
  // Each thread has children of its own.
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '),
  );
  return children.filter(Boolean).flatMap((child) => [Number(child), ...below(child)]);
}

const problems = [];
const expect = (right, text) => {
  say(`${right ? '✓' : '✗'} ${text}`);
  if (!right) problems.push(text);
};
const running = new Set();

try {
  const text = readFileSync(join(deploy, 'Containerfile'), 'utf8');
  const [, base = ''] = /^FROM (\S+)$/m.exec(text) ?? [];
  step(`the base image ${base}, of Debian and Node`);
  makeBase(base);
  step('the image, by the container file');
  const version = pack();
  const IMAGE = 'maths-hubs-intake';
  buildah(
    ...[
      'build',
      '--pull-never',
      '--isolation=chroot',
      '--format=docker',
      '--build-arg',
      `VERSION=${version}`,
    ],
    ...[
      '--volume',
      `${at('packs')}:/packs:ro`,
      '--tag',
      IMAGE,
      '--file',
      join(deploy, 'Containerfile'),
      deploy,
    ],
  );
  const { config } = JSON.parse(buildah('inspect', '--type', 'image', IMAGE)).Docker;
  expect(
    config.User === 'node' && config.StopSignal === 'SIGTERM',
    'runs as "node", and is stopped by SIGTERM',
  );
  expect(config.Healthcheck?.Test?.[0] === 'CMD', 'has its health check');

  // What is kept and the configuration lie outside, as a host keeps them. Not at the paths that the image declares as its
  // volumes: `buildah run` has folders of its own for those, and which of the two a run sees is chance.
  const kept = [STORE, KEYS];
  expect(
    kept.every((name) => config.Volumes[name.replace(OUTSIDE, '/data')] !== undefined),
    'declares what it keeps as volumes',
  );
  for (const name of kept) {
    mkdirSync(at(name), { recursive: true });
    chownSync(at(name), NODE_USER, NODE_USER);
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    hubs: [hub],
    port,
    store: { folder: STORE },
    keyFile: `${KEYS}/intake.keys`,
    limits: { burst: 1e6, perMinute: 1e6, perHubDay: 1e6, perNetworkDay: 1e6 },
  };
  writeFileSync(at('intake.config.json'), JSON.stringify(settings));
  const container = buildah('from', '--pull-never', IMAGE);
  const run = [
    ...[
      'run',
      '--isolation=chroot',
      '--volume',
      `${at('intake.config.json')}:/etc/intake/intake.config.json:ro`,
    ],
    ...kept.flatMap((name) => ['--volume', `${at(name)}:${name}`]),
    container,
    '--',
  ];
  const inside = (...words) => buildah(...run, ...words);

  async function start() {
    const child = spawn('buildah', [...STORAGE, ...run, ...config.Entrypoint, ...config.Cmd], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.add(child);
    let said = '';
    child.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-2000)));
    const ended = new Promise((resolve) =>
      child.once('exit', (code) => resolve(running.delete(child) && code)),
    );
    for (;;) {
      const live = await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (live) break;
      if (!running.has(child)) throw new Error(`The container ended: ${said}`);
      await sleep(100);
    }
    // The program itself is the innermost that has the configuration's name; below it is what holds the lock.
    const named = (pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(config.Entrypoint.at(-1));
    return { program: below(child.pid).filter(named).at(-1), ended };
  }

  step('started; the container’s own health check');
  let service = await start();
  const status = readFileSync(`/proc/${service.program}/status`, 'utf8');
  expect(new RegExp(`^Uid:\\s+${NODE_USER}\\b`, 'm').test(status), 'is nobody special while it runs');
  // Without a network of its own, the container is at a port that is free here, and not at the one it has for itself.
  const [own = ''] = /\d+/.exec(Object.keys(config.ExposedPorts)[0] ?? '') ?? [];
  inside(...config.Healthcheck.Test.slice(1).map((word) => word.replaceAll(`:${own}/`, `:${port}/`)));
  say('✓ is found well by its own check');

  step(`killed ${KILLS} times under load`);
  const acknowledged = new Set();
  let sent = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    let killed = false;
    const enough = acknowledged.size + 20 + 15 * kill;
    const sending = Array.from({ length: SENDERS }, async () => {
      while (!killed) {
        sent += 1;
        const response = await fetch(`${url}/applications`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': `container-${sent}` },
          body: JSON.stringify(application(`Person ${sent}`)),
        }).catch(() => null);
        const answer = await response?.json().catch(() => null);
        if (response?.status === 201 && answer) acknowledged.add(answer.reference);
        if (acknowledged.size >= enough && !killed) {
          killed = true;
          process.kill(service.program, 'SIGKILL');
        }
      }
    });
    await Promise.all(sending);
    await service.ended;
    service = await start();
  }
  const stored = JSON.parse(inside(...config.Entrypoint, 'export', '--format', 'json')).map(
    ({ reference }) => reference,
  );
  const lost = [...acknowledged].filter((reference) => !stored.includes(reference));
  expect(
    lost.length === 0,
    `${acknowledged.size} acknowledged, ${stored.length} stored, ${lost.length} lost`,
  );
  expect(new Set(stored).size === stored.length, 'none is stored twice');

  const begun = performance.now();
  process.kill(service.program, config.StopSignal);
  const code = await service.ended;
  expect(
    code === 0,
    `ended by ${config.StopSignal} with ${code}, after ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
} catch (error) {
  problems.push(String(error));
  console.error(error);
} finally {
  const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of running) for (const pid of below(child.pid).reverse()) process.kill(pid, 'SIGKILL');
  await Promise.all(ended);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
if (problems.length > 0) process.exitCode = 1;
