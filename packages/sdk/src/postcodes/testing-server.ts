import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakePostcodesIo } from './testing.js';
import type { FakeData, FakePostcodesIo } from './testing.js';

/** The fake service on a local port. */
export interface FakePostcodesIoServer {
  /** For `baseUrl`. */
  readonly url: string;
  readonly service: FakePostcodesIo;
  close(): Promise<void>;
}

/** Serves a {@link fakePostcodesIo} over HTTP on a free port of this machine. */
export async function servePostcodesIo(data: FakeData = {}): Promise<FakePostcodesIoServer> {
  const service = fakePostcodesIo(data);
  const server = createServer((request, response) => {
    const reply = service.reply(request.url ?? '/');
    if (reply === 'offline') request.socket.destroy();
    else if (reply !== 'silent') response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    service,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
