import { deviceStore } from '@maths-hubs/components/foundation/device-store';
import { fileOf } from './project/file.js';
import type { Project } from './project/project.js';

const KEY = 'maths-hubs-editor';

/**
 * Keeps the work on this device; only where the person has asked for it.
 * @returns whether the device keeps it
 */
export function keepDraft(project: Project): boolean {
  return deviceStore.keep(KEY, JSON.stringify({ ...project, edition: fileOf(project.edition) }));
}

/** The work as it was kept; null when none was, or where the browser keeps nothing. */
export function readDraft(): string | null {
  return deviceStore.read(KEY);
}

export function forgetDraft(): void {
  deviceStore.drop(KEY);
}
