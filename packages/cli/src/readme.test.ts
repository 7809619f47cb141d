import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { useTerminal } from '../test/terminal.js';
import { main } from './main.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const terminal = useTerminal();

/** The commands of a README's shell blocks. Code-Point Open is 20 MB of others' data: its command is tested with its own builder. */
const commands = ['README.md', 'packages/cli/README.md']
  .flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^npx maths-hubs ([^#>\n]+)/gm)].map(
      ([, line = '']) => line.trim(),
    ),
  )
  .filter((line) => !line.includes('codepo_gb.zip'));

describe('a command of a README', () => {
  it('is found', () => expect(commands.length).toBeGreaterThan(8));

  it.each([...new Set(commands)])('maths-hubs %s', async (line) => {
    const args = line.split(/\s+/).map((arg) => {
      if (arg.startsWith('examples/')) return join(root, arg);
      return /\.(csv|bin|ics)$/.test(arg) ? join(terminal.folder, arg) : arg;
    });
    await main(args);
    expect(terminal.err).toBe('');
    expect(terminal.out).toMatch(/\S/);
    expect(process.exitCode).toBe(0);
  });
});
