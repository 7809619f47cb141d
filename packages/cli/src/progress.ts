const WIDTH = 24;
const PAUSE = 100;

/** Tells a person at a terminal how far a long piece of work has come. */
export interface Progress {
  /** @param share  0 to 1; null when the whole is not known */
  update(share: number | null, text: string): void;
  /** Clears the line. */
  done(): void;
}

/** A bar on stderr when that is a terminal; nothing otherwise, so that logs and pipes stay clean. */
export function progress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { update: () => {}, done: () => {} };
  let shown = 0;
  return {
    update(share, text) {
      const now = Date.now();
      if (now - shown < PAUSE) return;
      shown = now;
      const filled = Math.round((share ?? 0) * WIDTH);
      const bar =
        share === null
          ? ''
          : `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.floor(share * 100)} % `;
      stream.write(`\r\u001B[2K${bar}${text}`);
    },
    done() {
      stream.write('\r\u001B[2K');
    },
  };
}

/**
 * How long is left, in words, from how much is done and how long that took; empty while unknown.
 * @param share  0 to 1
 * @param elapsed  milliseconds
 */
export function timeLeft(share: number, elapsed: number): string {
  if (share <= 0.02 || share >= 1 || elapsed < 1000) return '';
  const seconds = Math.ceil((elapsed / share - elapsed) / 1000);
  if (seconds < 60) return `, about ${seconds} s left`;
  return `, about ${Math.ceil(seconds / 60)} min left`;
}
