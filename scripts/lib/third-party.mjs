import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Root of the package that a bundled module comes from; null for our own code and the bundler's. */
function packageRoot(id) {
  const file = id.replace(/^\0/, '').split('?')[0];
  if (!/\/node_modules\//.test(file)) return null;
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) || !readPackage(folder).name) folder = dirname(folder);
  return folder;
}

const readPackage = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function licenceText(folder) {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.|$)/i.test(file));
  if (name) return readFileSync(join(folder, name), 'utf8').trim();
  throw new Error(`${folder} is bundled and has no licence file: its terms cannot travel with the copies.`);
}

/**
 * Keeps the licences of what is bundled beside the copies: a `THIRD-PARTY.txt` with each text in full, and in each
 * file that holds other people's code a line that names them. Minifiers cut the comments that held them.
 */
export function thirdParty() {
  return {
    name: 'third-party-notices',
    enforce: 'post',
    generateBundle(_, bundle) {
      const all = new Map();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const held = new Map();
        for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
          const folder = renderedLength === 0 ? null : packageRoot(id);
          if (folder) held.set(readPackage(folder).name, folder);
        }
        if (held.size === 0) continue;
        for (const [name, folder] of held) all.set(name, folder);
        const names = [...held].map(([name, folder]) => `${name} (${readPackage(folder).license})`).sort();
        const holders = [...held.values()].some((folder) => /Google LLC/.test(licenceText(folder)));
        chunk.code = `/*! @license ${holders ? 'Copyright Google LLC; ' : ''}${names.join(', ')}: THIRD-PARTY.txt */\n${chunk.code}`;
      }
      const notices = [...all]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, folder]) => {
          const { version, license } = readPackage(folder);
          return `${name} ${version}\nLicence: ${license}\n\n${licenceText(folder)}\n`;
        });
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY.txt',
        source: `These files contain code of others, under the terms below.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`,
      });
    },
  };
}
