import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const read = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'));
const manifest = await read('packages/components/custom-elements.json');
const declarations = manifest.modules.flatMap((module) => module.declarations);
const widgets = declarations.filter(({ tagName }) => tagName);

describe('the custom-elements manifest', () => {
  it('names every tag, each class after its tag', () => {
    expect(widgets.length).toBeGreaterThan(10);
    for (const { tagName, name } of widgets)
      expect(name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()).toBe(
        tagName.slice('mh-'.length),
      );
  });

  it('holds widgets and events only, and of them nothing protected or private', () => {
    for (const { name, tagName, superclass, members = [] } of declarations) {
      expect([name, tagName !== undefined || superclass?.name === 'MhEvent']).toEqual([name, true]);
      expect(members.filter(({ privacy }) => privacy === 'private' || privacy === 'protected')).toEqual([]);
    }
    expect(JSON.stringify(manifest).length).toBeLessThan(200_000);
  });

  it('names each attribute that a person may set in words without code, and no other', () => {
    const attributes = widgets
      .filter(({ tagName }) => tagName !== 'mh-settings')
      .flatMap(({ tagName, attributes: all }) => all.map((each) => ({ ...each, of: tagName.slice(3) })));
    for (const { of, name, label, help } of attributes.filter((each) => each.label)) {
      expect([of, name, /^[A-Z][^`{}<>]+[^.]$/.test(label), /^[^`{}<>]+\.$/.test(help ?? '')]).toEqual([
        of,
        name,
        true,
        true,
      ]);
      expect(label + help).not.toMatch(/\b(URN|JSON|GeoJSON|intake|attribute|ids?|URL|boolean|string)\b/);
    }
    // The terms and the way of applications are set by steps of their own; the rest are for pages that a program makes.
    expect(
      attributes
        .filter((each) => !each.label)
        .map(({ of, name }) => `${of} ${name}`)
        .sort(),
    ).toEqual(
      [
        ...['hub', 'action', 'mailto', 'school-name', 'urn', 'postcode', 'src'].map(
          (each) => `apply-form ${each}`,
        ),
        'commitment-planner src',
        'eligibility-checker src',
        ...['hub', 'hub-src', 'outline'].map((each) => `find-a-hub ${each}`),
        'funding-calculator src',
        'information-sheet src',
        'journey-map src',
        'recruitment-status src',
      ].sort(),
    );
  });

  it('says of every widget the tokens that all share', () => {
    for (const { tagName, cssProperties = [] } of widgets) {
      const names = cssProperties.map(({ name }) => name);
      expect([tagName, names.includes('--mh-space'), names.includes('--mh-accent')]).toEqual([
        tagName,
        true,
        true,
      ]);
      for (const { description } of cssProperties) expect(description).toBeTruthy();
    }
  });
});

describe('the tokens', () => {
  const sources = [];
  for (const folder of ['packages/components/src', 'packages/editor/src', 'packages/desk/src'])
    for (const file of readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true }))
      if (/\.(ts|css)$/.test(file) && !/\.(test|stories)\.ts$/.test(file))
        sources.push([file, readFileSync(new URL(`../../${folder}/${file}`, import.meta.url), 'utf8')]);
  const documented = new Set(
    widgets.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
  );
  // What is read of a page's tokens, in a stylesheet or by its name.
  const read = new Map();
  for (const [file, text] of sources)
    for (const [, token] of text.matchAll(/(?:var\(\s*|getPropertyValue\(')(--mh-[a-z-]+)/g))
      read.set(token, file);

  it('that are documented are each read by a style', () => {
    expect(documented.size).toBeGreaterThan(5);
    expect([...documented].filter((token) => !read.has(token))).toEqual([]);
  });

  it('that a style reads are each documented, in a sentence', () => {
    expect([...read].filter(([token]) => !documented.has(token))).toEqual([]);
    for (const { tagName, cssProperties = [] } of widgets)
      for (const { name, description = '' } of cssProperties)
        expect(`${tagName} ${name}: ${description}`).toMatch(/: .+\.$/);
  });
});
