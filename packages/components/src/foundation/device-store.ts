/**
 * The one way to what a browser keeps on this device. A browser may forbid it, in a private window or by its settings,
 * or be full: then nothing is kept, and the caller can say so.
 */
export const deviceStore = {
  /** @returns the text under `key`; null where nothing is kept */
  read(key: string): string | null {
    return guarded(() => localStorage.getItem(key), null);
  },
  /** @returns whether the device keeps it */
  keep(key: string, text: string): boolean {
    return guarded(() => {
      localStorage.setItem(key, text);
      return true;
    }, false);
  },
  drop(key: string): void {
    guarded(() => localStorage.removeItem(key), undefined);
  },
};

function guarded<T>(touch: () => T, otherwise: T): T {
  try {
    return touch();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}
