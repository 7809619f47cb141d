/** Debian's WebKitGTK, driven by WebDriver: the browser starts with the first `start`, under Xvfb where there is no display. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyPort } from './free-port.mjs';

const DRIVER = 'WebKitWebDriver';
const STARTS_WITHIN = 10_000;
const RESIZES_WITHIN = 2_000;

/**
 * Asks until the answer is yes; an error is a no.
 * @param {() => Promise<unknown>} asked
 * @param {number} milliseconds
 */
async function until(asked, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!(await asked().catch(() => false))) {
    if (Date.now() > end) throw new Error(`WebKit was not ready within ${milliseconds} ms.`);
    await sleep(50);
  }
}

/** @param {string} binary  path of WebKit's small browser */
export function webkitDriver(binary) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  process.once('exit', () => {
    for (const each of started) each.kill('SIGKILL');
  });
  let session = '';

  /** One WebDriver command; throws what the driver says is wrong. */
  async function command(method, path, body) {
    const response = await fetch(session + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  const run = (script) => command('POST', '/execute/sync', { script, args: [] });

  /** The display to draw on, as X names it. Xvfb chooses a free one and says which. */
  async function ownDisplay() {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    started.push(server);
    return new Promise((found, failed) => {
      server.once('error', failed);
      server.stdio[3]?.once('data', (number) => found(`:${String(number).trim()}`));
    });
  }

  async function start() {
    // Buffers shared with a graphics card that there is not cost a third of the processor time.
    /** @type {Record<string, string | undefined>} */
    const env = { WEBKIT_DISABLE_DMABUF_RENDERER: '1', ...process.env };
    if (!env.DISPLAY && !env.WAYLAND_DISPLAY) env.DISPLAY = await ownDisplay();
    const port = await anyPort();
    session = `http://127.0.0.1:${port}`;
    started.push(spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' }));
    await until(async () => (await command('GET', '/status')).ready, STARTS_WITHIN);
    const { sessionId } = await command('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        },
      },
    });
    session += `/session/${sessionId}`;
  }

  /** Makes the page as large as asked: the window has a toolbar, so it grows by what the page lacks. */
  async function resizePage({ width, height }) {
    const pageSize = () => run('return [innerWidth, innerHeight]');
    const window = await command('GET', '/window/rect');
    const [pageWidth, pageHeight] = await pageSize();
    await command('POST', '/window/rect', {
      width: window.width + width - pageWidth,
      height: window.height + height - pageHeight,
    });
    // A window manager may give less than was asked for: the test then says what it misses.
    await until(async () => {
      const [w, h] = await pageSize();
      return w === width && h === height;
    }, RESIZES_WITHIN).catch(() => undefined);
  }

  async function stop() {
    await command('DELETE', '').catch(() => undefined);
    for (const each of started.reverse()) each.kill();
  }

  return { command, run, start, resizePage, stop };
}
