import type { Mount } from '@maths-hubs/intake';
import { createDeskApp } from './app.js';
import { partsOf } from './parts.js';
import type { DeskConfig, DeskParts } from './parts.js';
import { receiptAddress } from './secrets.js';
import { linkFor } from './sign-in.js';
import { KEPT, migrateDesk, sweepCases } from './tables.js';

export type { Role } from '../model/desk.js';
export { ROLES } from '../model/desk.js';
export type { DeskConfig, Staff } from './parts.js';

/** A desk for a running intake. */
export interface Desk {
  /** To be given to `createIntake` or `startIntake` as `mount`. */
  readonly mount: Mount;
  /** A link to sign in with, for whoever runs the service and can send no mail; once the service runs. */
  linkFor(email: string): Promise<string>;
}

/**
 * The desk of a hub's staff, below `/desk`.
 * @example
 * const desk = createDesk({ address: 'https://apply.hub.example', staff: { 'test-hub': [{ email: 'office@hub.example', roles: ['read', 'decide', 'erase'] }] } });
 * await startIntake({ ...config, mount: desk.mount });
 */
export function createDesk(config: DeskConfig): Desk {
  let parts: DeskParts | null = null;
  return {
    async mount(mounted) {
      parts = partsOf(mounted, config);
      await parts.run(migrateDesk);
      await mounted.keepInBackups(KEPT);
      await parts.run(sweepCases);
      const { address, applications } = parts;
      return {
        path: '/desk',
        app: createDeskApp(parts),
        setAside: `${address}/desk/#set-aside`,
        receipt: (reference) => receiptAddress(address, applications, reference),
      };
    },
    linkFor(email) {
      if (parts === null) throw new Error('The service does not run yet: start it, then ask for a link.');
      return linkFor(parts, email);
    },
  };
}
