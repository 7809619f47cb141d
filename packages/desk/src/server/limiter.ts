/** At most so many of a kind in a stretch of time; what is over is refused, and counts no longer than that. */
export interface Limiter {
  take(key: string, at: number): boolean;
}

/** More keys than this are not remembered: the oldest goes. */
const KEYS = 10_000;

export function limiter(most: number, stretch: number): Limiter {
  const taken = new Map<string, number[]>();
  return {
    take(key, at) {
      const recent = (taken.get(key) ?? []).filter((each) => each > at - stretch);
      taken.delete(key);
      const allowed = recent.length < most;
      taken.set(key, allowed ? [...recent, at] : recent);
      if (taken.size > KEYS) taken.delete(taken.keys().next().value ?? key);
      return allowed;
    },
  };
}
