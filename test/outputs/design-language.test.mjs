/** docs/design-language.md, which Storybook shows too, says what the widgets are drawn with: all of it, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/design-language.md`, 'utf8');
const sources = `${root}packages/components/src/`;
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(test|stories)\.ts$/.test(file))
  .map((file) => [file, readFileSync(sources + file, 'utf8')]);
const code = files.map(([, text]) => text).join('\n');
const styles = files
  .filter(([file]) => file.endsWith('.styles.ts'))
  .map(([, text]) => text.replace(/\/\*.*?\*\//gs, ''))
  .join('\n');

/** First cells of the table rows below a heading. */
const rowsOf = (heading, text = page) => {
  const [, part = ''] = new RegExp(`^## ${heading}$(.*?)(?=^## |$(?![\\s\\S]))`, 'ms').exec(text) ?? [];
  return [...part.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, cell]) => cell);
};
const all = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, cell]) => cell);
const unique = (found) => [...new Set(found)].sort();
const matches = (text, pattern) => unique([...text.matchAll(pattern)].map(([, found]) => found));

describe('the design language', () => {
  it('has every token that is used, and uses every token that it has', () => {
    const used = matches(code, /var\((--(?:_|mh-)[a-z\d-]+)/g);
    expect(used.length).toBeGreaterThan(30);
    expect(unique(all.filter((cell) => cell.startsWith('--')))).toEqual(used);
  });

  it('defines no token that nothing uses', () => {
    const defined = matches(code, /^\s+(--_[a-z\d-]+):/gm);
    for (const token of defined) expect(code, token).toContain(`var(${token}`);
  });

  it('sets text in the sizes of its scale alone; a drawing has its own units, and paper its points', () => {
    const sizes = matches(styles, /font-size: ([\d.]+em)/g);
    expect(unique(all.filter((cell) => cell.endsWith('em')))).toEqual(sizes);
  });

  it('names every icon, each of them used', () => {
    // Each widget draws what it needs from a table of its own, so that no page loads the pictures of another.
    const tables = [...code.matchAll(/^const (?:ICONS|LINES|MARKS)\b[^=]*= \{(.*?)^\}/gms)].map(
      ([, table]) => table,
    );
    expect(tables.length).toBe(3);
    const icons = matches(tables.join('\n'), /^ {2}'?([a-z-]+)'?:/gm);
    expect(unique(rowsOf('Icons'))).toEqual(icons);
    const elsewhere = tables.reduce((rest, table) => rest.replace(table, ''), code);
    for (const name of icons) expect(elsewhere, name).toMatch(new RegExp(`'${name}'`));
  });

  it('names every motion, and stops each for whoever asks for less', () => {
    expect(unique(rowsOf('Motion'))).toEqual(matches(styles, /@keyframes ([a-z]+)/g));
    expect(styles).toMatch(
      /prefers-reduced-motion: reduce\) \{\s+\*,[^}]+animation: none;\s+transition: none;/,
    );
  });

  it('names cards that are there', () => {
    const cards = rowsOf('Cards');
    expect(cards.length).toBeGreaterThan(5);
    for (const card of cards)
      expect(styles, card).toMatch(new RegExp(`\\${card}[^{]*\\{[^}]*(border|background)`));
  });
});
