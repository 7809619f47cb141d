import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyring } from './keyring.js';
import { newState, withHubs } from './state.js';
import type { Vault } from './vault.js';

const HUBS = ['one', 'two'];

/** A vault in memory. */
function memory(): Vault {
  let held: string | null = null;
  let stamp = 0;
  return {
    where: 'memory',
    path: null,
    read: () => Promise.resolve(held),
    write: (text) => Promise.resolve(void ((held = text), (stamp += 1))),
    stamp: () => Promise.resolve(String(stamp)),
  };
}

/** Leaves that have much of their way in common, and some that have little. */
const moments = fc.array(
  fc.record({
    hub: fc.constantFrom(...HUBS),
    at: fc.oneof(
      fc.integer({ min: 1_790_000_000_000, max: 1_790_000_000_040 }),
      fc.integer({ min: 1_790_000_000_000, max: 1_790_000_100_000 }),
    ),
  }),
  { minLength: 1, maxLength: 30 },
);

it('gives the same key to a leaf whatever was asked before, and none to one that is destroyed', async () => {
  await fc.assert(
    fc.asyncProperty(moments, fc.infiniteStream(fc.boolean()), async (arrivals, chosen) => {
      const state = withHubs(newState(), HUBS);
      const parts = {
        secret: null,
        state,
        exclusively: <T>(work: () => Promise<T>) => work(),
        renewCopies: () => Promise.resolve([]),
      };
      const vault = memory();
      const writer = keyring({ ...parts, vault });
      const sealed = arrivals.map(({ hub, at }, index) => {
        const leaf = writer.newLeaf(new Date(at));
        return { hub, leaf, text: `text ${index}`, bytes: writer.seal(hub, leaf, `text ${index}`) };
      });
      const open = (ring: typeof writer, { hub, leaf, bytes }: (typeof sealed)[number]) =>
        ring.open(hub, leaf, bytes);
      for (const one of [...sealed].reverse()) {
        expect(open(writer, one)).toBe(one.text);
        // One that has never been asked works it out from the root.
        expect(open(keyring({ ...parts, vault: memory() }), one)).toBe(one.text);
      }
      const gone = sealed.filter(() => chosen.next().value);
      const ways = new Set(gone.map(({ hub, leaf }) => `${hub} ${leaf}`));
      await writer.destroy(gone);
      for (const one of sealed)
        expect(open(writer, one)).toBe(ways.has(`${one.hub} ${one.leaf}`) ? null : one.text);
    }),
  );
});
