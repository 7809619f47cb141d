import { messageOf } from '@maths-hubs/sdk/evidence';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../errors.js';
import type { IntakeConfig } from './config.js';
import { parseConfig } from './schema.js';

/**
 * Reads the one configuration file; paths in it are relative to it, secrets come from the environment.
 * @throws {ConfigError}
 */
export function loadConfig(path: string, env: Readonly<Record<string, string | undefined>>): IntakeConfig {
  const folder = dirname(resolve(path));
  const inFolder = (relative: string): string => resolve(folder, relative);
  return parseConfig(readJson(resolve(path)), {
    env,
    resolve: inFolder,
    read: (relative) => readJson(inFolder(relative)),
    readSecret,
  });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = messageOf(cause);
    throw new ConfigError(`${path} cannot be read as JSON: ${why}`, { cause });
  }
}

/** A file that holds one secret, as container hosts and systemd hand them over; the line's end is not part of it. */
export function readSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new ConfigError(`The secret in ${path} cannot be read. Check that it is there, and whose it is.`, {
      cause,
    });
  }
}
