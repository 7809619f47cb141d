/** What a person does to take the page into their own hands. */
const OWN = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

let started = false;
let release = (): void => undefined;

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

function hold(): void {
  release();
  const target = document.getElementById(decoded(location.hash.slice(1)));
  if (!target) return;
  const watcher = new ResizeObserver(() => target.scrollIntoView({ behavior: 'instant' }));
  const own = new AbortController();
  release = () => {
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
