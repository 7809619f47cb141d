import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, networkOf, rateLimit } from './rate-limit.js';

describe('addressOf', () => {
  it.each([
    ['203.0.113.9:40001', '203.0.113.9'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
    ['unknown', '192.0.2.1'],
    ['_hidden', '192.0.2.1'],
    ['', '192.0.2.1'],
    ['evil"; drop', '192.0.2.1'],
    ['  203.0.113.9 ', '203.0.113.9'],
    ['[::ffff:203.0.113.9]:40001', '::ffff:203.0.113.9'],
    ['[fe80::1%eth0]:443', 'fe80::1%eth0'],
    ['203.0.113.9:', '192.0.2.1'],
    ['203.0.113.009', '192.0.2.1'],
    ['2001:db8::1]:443', '192.0.2.1'],
    ['for=203.0.113.9', '192.0.2.1'],
    ['203.0.113.9,', '192.0.2.1'],
  ])('reads %j as %s', (hop, address) => {
    expect(addressOf('192.0.2.1', hop, 1)).toBe(address);
  });

  it('believes the outermost proxy of ours, not what is left of it', () => {
    expect(addressOf('192.0.2.1', '1.1.1.1, 2.2.2.2, 3.3.3.3', 2)).toBe('2.2.2.2');
    expect(addressOf('192.0.2.1', '1.1.1.1', 0)).toBe('192.0.2.1');
    // Of several headers, which a server joins, the last proxy's is at the end.
    expect(addressOf('192.0.2.1', '1.1.1.1,2.2.2.2,\t[2001:db8::3]:443', 1)).toBe('2001:db8::3');
    // A chain shorter than it should be was begun by a proxy of ours.
    expect(addressOf('192.0.2.1', '3.3.3.3', 2)).toBe('3.3.3.3');
  });
});

describe('networkOf', () => {
  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::ffff:102:304', '1.2.3.4'],
    ['2002:102:304:9::1', '1.2.3.4'],
    ['::FFFF:0102:0304', '1.2.3.4'],
    ['0:0:0:0:0:ffff:102:304', '1.2.3.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::9%eth0', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['64:ff9b::1.2.3.4', '1.2.3.4'],
    ['64:ff9b::102:304', '1.2.3.4'],
    ['::ffff:0:1.2.3.4', '1.2.3.4'],
    ['64:ff9b:1::1.2.3.4', '64:ff9b:1:0'],
    ['::1.2.3.4', '0:0:0:0'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('counts one network however its address is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const [a = 0, b = 0, c = 0, d = 0] = ip.split('.').map(Number);
        const hex = `::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        expect([networkOf(`::ffff:${ip}`), networkOf(hex)]).toEqual([ip, ip]);
      }),
    );
  });
});

describe('rateLimit', () => {
  it('lets a burst through, then so many a minute', () => {
    let time = 0;
    const limit = rateLimit({ burst: 3, perMinute: 60, clock: () => time });
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1]);
    time += 1_000;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1]);
    expect(limit.take('b')).toBe(0);
  });

  it('never takes anything back for time that runs backwards', () => {
    let time = 3_600_000;
    const limit = rateLimit({ burst: 2, perMinute: 60, clock: () => time });
    expect(limit.take('a')).toBe(0);
    time = 0;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1]);
  });

  it('remembers whoever comes again and again, however many others come', () => {
    const limit = rateLimit({ burst: 1, perMinute: 1, clock: () => 0 });
    expect(limit.take('again')).toBe(0);
    for (let other = 0; other < 50_000; other += 1) {
      limit.take(`other-${other}`);
      if (other % 9_000 === 0) expect(limit.take('again')).toBeGreaterThan(0);
    }
    expect(limit.take('other-49999')).toBeGreaterThan(0);
    expect(limit.take('other-0')).toBe(0);
  });

  it('counts what others have let through', async () => {
    let time = 1_000;
    const told: [string, number][] = [];
    const limit = rateLimit({
      burst: 10,
      perMinute: 60,
      clock: () => time,
      share: (used) => {
        told.push(...used);
        return Promise.resolve(new Map([['a', 9]]));
      },
    });
    expect(limit.take('a')).toBe(0);
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toEqual([['a', 1]]);
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 1]);
    time += 10;
    expect(limit.take('b')).toBe(0);
  });
});
