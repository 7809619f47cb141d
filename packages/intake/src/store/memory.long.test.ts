import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applications, hub, install } from '../../test/service.js';

it('serves from a folder in well under 300 MB, though the database in it has been put to work', async () => {
  const around = mkdtempSync(join(tmpdir(), 'intake-memory-'));
  const installed = install({ folder: join(around, 'data') });
  try {
    const service = await installed.serve();
    const application = await applications();
    let most = 0;
    const look = (): void => {
      const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(service.process.pid)]);
      most = Math.max(most, Number(kilobytes) / 1024);
    };
    const send = async (round: number): Promise<void> => {
      const statuses = await Promise.all(
        Array.from({ length: 32 }, async (_, index) => {
          const answer = await fetch(`${service.url}/applications`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(application(`Person ${round} ${index}`)),
          });
          await answer.arrayBuffer();
          return answer.status;
        }),
      );
      expect(new Set(statuses)).toEqual(new Set([201]));
      look();
    };
    for (let round = 0; round < 20; round += 1) await send(round);
    const { stdout } = await installed.run('export', '--hub', hub.id, '--format', 'json');
    look();
    expect(JSON.parse(stdout)).toHaveLength(640);
    // It takes 195; were the database's program optimised while it runs, this alone would take 290.
    expect(most).toBeLessThan(230);
    expect(await service.end('SIGTERM')).toBe(0);
  } finally {
    installed.remove();
    rmSync(around, { recursive: true, force: true });
  }
});
