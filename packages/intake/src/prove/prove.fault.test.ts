import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databases } from '../../test/intake.js';
import { connectTo, query } from '../../test/postgres.js';
import { install } from '../../test/service.js';

describe.each(databases)('prove-durability on $name', ({ newPlace }) => {
  it('kills, restarts and disturbs a service of its own, reports plainly, and clears away', async () => {
    const place = await newPlace();
    const installed = install(place.location);
    // As a service has it that is running on the same database meanwhile.
    const beside =
      'folder' in place.location
        ? null
        : await connectTo(`${place.location.databaseUrl}?application_name=maths-hubs-intake`);
    const { code, stdout, stderr } = await installed.run('prove-durability', '--kills', '3');
    console.warn(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /Killed 3 times under load.*: [1-9]\d* acknowledged so far, \d+ stored, 0 lost, 0 twice\./,
    );
    expect(stdout).toMatch(
      /Restarted: ended in \d+\.\d s, back in \d+\.\d s: \d+ acknowledged so far, \d+ stored, 0 lost/,
    );
    expect(stdout).toMatch(/Held: nothing that was acknowledged was lost or stored twice\./);
    if ('folder' in place.location) {
      expect(stdout).toMatch(/Disk full .*: 503 after .* 0 lost/);
      expect(readdirSync(dirname(place.location.folder)).filter((name) => name.startsWith('.prove'))).toEqual(
        [],
      );
    } else {
      expect(stdout).toMatch(/Database connections cut: storing again after .* 0 lost/);
      const left = await query(
        place.location.databaseUrl,
        `select nspname from pg_namespace where nspname like 'prove%'`,
      );
      expect(left).toEqual([]);
      expect((await beside?.query('select 1'))?.rowCount).toBe(1);
      await beside?.end();
    }
    installed.remove();
    place.remove();
  });
});
