import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { validate } from 'dockerfile-utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../test/postgres.js';

const home = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(home, name), 'utf8');
const exampleConfig = JSON.parse(read('deploy/intake.config.example.json')) as { port: number };

describe('the container file', () => {
  const text = read('deploy/Containerfile');

  it('has nothing that its linter finds, and the linter finds what is wrong', () => {
    expect(validate(text)).toEqual([]);
    expect(validate(text.replace('STOPSIGNAL', 'STOPSIGNL')).length).toBeGreaterThan(0);
  });

  it('runs the program of this package, as nobody special, on the port of the example', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    const [, program = ''] = /^ENTRYPOINT \["node_modules\/\.bin\/([\w-]+)"/m.exec(text) ?? [];
    expect(Object.keys(bin)).toContain(program);
    expect(text).toMatch(/^USER node$/m);
    expect(text).toMatch(new RegExp(`^EXPOSE ${exampleConfig.port}$`, 'm'));
    expect(text).toContain(`http://127.0.0.1:${exampleConfig.port}/health/ready`);
  });

  it('starts, is found well by its own check, and ends by its own signal, with the example’s folders', async () => {
    const root = mkdtempSync(join(tmpdir(), 'intake-container-'));
    const words = (name: string): string[] =>
      JSON.parse(new RegExp(`^${name} (\\[.*\\])$`, 'm').exec(text)?.[1] ?? '[]') as string[];
    const [program = '', ...rest] = words('ENTRYPOINT');
    const [, signal] = /^STOPSIGNAL (\w+)$/m.exec(text) ?? [];
    const [, folders = ''] = /mkdir -p ([^&]+)&&/.exec(text) ?? [];
    for (const folder of [...folders.trim().split(' '), '/etc/intake', '/srv/intake/node_modules/.bin'])
      mkdirSync(join(root, folder), { recursive: true });
    // What `npm install` leaves there.
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    for (const [name, path] of Object.entries(bin))
      symlinkSync(join(home, path), join(root, 'srv/intake/node_modules/.bin', name));
    const port = await freePort();
    // What the page says that a service with a folder needs beside the example.
    const [, added = ''] = /say\s+`("store": [^`]+)`/.exec(read('docs/DEPLOY.md')) ?? [];
    const places = JSON.parse(`{${added.replaceAll('"/data/', `"${root}/data/`)}}`) as object;
    writeFileSync(
      join(root, 'etc/intake/intake.config.json'),
      JSON.stringify({ ...exampleConfig, ...places, host: '127.0.0.1', port }),
    );
    const moved = (word: string): string => word.replace(/^\/etc\//, `${root}/etc/`);
    const { DATABASE_URL: _, ...env } = process.env;
    const service = spawn(
      process.execPath,
      [join(root, 'srv/intake', program), ...rest.map(moved), ...words('CMD')],
      { cwd: join(root, 'srv/intake'), env, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise<number | null>((resolve) => service.once('exit', resolve));
    const isWell = (): boolean => {
      const check = words('  CMD').map((word) => word.replace(`:${exampleConfig.port}/`, `:${port}/`));
      expect(check[0]).toBe('node');
      return spawnSync(process.execPath, check.slice(1)).status === 0;
    };
    try {
      await new Promise<string>((resolve, reject) => {
        createInterface(service.stdout).once('line', resolve);
        void ended.then((code) => reject(new Error(`The service ended with ${String(code)}`)));
      });
      expect(isWell()).toBe(true);
      expect(readdirSync(join(root, 'data/store'))).toContain('owner.lock');
      expect(readdirSync(join(root, 'data/keys'))).not.toEqual([]);
    } finally {
      service.kill(signal as NodeJS.Signals);
    }
    expect(await ended).toBe(0);
    expect(isWell()).toBe(false);
    rmSync(root, { recursive: true, force: true });
  });
});

describe('the lines for systemd, as they stand', () => {
  const root = mkdtempSync(join(tmpdir(), 'intake-deploy-'));
  /** A path of the machine, below the folder that stands for it. */
  const moved = (text: string): string => text.replace(/(^|[\s"'=:])\/(opt|etc|var)\//gm, `$1${root}/$2/`);
  const [block = ''] = /(?<=```sh\n)[^]*?(?=```)/.exec(read('docs/DEPLOY.md')) ?? [];
  const commandOf = (unit: string): string =>
    /^ExecStart=(.*)$/m.exec(moved(read(`deploy/${unit}`)))?.[1]?.replaceAll('%%', '%') ?? '';
  const config = join(root, 'etc/maths-hubs-intake/intake.config.json');
  let identity = '';

  beforeAll(async () => {
    identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    for (const folder of ['opt', 'etc/systemd/system', 'var/lib', 'tools'])
      mkdirSync(join(root, folder), { recursive: true });
    // What the lines call and is not to be had here: the registry, and Debian's age.
    const tool = (name: string, script: string): void =>
      writeFileSync(join(root, 'tools', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    tool('npm', `mkdir -p node_modules/@maths-hubs && ln -s ${home} node_modules/@maths-hubs/intake`);
    tool('age-keygen', `[ "$1" = -o ] && echo ${identity} > "$2" || echo ${recipient}`);
    const lines = moved(block)
      .split('\n')
      .filter((line) => !line.startsWith('systemctl'));
    execFileSync('/bin/bash', ['-euc', lines.join('\n')], {
      env: { ...process.env, PATH: `${root}/tools:${process.env['PATH']}` },
    });
    const filled = JSON.parse(readFileSync(config, 'utf8')) as object;
    const [, added = ''] = /```json\n([^]*?)```/.exec(read('docs/DEPLOY.md')) ?? [];
    writeFileSync(
      config,
      JSON.stringify({ ...filled, ...(JSON.parse(moved(added)) as object), host: '127.0.0.1', port: 0 }),
    );
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('leave nothing that the units ask for out', () => {
    const units = readdirSync(join(root, 'etc/systemd/system'));
    expect(units.sort()).toEqual([
      'maths-hubs-intake-backup.service',
      'maths-hubs-intake-backup.timer',
      'maths-hubs-intake.service',
    ]);
    const secrets = units.flatMap((unit) =>
      [...moved(read(`deploy/${unit}`)).matchAll(/^LoadCredential=[\w-]+:(\S+)$/gm)].map(
        ([, path = '']) => path,
      ),
    );
    expect(secrets.length).toBe(2);
    for (const path of secrets) expect([path, existsSync(path)]).toEqual([path, true]);
    expect(statSync(join(root, 'etc/maths-hubs-intake/secrets')).mode & 0o777).toBe(0o700);
  });

  it('start the service, and back it up sealed, by the units\u2019 own commands', async () => {
    const secret = (name: string): string => join(root, 'etc/maths-hubs-intake/secrets', name);
    const env = {
      ...process.env,
      KEY_SECRET_FILE: secret('key-secret'),
      BACKUP_KEY_FILE: secret('backup-key'),
    };
    const withNode = (command: string): string => command.replace('/usr/bin/node', process.execPath);
    const service = spawn('/bin/sh', ['-c', `exec ${withNode(commandOf('maths-hubs-intake.service'))}`], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => service.once('exit', resolve));
    try {
      const line = await new Promise<string>((resolve, reject) => {
        createInterface(service.stdout).once('line', resolve);
        void ended.then((code) => reject(new Error(`The service ended with ${String(code)}`)));
      });
      const answer = await fetch(`${line.replace('Listening on ', '')}/health/ready`);
      expect(answer.status).toBe(200);
      const backup = withNode(commandOf('maths-hubs-intake-backup.service'));
      execFileSync('/bin/sh', ['-c', backup], { env });
      const [file = ''] = readdirSync(join(root, 'var/backups/maths-hubs-intake')).filter((name) =>
        name.endsWith('.age'),
      );
      expect(readFileSync(join(root, 'var/backups/maths-hubs-intake', file), 'latin1')).toMatch(
        /^age-encryption\.org\/v1\n/,
      );
    } finally {
      service.kill('SIGTERM');
      await ended;
    }
  });
});
