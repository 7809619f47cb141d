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
