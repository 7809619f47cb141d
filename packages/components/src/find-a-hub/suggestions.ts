import { areaLabel, findAreas, loadSuggester } from '@maths-hubs/sdk/hubs';
import type { HubDirectory, HubQuery, Suggester } from '@maths-hubs/sdk/hubs';
import type { IndexedSchool, SchoolIndex } from '@maths-hubs/sdk/schools/index-files';
import { readTyped } from '@maths-hubs/sdk/typed';
import type { Option } from './combobox.js';

/** One thing that a typed text may mean. */
export interface Suggestion extends Option {
  /** The name alone, without what tells it from its namesakes. */
  readonly name: string;
  readonly kind: 'council' | 'area' | 'place' | 'hub' | 'school';
  readonly query: HubQuery;
  /** True when it matches only if one typing slip is allowed. */
  readonly slip: boolean;
  /** Set when it is a school of the index. */
  readonly school?: IndexedSchool;
}

/** Letters that have to stand there before the names of places are fetched: `LE2` is a postcode by then. */
const NAME_FROM = 3;
const MOST_NAMES = 7;
const MOST_SCHOOLS = 6;

/** The result of a searched text. */
export type Reading =
  | { readonly query: HubQuery }
  | { readonly suggestion: Suggestion }
  /** Nothing but these schools has the name. */
  | { readonly schools: readonly Suggestion[] };

/** True for a text that is a postcode or the beginning of one, in shape if not in fact. */
function looksLikePostcode(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length <= 8 && /\d/.test(letters) && !/\p{L}{4}/u.test(letters);
}

/** Suggests names of councils, places and hubs, and schools where the page has an index of them. */
export class SuggestionSource {
  private suggester: Promise<Suggester> | undefined;
  private schools: Promise<SchoolIndex> | undefined;

  /** @param hints  the word that is beside each kind */
  constructor(
    private readonly directory: HubDirectory,
    private readonly schoolIndex: URL | undefined,
    private readonly hints: Readonly<Record<Suggestion['kind'], string>>,
  ) {}

  /** Names that begin with a text; nothing is fetched before it is a name. */
  async names(text: string): Promise<readonly Suggestion[]> {
    const letters = text.trim();
    if (looksLikePostcode(letters) || (letters.length < NAME_FROM && this.suggester === undefined)) return [];
    this.suggester ??= loadSuggester(this.directory);
    let suggest: Suggester;
    try {
      suggest = await this.suggester;
    } catch {
      // The place names did not arrive (offline): the councils are here already.
      this.suggester = undefined;
      return this.councils(letters);
    }
    return suggest(letters, MOST_NAMES).map((found) => ({ ...found, hint: this.hints[found.kind] }));
  }

  private async schoolsNamed(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const { schoolIndex } = this;
    if (schoolIndex === undefined || text.trim().length < NAME_FROM) return [];
    this.schools ??= openIndex(schoolIndex).catch((error: unknown) => {
      this.schools = undefined;
      throw error;
    });
    const index = await this.schools;
    const options = { signal, limit: MOST_SCHOOLS };
    const { kind, value } = readTyped(text);
    const found =
      kind === 'urn' || kind === 'laestab'
        ? await index.byNumber(value, options)
        : looksLikePostcode(text)
          ? await index.byPostcode(text, options)
          : await index.byName(text, options);
    return found.map((school) => this.school(school));
  }

  /** What a person means by a text that is searched for without choosing a suggestion. */
  async read(text: string, signal: AbortSignal): Promise<Reading> {
    const { kind } = readTyped(text);
    const isNumber = kind === 'urn' || kind === 'laestab';
    if (!isNumber && (kind === 'postcode' || kind === 'outcode' || looksLikePostcode(text)))
      return { query: { postcode: text } };
    const schools = await this.schoolsOrNone(text, signal);
    const [numbered] = schools;
    if (isNumber && numbered !== undefined) return { suggestion: numbered };
    const named = [...(await this.names(text)), ...schools];
    const [same, ...others] = named.filter(({ name, label }) =>
      [name, label].some((each) => each.localeCompare(text, 'en-GB', { sensitivity: 'base' }) === 0),
    );
    if (same && others.length === 0 && (same.kind === 'hub' || same.kind === 'school'))
      return { suggestion: same };
    const onlySchools = schools.length > 0 && named.every(({ kind, slip }) => kind === 'school' || slip);
    return onlySchools ? { schools } : { query: { place: text } };
  }

  /** Schools while a person types: another host than the page's own is asked only when they search. */
  async schoolsWhileTyping(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const ownSite = this.schoolIndex?.origin === new URL(document.baseURI).origin;
    return ownSite ? this.schoolsOrNone(text, signal) : [];
  }

  /** No schools when the index cannot be read: names of councils and places still work. */
  private async schoolsOrNone(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    try {
      return await this.schoolsNamed(text, signal);
    } catch (error) {
      if (!signal.aborted) console.warn('<mh-find-a-hub>: schools cannot be suggested.', error);
      return [];
    }
  }

  private school(school: IndexedSchool): Suggestion {
    const { name, town, laName, laCode, districtCode, postcode } = school;
    const place = [town, postcode ?? laName].filter(Boolean).join(', ');
    const query = { school: { name, laCode, districtCode, postcode } };
    return {
      kind: 'school',
      hint: this.hints.school,
      name,
      label: `${name}, ${place}`,
      query,
      school,
      slip: false,
    };
  }

  private councils(text: string): readonly Suggestion[] {
    return findAreas(this.directory, text)
      .slice(0, MOST_NAMES)
      .map((area) => ({
        kind: 'council',
        hint: this.hints.council,
        name: area.name,
        label: areaLabel(this.directory, area),
        query: { authority: area.gss },
        slip: false,
      }));
  }
}

async function openIndex(address: URL): Promise<SchoolIndex> {
  const { openSchoolIndex } = await import('@maths-hubs/sdk/schools/index-files');
  return openSchoolIndex(address, { fetch: (...request) => fetch(...request) });
}
