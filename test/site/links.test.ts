import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';

const site = fileURLToPath(new URL('../../site/dist/', import.meta.url));

interface Page {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}
let files: ReadonlySet<string>;
const pages = new Map<string, Page>();

/** Addresses that a browser follows or fetches, by the element that has them. */
const ADDRESS: Readonly<Record<string, string>> = {
  a: 'href',
  link: 'href',
  script: 'src',
  img: 'src',
  iframe: 'src',
  source: 'src',
  form: 'action',
};

function read(html: string): Page {
  const ids = new Set<string>();
  const links: string[] = [];
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      if (attributes['id']) ids.add(attributes['id']);
      if (attributes['name']) ids.add(attributes['name']);
      const address = attributes[ADDRESS[node.tagName] ?? ''];
      if (address) links.push(address);
      visit(node);
    }
  };
  visit(parse(html));
  return { ids, links };
}

beforeAll(async () => {
  if (!existsSync(site)) throw new Error('There is no built site: npm run site');
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  files = new Set(
    entries
      .filter((each) => each.isFile())
      .map((each) => `${each.parentPath}/${each.name}`.slice(site.length).replace(/^\//, '')),
  );
  for (const name of files)
    if (name.endsWith('.html')) pages.set(name, read(await readFile(site + name, 'utf8')));
});

describe('the built site', () => {
  it('has every part that its first page promises', () => {
    for (const part of [
      'index.html',
      'guides/hub.html',
      'guides/hosting.html',
      'widgets/journey-map.html',
      'editor/index.html',
      'example/index.html',
      'proofs/index.html',
      'storybook/index.html',
      'api/index.html',
      'embed/embed.js',
      'embed/embed.html',
      'embed/versions.json',
      'embed/sri.json',
      'embed/.htaccess',
      '_headers',
      'maths-hubs.zip',
      'maths-hubs-widgets.zip',
      'llms.txt',
      'llms-full.txt',
    ])
      expect(files, part).toContain(part);
    expect(pages.size).toBeGreaterThan(100);
  });

  it('has no link that leads nowhere, from any of its pages', () => {
    const broken: string[] = [];
    let followed = 0;
    for (const [name, { links }] of pages)
      for (const link of links) {
        if (/^(https?:|mailto:|tel:|data:|javascript:|blob:)/i.test(link)) continue;
        const [path = '', hash = ''] = link.split('#');
        followed += 1;
        const [plain = ''] = path.split('?');
        let target = plain === '' ? name : posix.join(posix.dirname(name), decodeURIComponent(plain));
        if (target.endsWith('/') || target === '.') target = posix.join(target, 'index.html');
        if (!files.has(target)) broken.push(`${name} → ${link}`);
        else if (
          hash &&
          pages.has(target) &&
          !/^(mh-|\/)/.test(hash) &&
          !generated(target) &&
          !pages.get(target)?.ids.has(decodeURIComponent(hash))
        )
          broken.push(`${name} → ${link} (no such place)`);
      }
    expect(followed).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
  });

  it('names no address from the root of its server, so that it works below any path', () => {
    const absolute = [...pages].flatMap(([name, { links }]) =>
      links.filter((link) => link.startsWith('/')).map((link) => `${name} → ${link}`),
    );
    expect(absolute).toEqual([]);
  });

  it('leads to every page of its own from the first', () => {
    const seen = new Set<string>(['index.html']);
    for (const name of seen)
      for (const link of pages.get(name)?.links ?? []) {
        const target = posix.join(posix.dirname(name), link.split(/[?#]/)[0] ?? '');
        if (pages.has(target)) seen.add(target);
      }
    const own = [...pages.keys()].filter((name) => /^(guides|widgets|proofs)\//.test(name));
    expect(own.filter((name) => !seen.has(name))).toEqual([]);
  });

  it('has every link of llms.txt', async () => {
    const text = await readFile(`${site}llms.txt`, 'utf8');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !files.has(link))).toEqual([]);
    expect(text).toMatch(/^# .+\n\n> /);
  });

  it('brings the widgets alone as a zip, whole, with what Apache reads', async () => {
    const zip = unzipSync(await readFile(`${site}maths-hubs-widgets.zip`));
    const wanted = [...files].filter((name) => name.startsWith('embed/'));
    expect(Object.keys(zip).sort()).toEqual(
      wanted.map((name) => name.replace('embed/', 'maths-hubs-widgets/')).sort(),
    );
    expect(Object.keys(zip)).toContain('maths-hubs-widgets/.htaccess');
  });

  it('sets each header of a file by one rule of _headers', async () => {
    const rules = (await readFile(`${site}_headers`, 'utf8'))
      .split(/\n(?=\/)/)
      .map((block) => block.trim().split('\n'))
      .map(([path = '', ...lines]) => ({ path, names: lines.map((line) => line.trim().split(':')[0]) }));
    for (const name of [...files].filter((each) => /^embed\/(?!\.)/.test(each))) {
      const names = rules
        .filter(({ path }) =>
          path.endsWith('*') ? `/${name}`.startsWith(path.slice(0, -1)) : path === `/${name}`,
        )
        .flatMap((rule) => rule.names);
      expect(names, name).toContain('Access-Control-Allow-Origin');
      expect(names, name).toContain('Cache-Control');
      expect(new Set(names).size, name).toBe(names.length);
    }
  });
});

/** Pages whose places are made by their own scripts. */
function generated(name: string): boolean {
  return /^(storybook|editor|example|api)\//.test(name);
}
