import { createCipheriv, createDecipheriv, randomBytes, randomUUID, scryptSync } from 'node:crypto';
import * as z from 'zod/mini';
import { KeyError } from '../errors.js';
import { punctureBefore } from './tree.js';
import type { Tree } from './tree.js';

/** Everything from which an application's key can be worked out. */
export interface KeyState {
  /** Tells these keys from those of another service; the store remembers it. */
  readonly id: string;
  /** Counts what was destroyed: of two copies the higher is the one to believe. */
  readonly generation: number;
  /** Under this the store recognises what it has seen, without holding it. */
  readonly pepper: Buffer;
  /** A tree of keys for each hub. */
  readonly trees: ReadonlyMap<string, Tree>;
}

const FORMAT = 'maths-hubs-intake-keys/1';
const SEALED = 'maths-hubs-intake-keys-sealed/1';

const bytes = z.pipe(
  z.string(),
  z.transform((text: string) => Buffer.from(text, 'base64')),
);
const plainFile = z.object({
  format: z.literal(FORMAT),
  id: z.string(),
  generation: z.number(),
  pepper: bytes,
  trees: z.record(z.string(), z.record(z.string(), bytes)),
});
const sealedFile = z.object({ format: z.literal(SEALED), salt: bytes, iv: bytes, tag: bytes, body: bytes });

/** New keys for a service that has stored nothing yet. */
export function newState(): KeyState {
  return { id: randomUUID(), generation: 0, pepper: randomBytes(32), trees: new Map() };
}

/** The keys with a tree for every hub. */
export function withHubs(state: KeyState, hubs: Iterable<string>): KeyState {
  const trees = new Map(state.trees);
  for (const hub of hubs) if (!trees.has(hub)) trees.set(hub, new Map([['', randomBytes(32)]]));
  return trees.size === state.trees.size ? state : { ...state, trees };
}

/** The keys without what one hub had before a path. */
export function without(state: KeyState, hub: string, path: string): KeyState {
  const tree = state.trees.get(hub);
  if (tree === undefined) return state;
  return {
    ...state,
    generation: state.generation + 1,
    trees: new Map([...state.trees, [hub, punctureBefore(tree, path)]]),
  };
}

/** As text; under a secret when there is one. */
export function writeState(state: KeyState, secret: string | null): string {
  const plain = JSON.stringify({
    format: FORMAT,
    id: state.id,
    generation: state.generation,
    pepper: state.pepper.toString('base64'),
    trees: Object.fromEntries(
      [...state.trees].map(([hub, tree]) => [
        hub,
        Object.fromEntries([...tree].map(([path, key]) => [path, key.toString('base64')])),
      ]),
    ),
  });
  if (secret === null) return `${plain}\n`;
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', scryptSync(secret, salt, 32), iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const text = (part: Buffer): string => part.toString('base64');
  return `${JSON.stringify({ format: SEALED, salt: text(salt), iv: text(iv), tag: text(cipher.getAuthTag()), body: text(body) })}\n`;
}

/**
 * Keys from text.
 * @throws {KeyError} when they are not whole, or the secret is not theirs
 */
export function readState(text: string, secret: string | null, where: string): KeyState {
  const whole = parse(text);
  const sealed = z.safeParse(sealedFile, whole);
  const plain = sealed.success ? parse(unseal(sealed.data, secret, where)) : whole;
  const parsed = z.safeParse(plainFile, plain);
  if (!parsed.success)
    throw new KeyError(
      `${where} does not hold the keys of an intake, or not whole. Put back the newest copy of it.`,
    );
  const { id, generation, pepper, trees } = parsed.data;
  return {
    id,
    generation,
    pepper,
    trees: new Map(Object.entries(trees).map(([hub, tree]) => [hub, new Map(Object.entries(tree))])),
  };
}

function unseal(
  { salt, iv, tag, body }: z.infer<typeof sealedFile>,
  secret: string | null,
  where: string,
): string {
  if (secret === null)
    throw new KeyError(`${where} is sealed. Set KEY_SECRET (or KEY_SECRET_FILE) to its secret.`);
  try {
    const cipher = createDecipheriv('aes-256-gcm', scryptSync(secret, salt, 32), iv);
    cipher.setAuthTag(tag);
    return Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8');
  } catch (cause) {
    throw new KeyError(`${where} is sealed with another secret than KEY_SECRET.`, { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
