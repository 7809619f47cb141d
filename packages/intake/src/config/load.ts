import { jsonFault, messageOf } from '@maths-hubs/sdk/evidence';
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
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new ConfigError(`${path} cannot be read: ${messageOf(cause)}`, { cause });
  }
  const broken = jsonFault(text);
  if (broken)
    throw new ConfigError(`${path} is not JSON: ${broken.path}: found ${broken.found}. ${broken.remedy}`);
  return JSON.parse(text);
}

/**
 * A file that holds one secret, as container hosts and systemd hand them over; the line's end is not part of it. An empty
 * one is not taken for none: what was to be sealed would lie open.
 * @throws {ConfigError}
 */
export function readSecret(path: string): string {
  const secret = read(path);
  if (secret === '')
    throw new ConfigError(
      `The file ${path} is empty, where a secret is expected. Write it anew, or do not name it.`,
    );
  return secret;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new ConfigError(`The secret in ${path} cannot be read. Check that it is there, and whose it is.`, {
      cause,
    });
  }
}
