import { createServer } from 'node:net';

/** A port that nothing listens on. */
export function anyPort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves when a port can be listened on, and rejects as the listening would; 0, any port, always can. */
export function freePort(port) {
  return new Promise((/** @type {(free?: unknown) => void} */ resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
