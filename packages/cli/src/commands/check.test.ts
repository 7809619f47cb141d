import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';
import { ownTerms } from '../../test/own-terms.js';

const terminal = useTerminal();
const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((each) => new Promise((done) => each.close(done)))));

/** A site on this machine; its address has no slash at its end. */
async function site(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Files {
  readonly [path: string]: {
    readonly type?: string;
    readonly body: string;
    readonly headers?: Record<string, string>;
  };
}

const serve =
  (files: Files): RequestListener =>
  ({ url = '' }, response) => {
    const file = files[url.split('?')[0] ?? ''];
    if (!file) return void response.writeHead(404).end('gone');
    response.writeHead(200, { 'content-type': file.type ?? 'text/html', ...file.headers }).end(file.body);
  };

const LOADER = { type: 'text/javascript', body: 'run()' };
const VERSIONS = { type: 'application/json', body: '{"version":"1.4.2"}' };
const page = (body: string): string =>
  `<!doctype html><html lang="en-GB"><body><h1>Us</h1>${body}</body></html>`;
const MAP = '<mh-journey-map><p>Ask us.</p></mh-journey-map>';
const SCRIPT = '<script type="module" src="/w/embed.js"></script>';
const HELD = { '/w/embed.js': LOADER, '/w/versions.json': VERSIONS };

async function check(...args: string[]) {
  terminal.out = '';
  await main(['check', ...args, '--json', '--today', '2026-11-25']);
  return {
    code: process.exitCode,
    ...(JSON.parse(terminal.out || '{"findings":[]}') as {
      widgets: { tag: string; way: string }[];
      loaders: { version: string }[];
      terms: { schoolYear: string }[];
      applications: { answers: boolean; allowed: boolean }[];
      findings: { rule: string; remedy: string }[];
    }),
  };
}
const rules = ({ findings }: { findings: { rule: string }[] }): string[] => findings.map(({ rule }) => rule);

describe('maths-hubs check', () => {
  it('says of a page that works what is on it, from where and of which version, and leaves 0', async () => {
    const home = await site(serve({ '/': { body: page(SCRIPT + MAP) }, ...HELD }));
    const seen = await check(home);
    expect(seen).toMatchObject({ code: 0, findings: [], loaders: [{ version: '1.4.2' }] });
    expect(seen.widgets).toMatchObject([{ tag: 'mh-journey-map', way: 'tag' }]);
    terminal.out = '';
    await main(['check', home]);
    expect(terminal.out).toMatch(/journey-map\s+tag\s+public evidence/);
    expect(terminal.out).toContain('version 1.4.2');
    expect(terminal.out).toContain('Nothing to put right.');
  });

  it('finds what was stripped by the mark that the snippet left, and leaves 1', async () => {
    const mark = '<div data-mh-expects="journey-map apply-form; 2026/27; 1.0.0">';
    const home = await site(
      serve({
        '/all': { body: page(`${mark}<ol><li>Development</li></ol></div>`) },
        '/one': { body: page(`${SCRIPT}${mark}${MAP}</div>`) },
        '/plain': { body: page(`${SCRIPT}${MAP}`) },
        ...HELD,
      }),
    );
    expect(await check(`${home}/all`)).toMatchObject({ code: 1, findings: [{ rule: 'nothing-here' }] });
    expect(await check(`${home}/one`)).toMatchObject({ code: 1, findings: [{ rule: 'widget-gone' }] });
    const asked = await check(`${home}/plain`, '--expect', 'journey-map,apply-form');
    expect(asked).toMatchObject({ code: 1, findings: [{ rule: 'widget-gone' }] });
  });

  it.each([
    ['is gone', {}, 'loader-unreachable'],
    ['is sent as text', { '/w/embed.js': { ...LOADER, type: 'text/plain' } }, 'loader-refused'],
  ])('says that the loader %s', async (_, files: Files, rule) => {
    const home = await site(serve({ '/': { body: page(SCRIPT + MAP) }, ...files }));
    const seen = await check(home);
    expect([seen.code, rules(seen)]).toEqual([1, [rule]]);
  });

  it('says that a loader is another than the one whose hash is in the page', async () => {
    const script = SCRIPT.replace('></', ` integrity="sha384-${'A'.repeat(64)}"></`);
    const seen = await check(await site(serve({ '/': { body: page(script + MAP) }, ...HELD })));
    expect([seen.code, rules(seen)]).toEqual([1, ['loader-refused']]);
  });

  it('reads the terms that a page names: this year’s, last year’s, faulty, gone', async () => {
    const files = async (terms: string): Promise<string> =>
      site(
        serve({
          '/': { body: page(`<mh-settings src="terms.json"></mh-settings>${SCRIPT}${MAP}`) },
          '/terms.json': { type: 'application/json', body: terms },
          ...HELD,
        }),
      );
    const now = await check(await files(await ownTerms('2026/27')));
    expect(now).toMatchObject({ code: 0, terms: [{ schoolYear: '2026/27' }], findings: [] });
    const old = await check(await files(await ownTerms('2025/26')));
    expect([old.code, rules(old)]).toEqual([1, ['old-edition']]);
    const faulty = await check(await files('{"format":"maths-hubs-edition/1"}'));
    expect([faulty.code, rules(faulty)]).toEqual([1, ['terms-faulty']]);
    const home = await site(
      serve({ '/': { body: page(`${SCRIPT}${MAP.replace('>', ' src="/gone.json">')}`) }, ...HELD }),
    );
    const gone = await check(home);
    expect([gone.code, rules(gone)]).toEqual([1, ['terms-unreachable']]);
  });

  it('asks whether the address for applications answers and lets this site in', async () => {
    const origins: (string | undefined)[] = [];
    const intake = (allowed: boolean): Promise<string> =>
      site(({ method, headers }, response) => {
        origins.push(`${method} ${headers.origin}`);
        response
          .writeHead(allowed ? 204 : 403, allowed ? { 'access-control-allow-origin': headers.origin } : {})
          .end();
      });
    const form = (action: string): string =>
      `<mh-apply-form action="${action}"><script type="application/json">{"notice":{"version":"1"}}</script><p>Ask us.</p></mh-apply-form>`;
    const home = async (action: string): Promise<string> =>
      site(serve({ '/': { body: page(SCRIPT + form(action)) }, ...HELD }));
    const open = await home(`${await intake(true)}/applications`);
    expect(await check(open)).toMatchObject({ code: 0, applications: [{ answers: true, allowed: true }] });
    expect(origins).toEqual([`OPTIONS ${open}`]);
    const shut = await check(await home(`${await intake(false)}/applications`));
    expect(shut).toMatchObject({ code: 1, applications: [{ answers: true, allowed: false }] });
    expect(shut.findings[0]?.remedy).toContain('origins');
    const gone = await check(await home('http://127.0.0.1:9/applications'));
    expect([gone.code, rules(gone)]).toEqual([1, ['applications-unreachable']]);
  });

  it('leaves 2 where it could not look', async () => {
    const home = await site(
      serve({ '/secret.json': { type: 'application/json', body: '{}' }, '/': { body: 'x' } }),
    );
    for (const [url, said] of [
      [`${home}/gone`, 'answers 404'],
      [`${home}/secret.json`, 'no web page'],
      ['http://127.0.0.1:9/', 'does not answer'],
      ['ftp://hub.example/', 'is not the address of a page'],
    ] as const) {
      terminal.err = '';
      expect((await check(url)).code).toBe(2);
      expect(terminal.err).toContain(said);
    }
    await main(['check', home, '--expect', 'nope']);
    expect(process.exitCode).toBe(2);
  });
});
