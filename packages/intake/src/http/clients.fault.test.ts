import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, application, hub, newFolder } from '../../test/intake.js';
import { startIntake } from '../start.js';
import type { RunningIntake } from '../start.js';

const BODIES = 10_000;
const SLOW = 200;
/** The same bodies each time: what others find, they find when they are looked for, not by chance. */
const SEED = 20_261_126;

describe('a service with difficult clients', () => {
  const place = newFolder();
  let service: RunningIntake;
  let faults = 0;
  beforeAll(async () => {
    service = await startIntake({
      hubs: [hub],
      store: place.location,
      port: 0,
      log: ({ event }) => {
        if (event === 'fault' || event === 'store-unavailable') faults += 1;
      },
      limits: { burst: 1e6, bodySeconds: 10 },
    });
  });
  afterAll(async () => {
    await service.close();
    place.remove();
  });

  const send = (body: BodyInit, type = 'application/json') =>
    fetch(`${service.url}/applications`, {
      method: 'POST',
      headers: { 'content-type': type, origin: 'https://hub.example' },
      body,
    });

  it(`answers ${BODIES} malformed bodies with 4xx and stores none of them`, async () => {
    const whole = JSON.stringify(application);
    const broken = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(whole.length - 1).map((end) => whole.slice(0, end)),
      fc
        .tuple(fc.nat(whole.length - 1), fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }))
        .map(([at, text]) => `${whole.slice(0, at)}\u0000${text}${whole.slice(at)}`),
      fc.json(),
      fc.json().map((json) => `{"hub":"test-hub","answers":${json}}`),
      fc.anything().map((value) => JSON.stringify({ ...application, agreement: { value } })),
      fc.nat(400).map((depth) => '['.repeat(depth * 50)),
      fc.constant(`{"__proto__":{"hub":"test-hub"},"hub":"test-hub","answers":{"__proto__":{"name":"x"}}}`),
      // Longer than an address and a name: in a shorter text there is an address now and then.
      fc.string({ minLength: 400, maxLength: 600 }).map((name) => JSON.stringify(answering({ email: name }))),
    );
    const statuses = new Map<number, number>();
    const bodies = fc.sample(broken, { numRuns: BODIES, seed: SEED }) as BodyInit[];
    const taken: string[] = [];
    const before = process.memoryUsage().rss;
    const started = performance.now();
    for (let from = 0; from < BODIES; from += 50)
      await Promise.all(
        bodies.slice(from, from + 50).map(async (body, index) => {
          const type = index % 10 === 0 ? 'application/x-www-form-urlencoded' : 'application/json';
          const response = await send(body, type);
          await response.text();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          if (response.ok) taken.push(`${type}: ${String(body)}`);
        }),
      );
    const seconds = (performance.now() - started) / 1000;
    const grown = (process.memoryUsage().rss - before) / 1e6;
    console.warn(
      `${BODIES} malformed bodies: ${[...statuses].map(([status, count]) => `${status}×${count}`).join(', ')}; ` +
        `${faults} faults; ${Math.round(BODIES / seconds)} a second; memory ${grown >= 0 ? '+' : ''}${grown.toFixed(0)} MB`,
    );
    expect(taken).toEqual([]);
    expect([...statuses.keys()].filter((status) => status < 400 || status >= 500)).toEqual([]);
    expect(faults).toBe(0);
    expect((await send(JSON.stringify(application))).status).toBe(201);
  });

  it(`lets ${SLOW} slow clients go, and serves the others meanwhile`, async () => {
    const started = performance.now();
    const answers: string[] = [];
    const lives: number[] = [];
    let begun = 0;
    const slow = Array.from({ length: SLOW }, async (_, index) => {
      const socket = connect(service.port, '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      const lines = [
        'POST /applications HTTP/1.1',
        'host: x',
        'content-type: application/json',
        'content-length: 500',
      ];
      socket.write(index % 2 === 0 ? `${lines.join('\r\n')}\r\n\r\n` : `${lines[0]}\r\n`);
      begun += 1;
      const drip = setInterval(() => socket.write(index % 2 === 0 ? ' ' : 'x: y\r\n'), 100);
      await once(socket, 'close');
      clearInterval(drip);
      answers.push(answer.slice(0, 12));
      lives.push(performance.now() - started);
    });
    await expect.poll(() => begun).toBe(SLOW);
    const asked = performance.now();
    const response = await send(JSON.stringify(answering({ name: 'In Time' })));
    const waited = performance.now() - asked;
    expect(response.status).toBe(201);
    expect(lives.length, 'slow clients gone before another was served').toBeLessThan(SLOW);
    await Promise.all(slow);
    console.warn(
      `${SLOW} slow clients: all let go after ${(Math.max(...lives) / 1000).toFixed(1)} s; ` +
        `another was served in ${waited.toFixed(0)} ms meanwhile`,
    );
    // A client that still writes when it is let go may lose the answer, as the network has it.
    expect(new Set(answers.filter((answer) => answer !== ''))).toEqual(new Set(['HTTP/1.1 408']));
  });
});
