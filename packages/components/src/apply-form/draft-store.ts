import { migrateDraft, type ApplicationForm, type Draft, type Migration } from '@maths-hubs/sdk/applications';
import { deviceStore } from '../foundation/device-store.js';

/** Drafts on this device: one a hub, only where the person asked for it. A browser may forbid it. */
const nameOf = (hub: string): string => `mh-apply:${hub}`;

/** What was kept for this form; null when nothing was. A draft that has grown too old is taken away. */
export function readDraft(form: ApplicationForm, now: string): Migration | null {
  const text = deviceStore.read(nameOf(form.hub));
  if (text === null) return null;
  const found = migrateDraft(parsed(text), form, now);
  if (found.outcome === 'unusable' && found.why !== 'newer-format') deviceStore.drop(nameOf(form.hub));
  return found;
}

/** @returns whether the device keeps it */
export function keepDraft(draft: Draft): boolean {
  return deviceStore.keep(nameOf(draft.hub), JSON.stringify(draft));
}

export function dropDraft(hub: string): void {
  deviceStore.drop(nameOf(hub));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A key that no other application has. Pages without https have no `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
