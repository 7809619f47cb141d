import { DataFault } from '../data/fault.mjs';

/** Refuses a name, code or id that points nowhere: what is shipped must be whole. */
export function checkHubs({ hubs, coverage, authorities, districts, former, names }) {
  const ids = new Set(hubs.hubs.map(({ id }) => id));
  const sources = new Set(hubs.sources.map(({ id }) => id));
  const areas = new Set([...authorities.authorities, ...districts.districts].map(({ gss }) => gss));
  const need = (set, value, where) => {
    if (!set.has(value)) throw new DataFault([`${where}: “${value}” is not known. Correct it there.`]);
  };
  for (const hub of hubs.hubs) for (const source of hub.sources) need(sources, source, `hubs.json ${hub.id}`);
  for (const row of coverage.coverage) {
    need(areas, row.area, 'coverage.json area');
    for (const hub of row.candidates ?? [row.hub]) need(ids, hub, `coverage.json ${row.area}`);
    if (row.source) need(sources, row.source, `coverage.json ${row.area}`);
  }
  for (const { gss, authority } of districts.districts) need(areas, authority, `districts.json ${gss}`);
  for (const { gss, successors } of former.former)
    for (const next of successors) need(areas, next, `former-areas.json ${gss}`);
  const nameSources = new Set(names.sources.map(({ id }) => id));
  for (const { name = '', source } of [...names.areas, ...names.names, ...names.places])
    need(nameSources, source, `names.json ${name}`);
  for (const area of areas)
    if (!isCovered(area, coverage, districts))
      throw new DataFault([`coverage.json: says nothing of ${area}. Add its hub or its candidates.`]);
}

function isCovered(area, { coverage }, { districts }) {
  const authority = districts.find(({ gss }) => gss === area)?.authority;
  return coverage.some((row) => row.area === area || row.area === authority);
}
