import type { IntakeConfig } from '../config/config.js';
import { createDesk } from '../desk/desk.js';
import { openParts } from '../intake.js';
import { deskOf } from '../store/lock.js';

/** A way to ask the desk: of the running service where it owns the store, else of one opened for this command. */
export interface OpenDesk {
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** @throws {StoreInUseError} when another process holds the folder and answers no commands */
export async function openDesk(config: IntakeConfig): Promise<OpenDesk> {
  const owner = 'folder' in config.store ? deskOf(config.store.folder) : null;
  if (owner !== null)
    return {
      ask: (path, init) =>
        fetch(`http://127.0.0.1:${owner.port}${path}`, {
          ...init,
          headers: { authorization: `Bearer ${owner.token}` },
        }),
      close: () => Promise.resolve(),
    };
  const parts = await openParts(config);
  const desk = createDesk({ ...parts, now: () => new Date(), token: null });
  return {
    ask: async (path, init) => desk.request(path, init),
    close: () => parts.store.close(),
  };
}
