import 'axe-core';
import type axeCore from 'axe-core';
import { drawnByServer, hydrating } from './hydrated.js';
import type { Example } from '../../packages/components/src/foundation/example.js';

// The package is a classic script: it leaves its interface on the window.
const { axe } = globalThis as unknown as { axe: typeof axeCore };

type Widget = HTMLElement & { readonly updateComplete: Promise<unknown> };

/** Puts an example into the page and waits until its widgets have drawn what they will draw by themselves. */
export async function mount(example: Pick<Example, 'html' | 'setup'>): Promise<HTMLElement> {
  const root = document.createElement('main');
  const fromServer = hydrating ? await drawnByServer(example.html) : undefined;
  if (fromServer) root.append(...fromServer);
  else root.innerHTML = example.html;
  document.body.append(root);
  mounted.push(root);
  example.setup?.(root);
  await settled(root);
  return root;
}

if (hydrating)
  beforeEach(function (this: Mocha.Context) {
    const { leftOut } = globalThis as unknown as { readonly leftOut: string };
    if (new RegExp(leftOut).test(this.currentTest?.fullTitle() ?? '')) this.skip();
  });

const mounted: HTMLElement[] = [];

/** Takes everything out of the page that `mount` put there. */
export function unmountAll(): void {
  for (const root of mounted.splice(0)) root.remove();
}

/** Waits until no widget under `root` is loading. */
export async function settled(root: ParentNode): Promise<void> {
  const widgets = [...root.querySelectorAll('*')].filter(
    (element): element is Widget => 'updateComplete' in element,
  );
  await until(async () => {
    await Promise.all(widgets.map((widget) => widget.updateComplete));
    return widgets.every((widget) => !(widget.shadowRoot ?? widget).querySelector('.loading'));
  });
}

/** When this page wrote into the browser's history. */
const entries: number[] = [];
for (const name of ['pushState', 'replaceState'] as const) {
  const own = history[name].bind(history);
  history[name] = (...entry) => {
    entries.push(Date.now());
    own(...entry);
  };
}

/**
 * Forgets the steps that widgets put into the browser's history. WebKit allows a page a hundred entries in ten seconds
 * and refuses more: a person never gets there, a row of tests does, and waits.
 */
export async function forgetSteps(): Promise<void> {
  const hasLimit = !/Chrome|Firefox/.test(navigator.userAgent);
  const recent = (): number => entries.filter((time) => time > Date.now() - 10_000).length;
  if (hasLimit) await until(() => recent() < 60);
  if (history.state !== null || location.hash !== '')
    history.replaceState(null, '', location.pathname + location.search);
}

/**
 * Polls a condition; fails with its text when it never comes true. How fast it does is no matter of a test's. What it
 * looks into may not be drawn yet: an error means "not yet", and is named in the failure if it was the last.
 */
export async function until(condition: () => unknown, milliseconds = 40_000): Promise<void> {
  const end = Date.now() + milliseconds;
  let cause: unknown;
  const late = (): Error =>
    new Error(`Not true within ${milliseconds} ms: ${String(condition)}${cause ? `. ${String(cause)}` : ''}`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A condition that waits for what never comes is late too.
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  const holds = async (): Promise<unknown> => {
    try {
      const result = await condition();
      cause = undefined;
      return result;
    } catch (error) {
      cause = error;
      return false;
    }
  };
  try {
    // What does not come at once is asked for less and less often: to ask is work for the page, which is what is waited for.
    for (let pause = 5; !(await Promise.race([holds(), limit])); pause = Math.min(100, 1.3 * pause)) {
      if (Date.now() > end) throw late();
      await new Promise((next) => setTimeout(next, pause));
    }
  } finally {
    clearTimeout(timer);
    limit.catch(() => undefined);
  }
}

/** The first element in a widget's own root that fits; throws when there is none. */
export function part<T extends Element = HTMLElement>(
  widget: Element | null | undefined,
  selector: string,
): T {
  const found = (widget?.shadowRoot ?? widget)?.querySelector<T>(selector);
  if (!found) throw new Error(`${widget?.localName ?? 'No widget'} has no ${selector}`);
  return found;
}

/** Text as a reader meets it: white space folded. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const isFirstEngine = navigator.userAgent.includes('Chrome');

/**
 * Fails with every violation of WCAG 2.2 AA and axe's best practices, each with its element. axe reads names, roles and
 * structure out of the same tree in every engine: what it takes from the layout alone is asked of each.
 */
export async function expectAccessible(root: Element): Promise<void> {
  const { violations } = await axe.run(root, {
    runOnly: isFirstEngine
      ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      : { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] },
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    resultTypes: ['violations'],
  });
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
  throw new Error(`axe found ${lines.length}:\n${lines.join('\n')}`);
}
