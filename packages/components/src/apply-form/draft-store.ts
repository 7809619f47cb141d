import { migrateDraft, type ApplicationForm, type Draft, type Migration } from '@maths-hubs/sdk/applications';

/** Drafts on this device: one a hub, only where the person asked for it. A browser may forbid it. */
const nameOf = (hub: string): string => `mh-apply:${hub}`;

/** What was kept for this form; null when nothing was. A draft that has grown too old is taken away. */
export function readDraft(form: ApplicationForm, now: string): Migration | null {
  try {
    const text = localStorage.getItem(nameOf(form.hub));
    if (text === null) return null;
    const found = migrateDraft(parsed(text), form, now);
    if (found.outcome === 'unusable' && found.why !== 'newer-format')
      localStorage.removeItem(nameOf(form.hub));
    return found;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** @returns whether the device keeps it */
export function keepDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(nameOf(draft.hub), JSON.stringify(draft));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

export function dropDraft(hub: string): void {
  try {
    localStorage.removeItem(nameOf(hub));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
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
