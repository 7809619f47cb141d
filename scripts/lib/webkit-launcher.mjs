/** Lets Web Test Runner run in Debian's WebKitGTK, one tab for each page at work, with keyboard, mouse and size of the page. */
import { webkitDriver } from './webkit-driver.mjs';

/** WebDriver's own characters for keys that type nothing. */
const KEYS = {
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
const BUTTONS = { left: 0, middle: 1, right: 2 };

const keyDown = (key) => ({ type: 'keyDown', value: KEYS[key] ?? key });
const keyUp = (key) => ({ type: 'keyUp', value: KEYS[key] ?? key });
const moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
const buttonDown = (button = 'left') => ({ type: 'pointerDown', button: BUTTONS[button] });
const buttonUp = (button = 'left') => ({ type: 'pointerUp', button: BUTTONS[button] });

/** @param {{ binary: string | undefined }} options  path of WebKit's small browser */
export function webkitLauncher({ binary }) {
  if (binary === undefined)
    throw new Error('There is no WebKit here. On Debian: apt-get install webkit2gtk-driver xvfb');
  const driver = webkitDriver(binary);
  /** @type {Promise<void> | undefined} */
  let starting;
  /** The tab of each page at work, and tabs that have done their work. */
  const tabs = new Map();
  const idle = [];

  // A driver has one tab in front at a time: one thing after the other.
  /** @type {Promise<any>} */
  let queue = Promise.resolve();
  const inTurn = (task) => (queue = queue.then(task, task));
  const inTab = (id, task) =>
    inTurn(async () => {
      await driver.command('POST', '/window', { handle: tabs.get(id) });
      return task();
    });
  const act = (id, source) => inTab(id, () => driver.command('POST', '/actions', { actions: [source] }));
  const keys = (id, ...actions) => act(id, { type: 'key', id: 'keyboard', actions });
  const mouse = (id, ...actions) =>
    act(id, { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });

  async function freeTab() {
    if (idle.length > 0) return idle.pop();
    if (tabs.size === 0) return driver.command('GET', '/window');
    const opened = await driver.command('POST', '/window/new', { type: 'tab' });
    return /** @type {{ handle: string }} */ (opened).handle;
  }

  return {
    name: 'WebKitGTK',
    // Its plugins for keyboard and mouse know no launcher of ours: to them this is Puppeteer.
    type: 'puppeteer',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      await (starting ??= driver.start());
      await inTurn(async () => {
        const handle = await freeTab();
        tabs.set(id, handle);
        await driver.command('POST', '/window', { handle });
        await driver.command('POST', '/window/rect', { width: 800, height: 600 });
        // WebDriver's own way to an address waits for the page to load, and the test may end before.
        await driver.run(`location.href = ${JSON.stringify(url)}`);
      });
    },
    isActive: (id) => tabs.has(id),
    getBrowserUrl: (id) => inTab(id, () => driver.command('GET', '/url')),
    async stopSession(id) {
      const testCoverage = await inTab(id, async () => {
        const coverage = await driver.run('return window.__coverage__ ?? null').catch(() => null);
        await driver.command('POST', '/url', { url: 'about:blank' });
        return coverage ?? undefined;
      });
      idle.push(tabs.get(id));
      tabs.delete(id);
      return { testCoverage };
    },
    async stop() {
      if (starting) await driver.stop();
    },
    async startDebugSession() {
      throw new Error('Tests cannot be stepped through in WebKitGTK: choose another browser.');
    },
    getPage: (id) => ({
      setViewport: (size) => inTab(id, () => driver.resizePage(size)),
      keyboard: {
        type: (text) => keys(id, ...[...text].flatMap((key) => [keyDown(key), keyUp(key)])),
        press: (key) => keys(id, keyDown(key), keyUp(key)),
        down: (key) => keys(id, keyDown(key)),
        up: (key) => keys(id, keyUp(key)),
      },
      mouse: {
        move: (x, y) => mouse(id, moveTo(x, y)),
        click: (x, y, { button = 'left' } = {}) =>
          mouse(id, moveTo(x, y), buttonDown(button), buttonUp(button)),
        down: ({ button = 'left' } = {}) => mouse(id, buttonDown(button)),
        up: ({ button = 'left' } = {}) => mouse(id, buttonUp(button)),
      },
      emulateMediaFeatures: async () => {
        throw new Error('WebKitGTK cannot emulate media features.');
      },
    }),
  };
}
