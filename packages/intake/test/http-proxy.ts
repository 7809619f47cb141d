import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A plain reverse proxy with kept connections: each request to the next upstream, and to another where one is not there. */
export async function httpProxy(upstreams: () => readonly string[]) {
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((inward, answer) => {
    const parts: Buffer[] = [];
    inward.on('data', (part: Buffer) => parts.push(part));
    inward.on('end', () => {
      const body = Buffer.concat(parts);
      const from = String(inward.headers['x-client'] ?? inward.socket.remoteAddress);
      const attempt = (left: number): void => {
        const all = upstreams();
        const to = all[(turn += 1) % all.length];
        const again = (): void => {
          if (left > 1) attempt(left - 1);
          else if (!answer.headersSent) answer.writeHead(502).end();
        };
        const outward = request(
          `${to}${inward.url}`,
          { method: inward.method, agent, headers: { ...inward.headers, 'x-forwarded-for': from } },
          (response) => {
            if (response.statusCode === 503 && left > 1) {
              response.resume();
              return again();
            }
            answer.writeHead(response.statusCode ?? 502, response.headers);
            // An upstream that dies in the middle of its answer has not answered.
            response.once('error', () => answer.destroy());
            response.pipe(answer);
          },
        );
        outward.once('error', again);
        outward.end(body);
      };
      attempt(4);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
