import { createServer } from 'node:net';

/** Resolves when a port can be listened on, and rejects as the listening would; 0, any port, always can. */
export function freePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
