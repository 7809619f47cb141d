import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { useTerminal } from '../test/terminal.js';
import { main } from './main.js';
import { outputFault } from './output.js';

const terminal = useTerminal();
const bin = fileURLToPath(new URL('../bin/maths-hubs.js', import.meta.url));
const run = promisify(execFile);

describe('maths-hubs', () => {
  it('prints the version of its package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    await main(['--version']);
    expect(terminal.out).toBe(`${version}\n`);
    expect(process.exitCode).toBe(0);
  });

  it.each([
    [['school-index', 'build', 'gias.csv', '--output', 'x'], "unknown option '--output'"],
    [['school-index', 'build', 'gias.csv', '--ou=x'], 'Did you mean --out?'],
    [['postcode-index', 'build', 'x.zip', '--outptu', 'y'], 'Did you mean --output?'],
    [['postcode-index', 'biuld'], 'Did you mean build?'],
    [['editoins'], 'Did you mean editions?'],
    [['school-index', 'build', 'gias.csv'], "required option '--out <folder>' not specified"],
  ])('says what is wrong with %j', async (args, message) => {
    await main(args);
    expect(terminal.err).toContain(message);
    expect(process.exitCode).toBe(2);
  });

  it('says a full disk in a sentence, and nothing when its reader has gone', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(outputFault(full)).toBe(
      'Cannot write the answer: the disk is full. Make room, or write it elsewhere.',
    );
    expect(outputFault(Object.assign(new Error('write'), { code: 'EPIPE' }))).toBeNull();
  });

  it.runIf(existsSync('/dev/full'))('ends with that sentence on a disk that is full', async () => {
    const full = run('sh', ['-c', `"$0" "$1" editions > /dev/full`, process.execPath, bin]);
    await expect(full).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the disk is full'),
    });
  });
});

describe('maths-hubs completion', () => {
  it('completes commands, sub-commands and options in bash', async () => {
    await main(['completion', 'bash']);
    const complete = async (line: readonly string[]): Promise<string[]> => {
      const ask = `${terminal.out}\nCOMP_WORDS=(maths-hubs ${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length}; _maths_hubs; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout } = await run('bash', ['-c', ask]);
      return stdout.trim().split('\n');
    };
    expect(await complete(['edi'])).toEqual(['editions', 'edition']);
    expect(await complete(['postcode-index', ''])).toEqual(expect.arrayContaining(['build', 'check']));
    expect(await complete(['edition', '2020/21', '--c'])).toEqual(['--cite']);
  });

  it.each(['zsh', 'fish'])('knows every command in %s', async (shell) => {
    await main(['completion', shell]);
    for (const word of ['editions', 'schools', 'postcode-index']) expect(terminal.out).toContain(word);
  });

  it('refuses a shell that it does not know, naming those that it does', async () => {
    await main(['completion', 'tcsh']);
    expect(terminal.err).toContain('bash, zsh, fish');
    expect(process.exitCode).toBe(2);
  });
});
