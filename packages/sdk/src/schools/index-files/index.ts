import { MathsHubsError, messageOf } from '../../evidence/index.js';
import { FORMAT, nameFile, numberFile, outcodeFile, type Manifest, type PackedSchool } from './format.js';
import { compact, keysOf, outcodeOf, searchableWords, wordsOf } from './words.js';

export type { Manifest } from './format.js';

/** A school in an index: a GIAS row with fewer fields, ready for `factsFromGias`. */
export interface IndexedSchool {
  readonly urn: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly laCode: string | null;
  readonly laName: string | null;
  readonly districtCode: string | null;
  /** Its DfE number, `855/2093`; absent if the index lacks it. */
  readonly laestab?: string;
  readonly typeCode: number | null;
  readonly typeName: string | null;
  readonly phaseCode: number | null;
  readonly statusCode: number | null;
  readonly lowAge: number | null;
  readonly highAge: number | null;
}

/** The index cannot be fetched, or is not one. */
export class SchoolIndexError extends MathsHubsError {
  override readonly name = 'SchoolIndexError';
  readonly code = 'school-index';
}

/** How to stop a look-up, and how much it returns. */
export interface LookupOptions {
  readonly signal?: AbortSignal;
  /** The most schools to return; 20 by default. */
  readonly limit?: number;
}

/** Schools looked up file by file, without loading the whole register. */
export interface SchoolIndex {
  readonly manifest: Manifest;
  /** Schools at a postcode; for an outward code alone, every school in it. */
  byPostcode(postcode: string, options?: LookupOptions): Promise<readonly IndexedSchool[]>;
  /**
   * Schools whose name has every word of the query, or words that begin with them; town, authority and outward code
   * may help to distinguish schools. Accents and apostrophes do not matter; St is Saint. Best match first.
   */
  byName(query: string, options?: LookupOptions): Promise<readonly IndexedSchool[]>;
  /** The school with a URN or a DfE number, digits alone or with a slash; none if the index has no numbers. */
  byNumber(number: string, options?: LookupOptions): Promise<readonly IndexedSchool[]>;
}

/** Files fetched for one query at most. */
const MOST_FILES = 3;

/**
 * Opens a school index built with `maths-hubs school-index build`. Each search fetches one to three small
 * files of it and nothing else; each file once.
 * @param baseUrl  the folder that holds `manifest.json`
 * @throws SchoolIndexError when the index cannot be fetched or read
 */
export async function openSchoolIndex(
  baseUrl: string | URL,
  { fetch, signal }: { readonly fetch: typeof globalThis.fetch; readonly signal?: AbortSignal },
): Promise<SchoolIndex> {
  const base = String(baseUrl).replace(/\/?$/, '/');
  const manifest = await abortable(fetchJson<Manifest>(fetch, `${base}manifest.json`), signal);
  if (manifest?.format !== FORMAT) {
    throw new SchoolIndexError(
      `${base}manifest.json is not a school index of format ${FORMAT}. Build it again with "maths-hubs school-index build".`,
    );
  }
  const outcodes = new Set(manifest.outcodes.split(' '));
  const names = new Set(manifest.names.split(' '));
  const numbers = new Set((manifest.numbers ?? '').split(' '));
  const cache = new Map<string, Promise<readonly IndexedSchool[]>>();

  const schoolsIn = (file: string): Promise<readonly IndexedSchool[]> => {
    let schools = cache.get(file);
    if (!schools) {
      schools = fetchJson<readonly PackedSchool[]>(fetch, base + file).then(
        (rows) => rows.map((row) => unpack(row, manifest)),
        (error: unknown) => {
          cache.delete(file);
          throw error;
        },
      );
      cache.set(file, schools);
    }
    return schools;
  };

  return {
    manifest,
    async byPostcode(postcode, { signal, limit = 20 } = {}) {
      const outcode = outcodeOf(postcode);
      if (!outcode || !outcodes.has(outcode)) return [];
      const schools = await abortable(schoolsIn(outcodeFile(outcode)), signal);
      const wanted = compact(postcode);
      const found = schools.filter(
        (school) => wanted === outcode || compact(school.postcode ?? '') === wanted,
      );
      return found.slice(0, limit);
    },
    async byNumber(number, { signal, limit = 20 } = {}) {
      const digits = number.replace(/\D/g, '');
      const start = digits.slice(0, 4);
      if (digits.length < 5 || !numbers.has(start)) return [];
      const schools = await abortable(schoolsIn(numberFile(start)), signal);
      return schools
        .filter(({ urn, laestab }) => urn === digits || laestab?.replace('/', '') === digits)
        .slice(0, limit);
    },
    async byName(query, { signal, limit = 20 } = {}) {
      const words = wordsOf(query);
      const keys = keysOf([...words].sort((a, b) => b.length - a.length)).filter((key) => names.has(key));
      const files = keys.slice(0, MOST_FILES).map((key) => schoolsIn(nameFile(key)));
      const found = new Map(
        (await abortable(Promise.all(files), signal)).flat().map((each) => [each.urn, each]),
      );
      return [...found.values()]
        .flatMap((school) => {
          const score = scoreOf(school, words);
          return score === null ? [] : [{ school, score }];
        })
        .sort((a, b) => b.score - a.score || a.school.name.localeCompare(b.school.name, 'en-GB'))
        .slice(0, limit)
        .map(({ school }) => school);
    },
  };
}

/** Null when a word is missing; else higher the more words match in full, in the name, and from its start. */
function scoreOf({ name, town, laName, postcode }: IndexedSchool, words: readonly string[]): number | null {
  const inName = searchableWords(name);
  const around = wordsOf(`${town ?? ''} ${laName ?? ''} ${outcodeOf(postcode ?? '') ?? ''}`);
  let score = wordsOf(name).join(' ').startsWith(words.join(' ')) ? 2 : 0;
  for (const word of words) {
    const begins = (each: string): boolean => each.startsWith(word);
    if (inName.includes(word)) score += 3;
    else if (inName.some(begins)) score += 2;
    else if (around.some(begins)) score += 1;
    else return null;
  }
  return score;
}

function unpack(row: PackedSchool, { authorities, types }: Manifest): IndexedSchool {
  const [urn, name, postcode, town, laCode, districtCode, typeCode, phaseCode, statusCode, lowAge, highAge] =
    row;
  const establishment = row[11];
  return {
    urn,
    name,
    postcode,
    town,
    laCode,
    laName: (laCode !== null && authorities[laCode]) || null,
    districtCode,
    ...(laCode !== null && establishment && { laestab: `${laCode}/${establishment}` }),
    typeCode,
    typeName: (typeCode !== null && types[typeCode]) || null,
    phaseCode,
    statusCode,
    lowAge,
    highAge,
  };
}

async function fetchJson<T>(fetch: typeof globalThis.fetch, url: string): Promise<T> {
  const failed = (why: string): SchoolIndexError =>
    new SchoolIndexError(`${url} cannot be read: ${why}. Check that the school index is there.`);
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw failed(messageOf(error));
  }
  if (!response.ok) throw failed(`the server answered ${response.status}`);
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw failed(messageOf(error));
  }
}

/** Stops waiting when the caller does. The file itself still arrives, for the next search. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
