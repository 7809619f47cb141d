import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { application, hub, logbook, newFolder } from '../test/intake.js';
import { startIntake } from './start.js';
import { VERSION } from './version.js';

/** One request over a connection of its own, or over one that is there. */
function exchange(socket: Socket, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const hear = (chunk: Buffer): void => {
      answer += String(chunk);
      if (/\r\n\r\n[^]/.test(answer) || answer.includes('content-length: 0')) {
        socket.off('data', hear);
        resolve(answer);
      }
    };
    socket.on('data', hear);
    socket.once('error', reject);
    socket.write(head);
  });
}

describe('startIntake', () => {
  it('answers a load balancer’s plain trial, and nothing else without a host or with two', async () => {
    const place = newFolder();
    const service = await startIntake({ hubs: [hub], store: place.location, port: 0, log: () => undefined });
    const plain = await exchange(connect(service.port, '127.0.0.1'), 'GET /health HTTP/1.0\r\n\r\n');
    expect(plain).toMatch(/^HTTP\/1\.1 200 /);
    const hostless = await exchange(connect(service.port, '127.0.0.1'), 'GET /health HTTP/1.1\r\n\r\n');
    expect(hostless).toMatch(/^HTTP\/1\.1 400 /);
    const two = 'GET /health HTTP/1.1\r\nHost: intake.example\r\nHost: other.example\r\n\r\n';
    expect(await exchange(connect(service.port, '127.0.0.1'), two)).toMatch(
      /^HTTP\/1\.1 400 [^]*"code":"host"/,
    );
    await service.close();
    place.remove();
  });

  it('refuses what begins on a kept connection once it stops, says that it closes it, and is over within 5 s', async () => {
    const place = newFolder();
    const { entries, log } = logbook();
    const service = await startIntake({ hubs: [hub], store: place.location, port: 0, log });
    const sockets = Array.from({ length: 10 }, () => connect(service.port, '127.0.0.1'));
    for (const socket of sockets) await exchange(socket, 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n');
    const slow = connect(service.port, '127.0.0.1');
    const begun = exchange(
      slow,
      'POST /applications HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{',
    );
    // Half a request each: the connection is not idle, so it is not closed at once.
    for (const socket of sockets) socket.write('POST /applications HTTP/1.1\r\nhost: x\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = performance.now();
    const closing = service.close();
    const answers = await Promise.all(
      sockets.map((socket) =>
        exchange(socket, 'content-type: application/json\r\ncontent-length: 2\r\n\r\n{}'),
      ),
    );
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 503 /);
      expect(answer).toMatch(/connection: close/i);
      expect(answer).toMatch(/retry-after: \d/i);
    }
    expect(await begun).toMatch(/^HTTP\/1\.1 503 [^]*connection: close/i);
    await closing;
    console.warn(
      `Stopped after ${((performance.now() - started) / 1000).toFixed(1)} s with 11 kept connections`,
    );
    expect(entries.map(({ event }) => event)).toContain('started');
    expect(entries.at(-1)).toMatchObject({ event: 'stopped', version: VERSION });
    place.remove();
  });

  it('answers what it has begun before it stops, and takes nothing more', async () => {
    const place = newFolder();
    const { entries, log } = logbook();
    const service = await startIntake({ hubs: [hub], store: place.location, port: 0, log });
    const body = JSON.stringify(application);
    const socket = connect(service.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.write(
      `POST /applications HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\nexpect: 100-continue\r\n\r\n${body.slice(0, 20)}`,
    );
    // Now it has begun.
    await expect.poll(() => answer, { timeout: 30_000 }).toContain('100 Continue');
    const closing = service.close();
    await expect(fetch(`${service.url}/health`)).rejects.toThrow();
    socket.write(body.slice(20));
    await once(socket, 'close');
    await closing;
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
    expect(entries).toContainEqual(expect.objectContaining({ event: 'request', status: 201 }));
    place.remove();
  });

  it('frees the folder when its port is taken', async () => {
    const place = newFolder();
    const first = await startIntake({
      hubs: [hub],
      store: newFolder().location,
      port: 0,
      log: () => undefined,
    });
    const config = { hubs: [hub], store: place.location, log: () => undefined };
    await expect(startIntake({ ...config, port: first.port })).rejects.toThrow('EADDRINUSE');
    const second = await startIntake({ ...config, port: 0 });
    await Promise.all([first.close(), second.close()]);
    place.remove();
  });

  it('says what is wrong with its configuration', async () => {
    const place = newFolder();
    const start = (change: object) =>
      startIntake({ hubs: [{ ...hub, ...change }], store: place.location, port: 0 });
    await expect(start({ edition: '1999/00' })).rejects.toMatchObject({ code: 'config' });
    await expect(start({ phases: ['third'] })).rejects.toThrow(/test-hub.*third/s);
    await expect(start({ email: { to: 'a@b.example' } })).rejects.toThrow(/SMTP_URL/);
    await expect(startIntake({ hubs: [hub, hub], store: place.location })).rejects.toThrow(/twice/);
    place.remove();
  });
});
