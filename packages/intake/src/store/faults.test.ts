import { expect, it } from 'vitest';
import { unavailable } from './faults.js';

it('says what to set in a pooler that refuses the limits of the service', () => {
  const refused = new Error('unsupported startup parameter: statement_timeout');
  expect(unavailable(refused).message).toMatch(/ignore_startup_parameters = statement_timeout, lock_timeout/);
  expect(unavailable(new Error('Connection terminated')).message).toBe(
    'The database cannot be used now: Connection terminated',
  );
});
