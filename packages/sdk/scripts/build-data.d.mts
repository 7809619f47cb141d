import type { AuthoredEdition } from '../src/programme/authored.js';

interface JsonFile {
  readonly text: string;
  readonly json: unknown;
}

/** Every file of facts, as it was written. */
export interface AuthoredData {
  readonly sources: JsonFile;
  readonly editions: ReadonlyMap<string, JsonFile>;
  readonly requirements: ReadonlyMap<string, JsonFile>;
  readonly doors: ReadonlyMap<string, JsonFile>;
  readonly facts: ReadonlyMap<string, JsonFile>;
}

export function readData(folder?: string): Promise<AuthoredData>;
export function modulesOf(data: AuthoredData): {
  modules: Map<string, string>;
  editions: [name: string, edition: AuthoredEdition][];
};
export function sizeOf(edition: AuthoredEdition): number;
