import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { InvalidDataError, jsonFault, repeatedKeys } from '@maths-hubs/sdk/evidence';
import { fail, failOnFile } from './output.js';

/** Reads a file as UTF-8 text; `-` is standard input. */
async function readText(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    return failOnFile('read', path, error, 'Give the path of a file, or - for standard input.');
  }
}

/**
 * Reads a JSON file; `-` is standard input.
 * @throws {InvalidDataError} when one object repeats a key, of which a reader would drop one
 */
export async function readJson(path: string): Promise<unknown> {
  const content = await readText(path);
  if (content.trim() === '') return fail(`${path} is empty. It has to hold JSON.`);
  const broken = jsonFault(content);
  if (broken) return fail(`${path} is not JSON: ${broken.path}: found ${broken.found}. ${broken.remedy}`);
  const json = JSON.parse(content) as unknown;
  const repeated = repeatedKeys(content);
  if (repeated.length > 0) throw new InvalidDataError('file', repeated);
  return json;
}
