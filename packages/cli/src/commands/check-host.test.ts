import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const terminal = useTerminal();
const cdn = new URL('../../../components/dist/cdn/', import.meta.url);
const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((each) => new Promise((done) => each.close(done)))));

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
};

interface Habits {
  readonly cors?: string | null;
  readonly type?: (path: string) => string | undefined;
  readonly change?: (path: string, body: Buffer) => Buffer | null;
  readonly cache?: (path: string) => string;
}

/** The built folder of widgets, on a server with habits of its own. */
async function host({ cors = '*', type, change, cache }: Habits = {}): Promise<string> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice('/w/'.length);
    readFile(new URL(path, cdn)).then(
      (file) => {
        const body = change ? change(path, file) : file;
        if (body === null) return response.writeHead(404).end();
        const isForEver = /^[0-9a-f]{8}\//.test(path);
        return response
          .writeHead(200, {
            'content-type': type?.(path) ?? TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain',
            'cache-control':
              cache?.(path) ?? (isForEver ? 'public, max-age=31536000, immutable' : 'max-age=300'),
            ...(cors ? { 'access-control-allow-origin': cors } : {}),
          })
          .end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/`;
}

async function check(url: string) {
  terminal.out = '';
  await main(['check-host', url, '--json']);
  return {
    code: process.exitCode,
    ...(JSON.parse(terminal.out || '{"findings":[]}') as {
      files: number;
      findings: { place: string; message: string; severity: string }[];
    }),
  };
}

describe('maths-hubs check-host', () => {
  it('finds every file of a well-kept folder whole, from its address or the loader’s', async () => {
    const folder = await host();
    const seen = await check(folder);
    expect(seen).toMatchObject({ code: 0, findings: [] });
    expect(seen.files).toBeGreaterThan(20);
    expect(await check(`${folder}embed.js`)).toMatchObject({ code: 0 });
    expect(await check(folder.slice(0, -1))).toMatchObject({ code: 0 });
    terminal.out = '';
    await main(['check-host', folder]);
    expect(terminal.out).toMatch(/version .*files as they were built/);
  });

  it.each<[string, Habits, RegExp, RegExp]>([
    ['no other site is let in', { cors: null }, /other sites/, /more$/],
    [
      'scripts are sent as text',
      { type: (path) => (path.endsWith('.js') ? 'text/plain' : undefined) },
      /refuse/,
      /more$/,
    ],
    [
      'the folder inside was left out',
      { change: (path, body) => (path.includes('/') ? null : body) },
      /404/,
      /more$/,
    ],
    [
      'FTP or an optimiser changed a file',
      { change: (path, body) => (path === 'embed.js' ? Buffer.concat([body, Buffer.from('\r\n')]) : body) },
      /not the file that was built/,
      /^embed\.js$/,
    ],
    [
      'the loader is kept for ever',
      { cache: () => 'public, max-age=31536000, immutable' },
      /for ever/,
      /^embed\.js$/,
    ],
  ])('says that %s, once, and leaves 1', async (_, habits, message, place) => {
    const { code, findings } = await check(await host(habits));
    expect(code).toBe(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toMatch(message);
    expect(findings[0]!.place).toMatch(place);
  });

  it('only remarks on files that browsers keep asking for', async () => {
    const { code, findings } = await check(await host({ cache: () => 'no-cache' }));
    expect([code, findings.map(({ severity }) => severity)]).toEqual([0, ['warning']]);
  });

  it('leaves 2 where there is no such folder', async () => {
    expect((await check((await host()).replace('/w/', '/elsewhere/'))).code).toBe(2);
    expect(terminal.err).toContain('folder that holds embed.js');
    expect((await check('http://127.0.0.1:9/')).code).toBe(2);
  });
});
