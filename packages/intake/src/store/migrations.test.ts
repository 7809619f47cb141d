import { describe, it } from 'vitest';
import { emptiedAfterEach } from '../../test/archive.js';
import { databases } from '../../test/intake.js';
import { migrate } from './migrations.js';

describe.each(databases)('a store on $name', ({ newPlace }) => {
  const { archive } = emptiedAfterEach(newPlace);

  it('is up to date however often it is migrated', async () => {
    await archive().store.run(migrate);
    await archive().store.run(migrate);
  });
});
