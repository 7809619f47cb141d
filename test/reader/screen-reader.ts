/** A real screen reader: Orca with Firefox on a display of its own, driven by keys; what it says is read from its log. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Debian's packages: orca, firefox-esr, xvfb, at-spi2-core, dbus, xdotool. */
const PROGRAMS = {
  bus: '/usr/bin/dbus-daemon',
  accessibility: '/usr/libexec/at-spi-bus-launcher',
  reader: '/usr/bin/orca',
  browser: '/usr/bin/firefox-esr',
  keys: '/usr/bin/xdotool',
  display: '/usr/bin/Xvfb',
} as const;

const PREFERENCES = {
  'accessibility.force_disabled': -1,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.urlbar.autoFill': false,
  'browser.urlbar.suggest.history': false,
  'browser.urlbar.suggest.openpage': false,
  'browser.urlbar.suggest.topsites': false,
  'browser.urlbar.suggest.engines': false,
  'browser.search.suggest.enabled': false,
  'browser.translations.enable': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
};

/** Which of the programs are not installed. */
export const missing: readonly string[] = Object.values(PROGRAMS).filter((path) => !existsSync(path));

export interface ScreenReader {
  /** Goes to a page by the bar of addresses, as a person does, and waits until the reader has read it. Forgets what was said before. */
  open(address: string): Promise<void>;
  /** Presses keys by their X names (`Tab`, `Return`), or types a text given as `{ type }`. @returns what is said until it is quiet */
  press(...keys: readonly (string | { readonly type: string })[]): Promise<string[]>;
  /** Listens on. @returns all that has been said since the last press, once it is quiet again */
  listen(): Promise<string[]>;
  /** Everything that was pressed and said on the page that is open, to be read. */
  transcript(): string;
  close(): Promise<void>;
}

/** Starts a display, the reader and the browser: half a minute, so they go from page to page. */
export async function startReader(): Promise<ScreenReader> {
  const folder = await mkdtemp(join(tmpdir(), 'screen-reader-'));
  const children: ChildProcess[] = [];
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: folder,
    XDG_RUNTIME_DIR: join(folder, 'run'),
    GNOME_ACCESSIBILITY: '1',
    NO_AT_BRIDGE: '0',
    MOZ_ACCELERATED: '0',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  delete env['WAYLAND_DISPLAY'];
  await mkdir(join(folder, 'run'), { mode: 0o700 });
  const log = join(folder, 'reader.log');

  const start = (program: keyof typeof PROGRAMS, args: readonly string[], read?: number): ChildProcess => {
    const child = spawn(PROGRAMS[program], args, {
      env,
      cwd: folder,
      stdio: ['ignore', read === 1 ? 'pipe' : 'ignore', 'ignore', read === 3 ? 'pipe' : 'ignore'],
    });
    children.push(child);
    return child;
  };
  const firstLine = (child: ChildProcess, from: 1 | 3): Promise<string> =>
    new Promise((resolve, reject) => {
      child.once('error', reject);
      child.stdio[from]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    });

  env['DISPLAY'] =
    `:${await firstLine(start('display', ['-displayfd', '3', '-screen', '0', '1280x1000x24'], 3), 3)}`;
  env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(
    start('bus', ['--session', '--nofork', '--print-address=1'], 1),
    1,
  );
  start('accessibility', ['--launch-immediately']);
  await sleep(1000);
  start('reader', ['--replace', `--debug-file=${log}`]);

  const pageOne = join(folder, 'first.html');
  await writeFile(pageOne, '<!doctype html><html lang="en-GB"><title>First page</title><h1>First page</h1>');
  const heard = async (): Promise<string> => readFile(log, 'utf8').catch(() => '');
  const until = async (what: string, condition: () => Promise<boolean>, seconds: number): Promise<void> => {
    const end = Date.now() + seconds * 1000;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
      await sleep(200);
    }
  };
  const pagesRead = async (): Promise<number> => (await heard()).split('Finished loading').length - 1;
  /** Until nothing more is written for that long. */
  const silence = async (milliseconds: number): Promise<void> => {
    for (let before = -1, now = 0; before !== now; before = now, now = (await heard()).length)
      await sleep(milliseconds);
  };
  const close = async (): Promise<void> => {
    for (const child of children.reverse()) child.kill('SIGKILL');
    await sleep(200);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    await until('The reader starts', async () => (await heard()).length > 2000, 180);
    const profile = join(folder, 'profile');
    await mkdir(profile);
    await writeFile(
      join(profile, 'user.js'),
      Object.entries(PREFERENCES)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    );
    start('browser', ['--no-remote', '--profile', profile, '--new-window', pageOne]);
    await until('The browser’s first page is read', async () => (await pagesRead()) > 0, 180);
  } catch (error) {
    await close();
    throw error;
  }

  const keys = (...args: string[]): Promise<unknown> => promisify(execFile)(PROGRAMS.keys, args, { env });
  interface Press {
    /** Where the log was when the keys were pressed. */
    readonly from: number;
    readonly keys: readonly (string | { readonly type: string })[];
    said: readonly string[];
  }
  let presses: Press[] = [];
  const speech = (text: string): string[] =>
    [...text.matchAll(/SPEECH OUTPUT: '(.*)'(?:\{.*)?$/gm)]
      .map(([, said = '']) => said.trim())
      .filter(Boolean);
  /** Until something beside the names of the keys has been said, and then nothing new for a while. */
  const quiet = async (from: number, names: readonly string[] = []): Promise<string[]> => {
    let said: string[] = [];
    let last = Date.now();
    const start = Date.now();
    const isAnswered = (): boolean => said.some((each) => !names.includes(each.toLowerCase()));
    while (Date.now() - last < 2000 || (!isAnswered() && Date.now() - start < 15_000)) {
      if (Date.now() - start > 30_000) break;
      // The reader's log is written by the block: a key that says nothing pushes out what is in it.
      await keys('key', 'Shift_L');
      await sleep(150);
      const now = speech((await heard()).slice(from));
      if (now.length !== said.length) last = Date.now();
      said = now;
    }
    return said.filter((each) => !names.includes(each.toLowerCase()));
  };

  const listen = async (): Promise<string[]> => {
    const press = presses.at(-1);
    if (press === undefined) return [];
    const echoes = press.keys.flatMap((key) => (typeof key === 'string' ? [key.toLowerCase()] : []));
    const said = await quiet(press.from, echoes);
    press.said = said;
    return said;
  };

  const { stdout } = await promisify(execFile)(
    PROGRAMS.keys,
    ['search', '--sync', '--onlyvisible', '--class', 'firefox'],
    { env },
  );
  await keys('windowfocus', stdout.trim().split('\n').at(-1) ?? '');
  // The browser's own window is read too; what is pressed meanwhile is lost.
  await silence(3000);

  return {
    async open(address) {
      const before = await pagesRead();
      await keys('key', '--clearmodifiers', 'ctrl+l');
      await sleep(600);
      await keys('type', '--delay', '15', address);
      await keys('key', 'Return');
      await until(`${address} is read`, async () => (await pagesRead()) > before, 180);
      await silence(1500);
      presses = [];
    },
    async press(...pressed) {
      presses.push({ from: (await heard()).length, keys: pressed, said: [] });
      for (const key of pressed) {
        if (typeof key === 'string') await keys('key', '--clearmodifiers', key);
        else await keys('type', '--delay', '40', key.type);
        await sleep(400);
      }
      return listen();
    },
    listen,
    transcript: () =>
      presses
        .flatMap(({ keys: pressed, said }) => [
          `> ${pressed.map((key) => (typeof key === 'string' ? key : `“${key.type}”`)).join(', ')}`,
          ...said.map((each) => `  ${each}`),
        ])
        .join('\n') + '\n',
    close,
  };
}
