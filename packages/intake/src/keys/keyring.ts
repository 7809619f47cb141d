import { randomInt } from 'node:crypto';
import { IntakeError, KeyError, StoreUnavailableError } from '../errors.js';
import { hmacUnder } from './hmac.js';
import { seal, unseal } from './seal.js';
import { readState, withHubs, without, writeState } from './state.js';
import type { KeyState } from './state.js';
import { below, keyAt, puncture } from './tree.js';
import type { Vault } from './vault.js';

/** Hides applications, each under a key of its own, and destroys such keys. */
export interface Keyring {
  readonly id: string;
  readonly generation: number;
  /** Where the keys are, in words. */
  readonly where: string;
  readonly path: string | null;
  /** A path in the tree of keys for something that comes now. No two are alike, also between processes (the store holds that). */
  newLeaf(at: Date): string;
  /** @throws {StoreUnavailableError} when that key is destroyed: the clock is behind what was let go */
  seal(hub: string, leaf: string, text: string): Buffer;
  /** The plain text; null when its key is destroyed, which makes it unreadable. */
  open(hub: string, leaf: string, sealed: Uint8Array): string | null;
  /** Whether the key of a leaf is destroyed. */
  gone(hub: string, leaf: string): boolean;
  /** A name for a text that reveals nothing of it. */
  digest(text: string): string;
  /** Destroys keys for good, here and in the copies that can be reached; those that could not be. */
  destroy(what: readonly { readonly hub: string; readonly leaf: string }[]): Promise<readonly string[]>;
  /** Destroys every key of a hub before a moment. */
  destroyBefore(hub: string, moment: Date): Promise<readonly string[]>;
  /**
   * Takes up what another process has destroyed.
   * @throws {StoreUnavailableError} when the keys can be neither read nor written where they belong
   */
  refresh(): Promise<void>;
  /** The same where it costs next to nothing, before anything is acknowledged: keys in a file that went are put back. */
  standFast(): Promise<void>;
  /** The keys as text, for a copy. */
  copy(): string;
}

interface KeyringParts {
  readonly vault: Vault;
  readonly secret: string | null;
  readonly state: KeyState;
  /** One at a time, also between processes. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Renews the files that `backup` wrote the keys to, when a key is destroyed; those that could not be. */
  readonly renewCopies: (text: string) => Promise<readonly string[]>;
}

/** Digits of the path that are time (milliseconds since 1970), and those that distinguish leaves of one moment. */
const TIME = 12;
const APART = 6;
/** A second's applications share the work down to here. */
const SHARED = 9;

export function keyring({ vault, secret, state: first, exclusively, renewCopies }: KeyringParts): Keyring {
  let state = first;
  /** The secret behind names is the same as long as there are keys. */
  const digest = hmacUnder(first.pepper);
  let stamp: string | null = null;
  let lastMoment = -1;
  let counter = 0;
  /** The way to the last leaf from the node that its second shares; null where part of that second is destroyed. */
  let way: { readonly of: string; leaf: string; readonly keys: Buffer[] | null } | null = null;

  function keyOf(hub: string, leaf: string): Buffer | null {
    const tree = state.trees.get(hub);
    if (tree === undefined)
      throw new KeyError(`${vault.where} holds no keys for ${hub}. Put back the newest copy of the keys.`);
    const first = leaf.slice(0, SHARED);
    const of = `${hub} ${first}`;
    if (way?.of !== of) {
      const key = keyAt(tree, first);
      way = { of, leaf: first, keys: key && [key] };
    }
    if (way.keys === null) return keyAt(tree, leaf);
    let depth = SHARED;
    while (depth < way.leaf.length && way.leaf[depth] === leaf[depth]) depth += 1;
    way.keys.length = depth - SHARED + 1;
    let key = way.keys[depth - SHARED] ?? null;
    for (const digit of leaf.slice(depth)) if (key !== null) way.keys.push((key = below(key, digit)));
    way.leaf = leaf;
    return key;
  }

  async function change(how: (state: KeyState) => KeyState): Promise<readonly string[]> {
    return exclusively(async () => {
      await refresh();
      const next = how(state);
      await vault.write(writeState(next, secret), stamp);
      state = next;
      way = null;
      stamp = await vault.stamp();
      return renewCopies(writeState(next, secret));
    });
  }

  async function refresh(): Promise<void> {
    const now = await vault.stamp();
    if (now === stamp) return;
    const text = await vault.read();
    if (text === null) {
      // Whoever took them away has left us the only copy: without it nobody could read what is stored.
      await vault.write(writeState(state, secret));
      stamp = await vault.stamp();
      return;
    }
    const read = readState(text, secret, vault.where);
    if (read.id !== state.id)
      throw new StoreUnavailableError(`${vault.where} holds the keys of another service.`);
    if (read.generation < state.generation)
      throw new StoreUnavailableError(`${vault.where} holds an older copy of the keys. Put back the newest.`);
    state = read;
    way = null;
    stamp = now;
  }

  return {
    get id() {
      return state.id;
    },
    get generation() {
      return state.generation;
    },
    where: vault.where,
    path: vault.path,
    newLeaf(at) {
      const moment = at.getTime();
      counter = moment === lastMoment ? counter + 1 : randomInt(16 ** APART / 2);
      lastMoment = moment;
      return timePath(at) + counter.toString(16).padStart(APART, '0').slice(-APART);
    },
    seal(hub, leaf, text) {
      const key = keyOf(hub, leaf);
      if (key === null)
        throw new StoreUnavailableError(
          'The clock of this machine stands at a time from which the hub keeps nothing any more. Set it right.',
        );
      return seal(key, text, `${hub} ${leaf}`);
    },
    open(hub, leaf, sealed) {
      const key = keyOf(hub, leaf);
      if (key === null) return null;
      try {
        return unseal(key, sealed, `${hub} ${leaf}`);
      } catch (cause) {
        throw new KeyError(
          `An application of ${hub} cannot be opened: it was changed, or hidden by other keys.`,
          {
            cause,
          },
        );
      }
    },
    gone(hub, leaf) {
      const tree = state.trees.get(hub);
      return tree !== undefined && keyAt(tree, leaf) === null;
    },
    digest: (text) => digest(text),
    destroy: (what) =>
      change((before) => {
        const trees = new Map(withHubs(before, []).trees);
        for (const { hub, leaf } of what) {
          const tree = trees.get(hub);
          if (tree !== undefined) trees.set(hub, puncture(tree, leaf));
        }
        return { ...before, generation: before.generation + 1, trees };
      }),
    destroyBefore: (hub, moment) => change((before) => without(before, hub, timePath(moment))),
    refresh: () => settled(refresh),
    standFast: () => (vault.path === null ? Promise.resolve() : settled(refresh)),
    copy: () => writeState(state, secret),
  };
}

/** A disk that fails here is a store that cannot be used. */
async function settled(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof IntakeError) throw cause;
    throw new StoreUnavailableError('The keys of applications cannot be read or written now.', { cause });
  }
}

/** A moment in a leaf's path: later ones after earlier ones. */
function timePath(at: Date): string {
  const moment = at.getTime();
  if (!Number.isSafeInteger(moment) || moment < 0 || moment >= 16 ** TIME)
    throw new UntimelyError('The clock of this machine does not stand at a time that can be used.');
  return moment.toString(16).padStart(TIME, '0');
}

class UntimelyError extends IntakeError {
  override readonly name = 'UntimelyError';
  readonly code = 'clock';
}
