/** A request in a page's content: a widget by name, with its values. */
export interface Mark {
  /** `journey-map` */
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads a mark as it is written, or as editors, sanitisers and people leave it: the fragment of a link (`…#mh-journey-map?edition=2024-25`),
 * or the words of `[maths-hub journey-map 2024/25]`. Any dash, any order, any case, quotation marks of every kind.
 * @returns undefined if it is not a mark
 */
export function readMark(text: string): Mark | undefined {
  const hash = text.indexOf('#');
  return hash >= 0 ? ofFragment(text.slice(hash + 1)) : ofWords(text);
}

/** Decoded once: an address in it may hold `%26` of its own. */
function ofFragment(fragment: string): Mark | undefined {
  // Some systems write the `?` and `&` of a fragment as entities or codes.
  const [, name, query = ''] = /^mh-([a-z-]+)(?:(?:\?|%3f|&(?:amp;)?)(.*))?$/is.exec(fragment.trim()) ?? [];
  if (name === undefined) return undefined;
  const values: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(query.replace(/&amp;/gi, '&'))) keep(values, key, value);
  return { name: name.toLowerCase(), values };
}

function ofWords(text: string): Mark | undefined {
  const plain = text.replace(/&quot;|["'“”„‘’″′«»]/g, ' ').replace(/\u00a0|&nbsp;/g, ' ');
  const year = yearIn(plain);
  const values: Record<string, string> = year ? { edition: year } : {};
  let name: string | undefined;
  for (const word of plain.replace(YEAR, ' ').split(/\s+/).filter(Boolean)) {
    const [, key, value] = /^([a-z-]+)=(.*)$/i.exec(word) ?? [];
    if (key && value) keep(values, key, value);
    else if (!key) name ??= word.toLowerCase().replace(/^mh-/, '');
  }
  name = values['widget'] ?? name;
  return name && /^[a-z-]+$/.test(name) ? { name, values } : undefined;
}

const YEAR = /(20\d\d)\s*[-/\u2010-\u2015\u2212]\s*(?:20)?(\d\d)(?!\d)/;

/** `2024/25` of any spelling. */
function yearIn(text: string): string | undefined {
  const [, from, to] = YEAR.exec(text) ?? [];
  return from && to ? `${from}/${to}` : undefined;
}

function keep(values: Record<string, string>, key: string, value: string): void {
  const name = key.trim().toLowerCase().replaceAll('_', '-');
  values[name] = name === 'edition' ? (yearIn(value) ?? value.trim()) : value.trim();
}
