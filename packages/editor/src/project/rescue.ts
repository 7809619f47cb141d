import { InvalidDataError, type Fault } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';

/** A part of a file that the schema cannot read: kept as it was, shown, and saved again. */
export interface Unread {
  /** `contact.website` */
  readonly path: string;
  readonly value: unknown;
  /** What is wrong with it. */
  readonly fault: Fault;
}

export interface Rescued {
  readonly edition: Edition;
  readonly unread: readonly Unread[];
}

/** More parts than any file of ours has; a file that needs more is no file of terms. */
const MOST = 400;

/**
 * Reads terms with whatever faults they have: what cannot be read is taken out and handed back, the rest is whole.
 * @throws {InvalidDataError} when nothing of it can be read as terms
 */
export function rescue(json: unknown): Rescued {
  const left: unknown = structuredClone(json);
  const unread: Unread[] = [];
  for (;;) {
    try {
      return { edition: parseEdition(left), unread };
    } catch (error) {
      if (!(error instanceof InvalidDataError) || unread.length > MOST) throw error;
      const taken = error.faults.flatMap((fault) => takeOut(left, fault));
      const put = taken.length === 0 && error.faults.some((fault) => putIn(left, fault));
      if (taken.length === 0 && !put) throw error;
      unread.push(...taken);
    }
  }
}

/** Parts that an edition cannot be without: never taken out. */
const NEEDED = /^(format|schoolYear|phases|sources)?$/;

/** Takes the part at a fault's place out, or the smallest part around it that a file can do without. */
function takeOut(json: unknown, fault: Fault): Unread[] {
  const steps = stepsOf(fault.path);
  while (steps.length > 0 && !NEEDED.test(steps.join('.'))) {
    const last = steps.pop() as string | number;
    const holder = at(json, steps);
    if (Array.isArray(holder) && typeof last === 'number' && last < holder.length)
      return [{ path: fault.path, value: holder.splice(last, 1)[0], fault }];
    if (isObject(holder) && !Array.isArray(holder) && Object.hasOwn(holder, last)) {
      const value = holder[last];
      // A value without its sourced fact reads as another fault: the whole fact goes.
      if (steps[0] !== 'sources' && /^(value|source|basis|note)$/.test(String(last))) continue;
      if (steps[0] === 'sources' && steps.length === 2 && (last === 'id' || last in BLANK_SOURCE)) {
        const blank = last === 'id' ? steps[1] : BLANK_SOURCE[last as string];
        if (value === blank) continue;
        holder[last] = blank;
      } else if (steps[0] === 'sources' && steps.length === 1) holder[last] = { ...BLANK_SOURCE, id: last };
      else delete holder[last];
      return [{ path: fault.path, value, fault }];
    }
  }
  return [];
}

/** What a file must have, with default values. */
const BLANK: Readonly<Record<string, unknown>> = {
  hub: null,
  version: 'rescued',
  evidence: 'hub',
  name: { value: null, source: [], basis: 'stated' },
};

/** Of a source: what is not known of it is said so. */
const BLANK_SOURCE: Readonly<Record<string, unknown>> = {
  publisher: 'Not known',
  title: 'Not known',
  date: null,
  url: null,
};

/** Puts a part in that a file cannot be without, where it was unreadable or left out. */
function putIn(json: unknown, { path }: Fault): boolean {
  const steps = stepsOf(path);
  const last = String(steps.pop());
  const holder = at(json, steps);
  const blank = steps[0] === 'sources' ? { ...BLANK_SOURCE, id: steps[1] } : BLANK;
  if (!isObject(holder) || Object.hasOwn(holder, last) || !Object.hasOwn(blank, last)) return false;
  holder[last] = structuredClone((blank as Record<string, unknown>)[last]);
  return true;
}

/** `phases[0].terms.visits` as steps. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

function at(json: unknown, steps: readonly (string | number)[]): unknown {
  return steps.reduce<unknown>(
    (part, step) => (isObject(part) ? (part as Record<string | number, unknown>)[step] : undefined),
    json,
  );
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
