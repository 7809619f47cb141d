import { deviceStore } from '@maths-hubs/components/foundation/device-store';
import { fileOf } from './project/file.js';
import type { Project } from './project/project.js';

const KEY = 'maths-hubs-editor';
/** Whose work the key holds, so that another's is never overwritten. */
const WHOSE = `${KEY}-whose`;
const OTHERS = `${KEY}-others`;

type Drafts = Readonly<Record<string, string>>;

/** `West Yorkshire Maths Hub, 2026/27`: hubs that share this page, and years of one hub, have drafts of their own. */
function whoseOf({ edition }: Project): string {
  const name = edition.contact?.name ?? edition.sources['own']?.publisher ?? edition.hub ?? 'A hub';
  return `${name}, ${edition.schoolYear}`;
}

/**
 * Keeps the work on this device; only where the person has asked for it.
 * @returns whether the device keeps it
 */
export function keepDraft(project: Project): boolean {
  const [whose, before] = [whoseOf(project), deviceStore.read(WHOSE)];
  const old = deviceStore.read(KEY);
  if (before !== whose && (before !== null || others()[whose] !== undefined)) {
    const { [whose]: _now, ...rest } = others();
    const kept = before !== null && old !== null ? { ...rest, [before]: old } : rest;
    if (!deviceStore.keep(OTHERS, JSON.stringify(kept))) return false;
  }
  return (
    deviceStore.keep(KEY, JSON.stringify({ ...project, edition: fileOf(project.edition) })) &&
    deviceStore.keep(WHOSE, whose)
  );
}

/** The work as it was kept last; null when none was, or where the browser keeps nothing. */
export function readDraft(): string | null {
  return deviceStore.read(KEY);
}

/** Everything that is kept, by whose it is: the last first. */
export function allDrafts(): Drafts {
  const [whose, text] = [deviceStore.read(WHOSE), readDraft()];
  return whose !== null && text !== null ? { [whose]: text, ...others() } : others();
}

/** @param whose  another's than the last; the last where it is left out */
export function forgetDraft(whose = deviceStore.read(WHOSE)): void {
  if (whose !== deviceStore.read(WHOSE)) {
    const { [whose ?? '']: _gone, ...rest } = others();
    if (Object.keys(rest).length > 0) deviceStore.keep(OTHERS, JSON.stringify(rest));
    else deviceStore.drop(OTHERS);
    return;
  }
  deviceStore.drop(KEY);
  deviceStore.drop(WHOSE);
}

/** Those of other hubs and years; none where the browser holds something else under the name, so that the page still opens. */
function others(): Drafts {
  try {
    const kept: unknown = JSON.parse(deviceStore.read(OTHERS) ?? '{}');
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter(([, text]) => typeof text === 'string')) as Drafts;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
