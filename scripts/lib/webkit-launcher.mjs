// A WTR browser launcher for Debian's WebKitGTK: WebKitWebDriver + MiniBrowser --automation, under Xvfb when there is no DISPLAY.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyPort } from './free-port.mjs';
const MINI = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const until = async (f, ms) => {
  const end = Date.now() + ms;
  for (;;) {
    const v = await f().catch(() => false);
    if (v) return v;
    if (Date.now() > end) throw new Error('timed out');
    await sleep(50);
  }
};
export function webkitLauncher({ driver = 'WebKitWebDriver', binary = MINI } = {}) {
  const kids = [];
  process.once('exit', () => {
    for (const k of kids) k.kill('SIGKILL');
  });
  let base, starting;
  const active = new Map();
  const idle = [];
  const wd = async (method, path, body) => {
    const r = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    const { value } = await r.json();
    if (!r.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const start = async () => {
    // Buffers shared with a graphics card that there is not cost a third of the processor time.
    /** @type {Record<string, string | undefined>} */
    const env = { WEBKIT_DISABLE_DMABUF_RENDERER: '1', ...process.env };
    if (!env.DISPLAY && !env.WAYLAND_DISPLAY) {
      // -displayfd lets Xvfb choose a free display and tell us
      const x = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      kids.push(x);
      env.DISPLAY =
        ':' +
        (await new Promise((ok, no) => {
          x.once('error', no);
          x.stdio[3]?.once('data', (d) => ok(String(d).trim()));
        }));
    }
    const port = await anyPort();
    base = `http://127.0.0.1:${port}`;
    const d = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
    kids.push(d);
    await until(async () => (await wd('GET', '/status')).ready, 10000);
    const { sessionId } = await wd('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        },
      },
    });
    base += `/session/${sessionId}`;
  };
  let queue = Promise.resolve();
  const lock = (f) => (queue = queue.then(f, f));
  const inWindow = (id, f) =>
    lock(async () => {
      await wd('POST', '/window', { handle: active.get(id) });
      return f();
    });
  const keysOf = {
    Enter: '\uE007',
    Tab: '\uE004',
    Escape: '\uE00C',
    ArrowLeft: '\uE012',
    ArrowUp: '\uE013',
    ArrowRight: '\uE014',
    ArrowDown: '\uE015',
    Shift: '\uE008',
    Control: '\uE009',
    Space: ' ',
    Backspace: '\uE003',
    Home: '\uE011',
    End: '\uE010',
  };
  const down = (k) => ({ type: 'keyDown', value: keysOf[k] ?? k }),
    up = (k) => ({ type: 'keyUp', value: keysOf[k] ?? k });
  const buttons = { left: 0, middle: 1, right: 2 };
  const keys = (id, actions) =>
    inWindow(id, () => wd('POST', '/actions', { actions: [{ type: 'key', id: 'k', actions }] }));
  const mouse = (id, actions) =>
    inWindow(id, () =>
      wd('POST', '/actions', {
        actions: [{ type: 'pointer', id: 'm', parameters: { pointerType: 'mouse' }, actions }],
      }),
    );
  const viewport = (id, { width, height }) =>
    inWindow(id, async () => {
      // MiniBrowser has a toolbar: grow the window until the inner size is what was asked for
      const inner = () =>
        wd('POST', '/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] });
      const now = await wd('GET', '/window/rect');
      const [iw, ih] = await inner();
      await wd('POST', '/window/rect', { width: now.width + width - iw, height: now.height + height - ih });
      await until(async () => {
        const [w, h] = await inner();
        return w === width && h === height;
      }, 2000).catch(() => {});
    });
  return {
    name: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      await (starting ??= start());
      await lock(async () => {
        const handle =
          idle.pop() ??
          (active.size === 0
            ? await wd('GET', '/window')
            : (await wd('POST', '/window/new', { type: 'tab' })).handle);
        active.set(id, handle);
        await wd('POST', '/window', { handle });
        await wd('POST', '/window/rect', { width: 800, height: 600 });
        // not WebDriver's navigate: that waits for load, and the test may end first
        await wd('POST', '/execute/sync', { script: `location.href = ${JSON.stringify(url)}`, args: [] });
      });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => inWindow(id, () => wd('GET', '/url')),
    async stopSession(id) {
      const testCoverage = await inWindow(id, async () => {
        const c = await wd('POST', '/execute/sync', {
          script: 'return window.__coverage__ ?? null',
          args: [],
        }).catch(() => null);
        await wd('POST', '/url', { url: 'about:blank' });
        return c ?? undefined;
      });
      idle.push(active.get(id));
      active.delete(id);
      return { testCoverage };
    },
    async stop() {
      if (starting) await wd('DELETE', '').catch(() => {});
      for (const k of kids.reverse()) k.kill();
    },
    async startDebugSession() {
      throw new Error('not supported');
    },
    // WTR's command plugins know only 'puppeteer' | 'playwright' | 'webdriver'; look like Puppeteer to them
    getPage: (id) => ({
      setViewport: (v) => viewport(id, v),
      keyboard: {
        type: (t) =>
          keys(
            id,
            [...t].flatMap((k) => [down(k), up(k)]),
          ),
        press: (k) => keys(id, [down(k), up(k)]),
        down: (k) => keys(id, [down(k)]),
        up: (k) => keys(id, [up(k)]),
      },
      mouse: {
        move: (x, y) => mouse(id, [{ type: 'pointerMove', duration: 0, x, y }]),
        click: (x, y, { button = 'left' } = {}) =>
          mouse(id, [
            { type: 'pointerMove', duration: 0, x, y },
            { type: 'pointerDown', button: buttons[button] },
            { type: 'pointerUp', button: buttons[button] },
          ]),
        down: ({ button = 'left' } = {}) => mouse(id, [{ type: 'pointerDown', button: buttons[button] }]),
        up: ({ button = 'left' } = {}) => mouse(id, [{ type: 'pointerUp', button: buttons[button] }]),
      },
      emulateMediaFeatures: async () => {
        throw new Error('WebKitGTK cannot emulate media features');
      },
    }),
  };
}
