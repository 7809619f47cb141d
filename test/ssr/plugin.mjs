import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('render.mjs', import.meta.url));

/**
 * Serves `/__ssr/<tag>`: a page with that widget drawn by a server. A process of its own draws them all, once,
 * so that the server's stand-ins for the DOM stay out of the test runner.
 */
export function serverPages() {
  let pages;
  const draw = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout);
  };
  return {
    name: 'server-pages',
    async serve({ path }) {
      if (!path.startsWith('/__ssr/')) return undefined;
      const body = (await (pages ??= draw()))[path.slice('/__ssr/'.length)];
      return body === undefined ? undefined : { body, type: 'html' };
    },
  };
}
