import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const lines = fileURLToPath(new URL('render-lines.mjs', import.meta.url));
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

/** Answers `POST /__ssr/draw` with the markup of its body as a server draws it, by one process that stays. */
export function serverDrawing() {
  const waiting = [];
  let server;
  const start = () => {
    const child = spawn(process.execPath, [lines], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
    return child;
  };
  return {
    name: 'server-drawing',
    async serve({ path, req }) {
      if (path !== '/__ssr/draw') return undefined;
      const markup = await text(req);
      const { drawn, fault } = await new Promise((done) => {
        waiting.push(done);
        (server ??= start()).stdin.write(`${JSON.stringify(markup)}\n`);
      });
      if (fault) console.error(fault, markup);
      return { body: drawn ?? fault, type: 'txt' };
    },
    serverStop: () => void server?.kill(),
  };
}
