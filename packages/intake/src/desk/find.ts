import { FIELDS } from '@maths-hubs/sdk/applications';
import type { Application } from '@maths-hubs/sdk/applications';
import { rowsOf } from './rows.js';
import type { Archive, Received } from './rows.js';

/** An application that holds what was searched for, and where. */
export interface Found extends Received {
  /** The ids of the answers that hold it; `reference` for the reference itself. */
  readonly in: readonly string[];
}

/**
 * Applications of these hubs that hold a text: an e-mail address, a name, a telephone number, a school, a reference.
 * Capitals, accents, and the order of the words of a name do not matter, nor spaces in a number or reference. Each
 * application is opened to be looked through, since nothing that could be searched lies in the database.
 */
export async function* find(archive: Archive, hubs: Iterable<string>, text: string): AsyncGenerator<Found> {
  const asked = askedFor(text);
  for (const hub of hubs)
    for await (const received of rowsOf(archive, hub, null)) {
      const where = placesOf(received, asked);
      if (where.length > 0) yield { ...received, in: where };
    }
}

interface Asked {
  readonly words: readonly string[];
  /** Without anything between its letters and digits. */
  readonly joined: string;
}

/** Null where nothing is asked for that could be looked for. */
export function isSearchable(text: string): boolean {
  return askedFor(text).joined.length >= 3;
}

function askedFor(text: string): Asked {
  const plain = fold(text);
  return { words: plain.split(/[\s,;]+/).filter((word) => word !== ''), joined: join(plain) };
}

function placesOf({ reference, application }: Received, asked: Asked): string[] {
  const places = FIELDS.map(({ id }) => id).filter((id) => holds(written(application, id), asked));
  const readiness = Object.values(application.readiness);
  return [
    ...(join(fold(reference)) === asked.joined ? ['reference'] : []),
    ...places,
    ...(readiness.some((answer) => holds(answer, asked)) ? ['readiness'] : []),
  ];
}

function written({ answers }: Application, id: (typeof FIELDS)[number]['id']): string {
  const answer = answers[id];
  return Array.isArray(answer) ? answer.join(' ') : String(answer ?? '');
}

/** Whether every word is in an answer; or, of what holds a digit, whether it does without its spaces. */
function holds(answer: string, { words, joined }: Asked): boolean {
  if (answer === '') return false;
  const plain = fold(answer);
  return words.every((word) => plain.includes(word)) || (/\d/.test(joined) && join(plain).includes(joined));
}

/** Small letters without accents: José is found by jose. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ`]/g, "'")
    .toLowerCase()
    .trim();
}

function join(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
