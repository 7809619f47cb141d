import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the order that a person who upgrades needs them. */
const KINDS = { major: 'Breaking, and what to do', minor: 'New', patch: 'Fixed' };

/** The changesets as they are written: what each changes, of which kind, in words. */
export function readChangesets(root) {
  const folder = join(root, '.changeset');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => {
      const [, head = '', text = ''] =
        /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      const bumps = new Map(
        [...head.matchAll(/^\s*['"]?([^'":\s]+)['"]?\s*:\s*(major|minor|patch)\s*$/gm)].map(
          ([, of, bump]) => [of, bump],
        ),
      );
      return { name, bumps, text: text.trim() };
    });
}

/** What a version of one package brings, under a heading for each kind. */
export function changelogSection(name, version, changesets) {
  const own = changesets.filter(({ bumps }) => bumps.has(name));
  const parts = Object.entries(KINDS).flatMap(([bump, heading]) => {
    const texts = own.filter(({ bumps }) => bumps.get(name) === bump).map(({ text }) => text);
    return texts.length === 0
      ? []
      : [`### ${heading}`, ...texts.map((text) => `- ${text.replaceAll('\n', '\n  ')}`)];
  });
  if (parts.length === 0)
    parts.push('Released together with the other packages; nothing of its own changed.');
  return `## ${version}\n\n${parts.join('\n\n')}\n`;
}

/** Puts a section on top of a package's CHANGELOG.md. */
export function addToChangelog(file, name, section) {
  const title = `# ${name}\n\n`;
  const before = existsSync(file) ? readFileSync(file, 'utf8').replace(/^# .*\n+/, '') : '';
  writeFileSync(file, `${title}${section}${before ? `\n${before}` : ''}`);
}
