import { faultsOf } from './fault.mjs';

const BASES = ['stated', 'derived'];

/** Every object in plain JSON, with its path, outermost first. */
export function* objectsIn(json, path = '') {
  if (Array.isArray(json)) {
    for (const [index, item] of json.entries()) yield* objectsIn(item, `${path}[${index}]`);
  } else if (json !== null && typeof json === 'object') {
    yield { path, object: json };
    for (const [key, item] of Object.entries(json)) yield* objectsIn(item, path ? `${path}.${key}` : key);
  }
}

/** Ids of every source that the data cites. */
export function citedIn(json) {
  const ids = new Set();
  for (const { object } of objectsIn(json)) {
    if (Array.isArray(object.source)) object.source.forEach((id) => ids.add(id));
  }
  return ids;
}

/** The cited sources, from the table, in the table's order. */
export function embeddedSources(json, table) {
  const cited = citedIn(json);
  return Object.fromEntries(Object.entries(table).filter(([id]) => cited.has(id)));
}

/** An answer that a question offers is no fact. */
const isAnswer = (path) => /\.domain\.values\[\d+\]$/.test(path);

const isVariant = (path) => /\.variants\[\d+\]$/.test(path);

/** Only a record that the hub decides may rest on undated pages: it says what was searched. */
const recordsASearch = ({ condition }) => condition !== undefined && 'hubDecides' in condition;

/**
 * Checks that every fact carries evidence that a reader can look up.
 * @param {{ dated: boolean }} options  `dated`: an undated source is a fault
 * @returns {string[]} faults
 */
export function checkCitations(file, json, table, options) {
  const { dated } = options;
  const { faults, add } = faultsOf(file);
  for (const { path, object } of objectsIn(json)) {
    if (isAnswer(path) || !('value' in object || 'basis' in object || 'source' in object)) continue;
    const { source, basis } = object;
    if (!Array.isArray(source)) {
      add(path, 'a fact without a source list', 'Give "source" as a list of ids from sources.json');
      continue;
    }
    if (source.length === 0 && object.value !== null) {
      add(path, 'a value without a source', 'Cite at least one, or set the value to null');
    }
    for (const id of source) {
      if (!(id in table))
        add(path, `source "${id}" is not in sources.json`, 'Add it there, or correct the id');
      else if (dated && table[id].date === null && !recordsASearch(object)) {
        add(path, `source "${id}" is undated`, 'Cite a dated source, or move the fact to undated.json');
      }
    }
    if (!isVariant(path) && !BASES.includes(basis)) {
      add(path, `basis ${JSON.stringify(basis)}`, `Use one of ${BASES.join(', ')}`);
    }
    if ('value' in object && basis === 'derived' && !object.note) {
      add(path, 'a derived value without a note', 'Say in "note" how it was reached');
    }
  }
  return faults;
}
