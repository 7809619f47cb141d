import { faultsOf } from './fault.mjs';
import { objectsIn } from './citations.mjs';

/** Units of terms, and of statistics beside them. */
const UNITS = [
  ...['school', 'teacher', 'meeting', 'visit', 'half-day', 'day', 'year', 'pence', 'person', 'percent'],
  ...['hub', 'institution'],
];
const DATE_KEYS = ['opens', 'closes', 'claimBy', 'starts', 'ends', 'version'];

function isIsoDay(text) {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const isAmount = (n) => n === null || (Number.isFinite(n) && n >= 0);

function checkQuantity(path, quantity, add) {
  const { min, max, unit } = quantity;
  if (!UNITS.includes(unit)) add(path, `unit ${JSON.stringify(unit)}`, `Use one of ${UNITS.join(', ')}`);
  if (!isAmount(min) || !isAmount(max) || (min === null && max === null)) {
    add(path, `min ${min}, max ${max}`, 'Give at least one end, as a number from 0; an open end is null');
  } else if (min !== null && max !== null && min > max) {
    add(path, `min ${min} above max ${max}`, 'Swap them');
  }
  if (unit === 'pence' && ![min, max].every((n) => n === null || Number.isInteger(n))) {
    add(path, 'a part of a penny', 'Give money in whole pence');
  }
}

function checkFunding(path, term, add) {
  const { pence, kind, matchRate } = term;
  if (pence !== null && (!Number.isInteger(pence) || pence < 0)) {
    add(path, `pence ${pence}`, 'Give whole pence, or null where no source states a sum');
  }
  if (kind === 'not-stated' && pence !== null) {
    add(path, 'a sum on money that is "not-stated"', 'Set pence to null, or choose another kind');
  }
  if (kind !== 'match-ceiling' && matchRate !== undefined) {
    add(path, 'a match rate on money that is not matched', 'Remove matchRate');
  }
}

/** Checks units, money and days anywhere. Returns faults. */
export function checkShape(file, json) {
  const { faults, add } = faultsOf(file);
  for (const { path, object } of objectsIn(json)) {
    if ('unit' in object) checkQuantity(path, object, add);
    if ('pence' in object) checkFunding(path, object, add);
    for (const key of DATE_KEYS) {
      if (key in object && object[key] !== null && !isIsoDay(object[key])) {
        add(`${path}.${key}`, JSON.stringify(object[key]), 'Write a day as 2020-09-01');
      }
    }
  }
  return faults;
}

/** Checks that ids are unique and that every phase named exists. Returns faults. */
export function checkReferences(file, edition) {
  const { faults, add } = faultsOf(file);
  const phases = edition.phases.map(({ id }) => id);
  const known = (path, ids) => {
    for (const id of ids) {
      if (!phases.includes(id))
        add(path, `phase "${id}"`, `Name one of this edition's: ${phases.join(', ')}`);
    }
  };
  const unique = (path, ids) => {
    for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) {
      add(path, `id "${id}" twice`, 'Give each its own');
    }
  };
  unique('phases', phases);
  unique(
    'recruitment',
    edition.recruitment.map(({ id }) => id),
  );
  unique(
    'linkedProjects',
    edition.linkedProjects.map(({ id }) => id),
  );
  edition.phases.forEach(({ terms, requirements }, index) => {
    known(`phases[${index}].terms.next`, terms.next?.value ?? []);
    unique(
      `phases[${index}].requirements`,
      requirements.map(({ id }) => id),
    );
  });
  edition.entryPoints.forEach(({ phase }, index) => known(`entryPoints[${index}]`, [phase]));
  edition.transitions.forEach(({ from, to }, index) => known(`transitions[${index}]`, [from, to]));
  edition.recruitment.forEach((window, index) => known(`recruitment[${index}]`, window.phases));
  return faults;
}

/** Names of our own files and folders have no place in what a reader sees. Returns faults. */
export function checkNames(file, text) {
  const { faults, add } = faultsOf(file);
  for (const found of text.match(/\bseeds?-?\d*\b|\b[0-9a-f]{16}\b|\/work\/|\S+\.txt\b/gi) ?? []) {
    add('', `"${found}"`, 'Name the document as a reader would look it up');
  }
  return faults;
}
