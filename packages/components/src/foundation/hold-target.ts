/** What a person does to take the page into their own hands. */
const OWN = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

let started = false;
const nothing = (): void => undefined;
let release = nothing;
let reach = nothing;

/**
 * Keeps what an address with a `#` leads to where it was reached, while widgets above it grow: until the person scrolls, presses or types.
 * A page that the browser restores is left as it was restored.
 */
export function holdTarget(): void {
  if (started) return;
  started = true;
  addEventListener('hashchange', hold);
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'navigate') hold();
}

/**
 * To be called after a change of a widget's height, before the browser draws: a browser that finds the target elsewhere in its own turn
 * puts down a jump of the page that nobody saw.
 */
export function keepTarget(): void {
  reach();
}

function hold(): void {
  release();
  const target = document.getElementById(decoded(location.hash.slice(1)));
  if (!target) return;
  reach = () => target.scrollIntoView({ behavior: 'instant' });
  // What grows by itself, such as a picture or a font that comes late.
  const watcher = new ResizeObserver(reach);
  const own = new AbortController();
  release = () => {
    reach = nothing;
    watcher.disconnect();
    own.abort();
  };
  watcher.observe(document.body);
  for (const sign of OWN)
    addEventListener(sign, release, { passive: true, capture: true, signal: own.signal });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
