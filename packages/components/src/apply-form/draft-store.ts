import {
  migrateDraft,
  type Answers,
  type ApplicationForm,
  type Draft,
  type Migration,
} from '@maths-hubs/sdk/applications';
import { deviceStore } from '../foundation/device-store.js';

/** What tells two forms of one hub from each other: the year, and what the page has settled of phase and school. */
export interface Place {
  readonly form: ApplicationForm;
  /** What the page names itself, by its attributes; empty where it does not. */
  readonly set: Readonly<Record<string, string>>;
}

/** Drafts on this device: one a form, only where the person asked for it. A browser may forbid it. */
export const nameOf = ({ form, set }: Place): string =>
  [oldNameOf(form), form.edition.schoolYear, ...Object.values(set).filter(Boolean)].join(':');

/** As drafts were kept when a hub had one form. */
const oldNameOf = ({ hub }: ApplicationForm): string => `mh-apply:${hub}`;

/** What was kept for this form; null when nothing was. A draft that has grown too old is taken away. */
export function readDraft(place: Place, now: string): Migration | null {
  const { form } = place;
  const [name, old] = [nameOf(place), oldNameOf(form)];
  const before = deviceStore.read(old);
  if (before !== null && isOf(place, parsed(before))) {
    if (deviceStore.read(name) === null) deviceStore.keep(name, before);
    deviceStore.drop(old);
  }
  const text = deviceStore.read(name);
  if (text === null) return null;
  const found = migrateDraft(parsed(text), form, now);
  if (found.outcome === 'unusable' && found.why !== 'newer-format') deviceStore.drop(name);
  return found;
}

/** @returns whether the device keeps it */
export function keepDraft(place: Place, draft: Draft): boolean {
  return deviceStore.keep(nameOf(place), JSON.stringify(draft));
}

export function dropDraft(place: Place): void {
  deviceStore.drop(nameOf(place));
}

/** Whether a draft that was kept under the hub alone was begun in this form. */
function isOf({ form, set }: Place, draft: Partial<Draft> | null): boolean {
  return (
    draft?.edition?.schoolYear === form.edition.schoolYear &&
    Object.entries(set).every(([id, answer]) => !answer || draft.answers?.[id as keyof Answers] === answer)
  );
}

function parsed(text: string): Partial<Draft> | null {
  try {
    return JSON.parse(text) as Partial<Draft> | null;
  } catch {
    return null;
  }
}

/** A key that no other application has. Pages without https have no `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
