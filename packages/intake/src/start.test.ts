import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { application, hub, logbook, newFolder } from '../test/intake.js';
import { startIntake } from './start.js';

describe('startIntake', () => {
  it('answers what it has begun before it stops, and takes nothing more', async () => {
    const place = newFolder();
    const { entries, log } = logbook();
    const service = await startIntake({ hubs: [hub], store: place.location, port: 0, log });
    const body = JSON.stringify(application);
    const socket = connect(service.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.write(
      `POST /applications HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body.slice(0, 20)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = service.close();
    await expect(fetch(`${service.url}/health`)).rejects.toThrow();
    socket.write(body.slice(20));
    await once(socket, 'close');
    await closing;
    expect(answer).toMatch(/^HTTP\/1\.1 201 /);
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
