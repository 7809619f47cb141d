/**
 * Under which licences everything is that we install. What our packages bring with them may be under permissive licences
 * alone, since whoever installs us is bound by them; a tool may also be under one that asks for its own source or for
 * credit, and those that need a look were looked at, by name.
 *
 *   node scripts/licences.mjs
 */
import { init } from 'license-checker-rseidelsohn';
import { execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './lib/run.mjs';

const PERMISSIVE = new Set(['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']);
/** Fine for a tool: none of it is in what we publish. */
const TOOLS = new Set([
  ...PERMISSIVE,
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
]);
/** Tools whose package does not say it in a word that is known. */
const LOOKED_AT = {
  only: 'MIT by its readme',
  spawndamnit: 'MIT by its LICENSE',
  tinymce: 'GPL-2.0-or-later: an editor that our markup is tried in, in a test',
};

const folders = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable', '--workspaces'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
const shipped = new Set(folders.trim().split('\n'));
const installed = await promisify(init)({ start: root, excludePrivatePackages: true });
const faults = [];
let count = 0;
for (const [id, { licenses, path = '' }] of Object.entries(installed)) {
  const name = id.slice(0, id.lastIndexOf('@'));
  if (path.startsWith(`${root}packages/`) || path === root) continue;
  count += 1;
  const inPackage = shipped.has(path);
  if (!inPackage && Object.hasOwn(LOOKED_AT, name)) continue;
  if (!may(String(licenses), inPackage ? PERMISSIVE : TOOLS))
    faults.push(`${id}: ${String(licenses)}${inPackage ? ', and our packages bring it' : ''}`);
}
for (const name of Object.keys(LOOKED_AT))
  if (!Object.keys(installed).some((id) => id.startsWith(`${name}@`)))
    faults.push(`${name} is no longer installed: take it out of LOOKED_AT in scripts/licences.mjs`);
for (const fault of faults) console.log(`✗ ${fault}`);
const brought = [...shipped].filter((path) => path.includes('node_modules')).length;
console.log(`${count} packages, ${brought} of them brought by ours`);
console.log(`${count - faults.length} passed, ${faults.length} failed`);
process.exitCode = faults.length === 0 && brought > 0 ? 0 : 1;

/** Whether an SPDX expression can be met: one of what is offered, all of what is asked. */
function may(expression, allowed) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(bare)) return bare.split(' OR ').some((each) => may(each, allowed));
  return bare.split(' AND ').every((each) => allowed.has(each));
}
