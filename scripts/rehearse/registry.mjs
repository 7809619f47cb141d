import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.mjs';
import { anyPort } from '../lib/free-port.mjs';

/**
 * A registry on this machine, in a folder that may be thrown away. Our packages live in it alone: it never asks another
 * registry for them. Everything else it fetches from the one that npm is set to, whose address is written nowhere.
 * @returns {Promise<{ address: string, npmrc: string, close: () => Promise<void> }>} `npmrc` names it to npm
 */
export async function startRegistry(folder) {
  mkdirSync(folder, { recursive: true });
  const port = await anyPort();
  const address = `http://127.0.0.1:${port}/`;
  const config = join(folder, 'registry.yaml');
  const npmrc = join(folder, 'npmrc');
  const elsewhere = execFileSync('npm', ['config', 'get', 'registry'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  // YAML is a superset of JSON.
  const open = { access: '$all', publish: '$all', unpublish: '$all' };
  writeFileSync(
    config,
    JSON.stringify({
      storage: join(folder, 'storage'),
      uplinks: { elsewhere: { url: elsewhere, timeout: '60s', maxage: '1d' } },
      packages: { '@maths-hubs/*': open, 'maths-hubs': open, '**': { access: '$all', proxy: 'elsewhere' } },
      log: { type: 'file', path: join(folder, 'registry.log'), level: 'warn', format: 'json' },
      web: { enable: false },
      max_body_size: '100mb',
    }),
  );
  writeFileSync(
    npmrc,
    `registry=${address}\n//127.0.0.1:${port}/:_authToken=anyone\naudit=false\nfund=false\nupdate-notifier=false\n`,
  );
  const program = join(root, 'node_modules/verdaccio/bin/verdaccio');
  const child = spawn(process.execPath, [program, '--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${address}-/ping`).catch(() => null);
    if (answer?.ok) return { address, npmrc, close };
    if (child.exitCode !== null || tries > 300) {
      await close();
      throw new Error(`The registry on ${address} did not start: ${said}`);
    }
    await new Promise((next) => setTimeout(next, 200));
  }
}
