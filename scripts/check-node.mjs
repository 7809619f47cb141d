/** Runs the start page, the command line and the SDK's tests on other releases of Node, each fetched by npm. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lib/run.mjs';

const releases = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['22', '24'];
const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

let failed = 0;
for (const release of releases) {
  const node = fetchNode(release);
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const bin = join(root, 'packages/cli/bin/maths-hubs.js');
  report(version, 'command line', runs(node, [bin, 'edition', '2024/25', '--json'], env));
  report(version, 'SDK tests', runs(node, [vitest, 'run', '--root', 'packages/sdk'], env));
  report(version, 'start', await starts(node, env));
}
process.exitCode = failed === 0 ? 0 : 1;

function report(version, what, fault) {
  if (fault !== null) failed += 1;
  console.log(fault === null ? `✓ ${version} ${what}` : `✗ ${version} ${what}\n${fault}`);
}

function fetchNode(release) {
  const folder = join(root, '.cache/node', release);
  const node = join(folder, 'node_modules', platform, 'bin/node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  const asked = spawnSync('npm', ['view', `${platform}@${release}`, 'version', '--json'], {
    encoding: 'utf8',
  });
  const found = [JSON.parse(asked.stdout || '[]')].flat();
  const newest = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (!newest) throw new Error(`npm has no ${platform} ${release}: ${asked.stderr}`);
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', `${platform}@${newest}`];
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return node;
}

/** Null when the command ends well, else the end of what it said. */
function runs(command, args, env) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return status === 0 ? null : `${stdout}${stderr}`.split('\n').slice(-30).join('\n');
}

/** Starts the page as `npm start` does, asks for it, and stops it again. */
async function starts(node, env) {
  const port = 4000 + (process.pid % 900);
  const data = join(root, '.cache/node', `data-${process.pid}`);
  const child = spawn(node, ['scripts/start.mjs', '--no-build'], {
    cwd: root,
    env: { ...env, PORT: String(port), MATHS_HUBS_DATA: data },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const ready = new Promise((resolve) =>
    child.stdout.on('data', () => /Stop with/.test(said) && resolve('ready')),
  );
  const first = await Promise.race([ready, ended]);
  if (first !== 'ready') return `ended with ${first}: ${said}`;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const page = await response.text();
  child.kill('SIGTERM');
  const code = await ended;
  if (!response.ok || !page.includes('mh-journey-map')) return `the page answered ${response.status}`;
  return code === 0 ? null : `stopped with ${code}: ${said}`;
}
