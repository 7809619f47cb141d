import { fileOf } from './project/file.js';
import type { Project } from './project/project.js';

const KEY = 'maths-hubs-editor';

/** Keeps the work on this device; only where the person has asked for it. */
export function keepDraft(project: Project): void {
  storage()?.setItem(KEY, JSON.stringify({ ...project, edition: fileOf(project.edition) }));
}

/** The work as it was kept; null when none was, or where the browser keeps nothing. */
export function readDraft(): string | null {
  return storage()?.getItem(KEY) ?? null;
}

export function forgetDraft(): void {
  storage()?.removeItem(KEY);
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch (error) {
    // A browser that blocks storage throws on the first touch; there is no draft then.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
