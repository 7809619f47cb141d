import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomOf } from './random.js';

const VERSION = 1;
const IV = 12;
const TAG = 16;

/** Text under a key, bound to where it belongs: one version byte, the nonce, the ciphertext (AES-256-GCM), the tag. */
export function seal(key: Buffer, text: string, belongs: string): Buffer {
  const iv = randomOf(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(belongs));
  const hidden = cipher.update(text, 'utf8');
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), iv, hidden, cipher.getAuthTag()]);
}

/**
 * What `seal` hid.
 * @throws when it was changed, or belongs elsewhere
 */
export function unseal(key: Buffer, sealed: Uint8Array, belongs: string): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes[0] !== VERSION) throw new Error(`Sealed in a form (${bytes[0]}) that this version does not know`);
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV))
    .setAAD(Buffer.from(belongs))
    .setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([cipher.update(bytes.subarray(1 + IV, -TAG)), cipher.final()]).toString('utf8');
}
