import { DataFault } from '../data/fault.mjs';

/** Packs the hub directory: the other end of src/hubs/directory/packed.ts. */
export function packDirectory(hubs, coverage, authorities, districts, former, names) {
  const sources = [...hubs.sources, ...names.sources];
  const regions = [...new Set(authorities.authorities.map(({ region }) => region))];
  const sourceIndex = new Map(hubs.sources.map(({ id }, index) => [id, index]));
  const hubIndex = new Map(hubs.hubs.map(({ id }, index) => [id, index]));
  const counties = authorities.authorities.filter(({ type }) => type === 'county');
  const listed = [
    ...authorities.authorities,
    ...counties.flatMap(({ gss }) => districts.districts.filter(({ authority }) => authority === gss)),
  ];
  const at = (gss) => listed.findIndex((each) => each.gss === gss);
  return {
    asOf: hubs.asOf,
    regions,
    sources: lines(sources.map((s) => [s.id, s.publisher, s.title, s.date, s.url, s.note])),
    hubs: lines(
      hubs.hubs.map((hub) => [
        hub.id,
        hub.name.replace(/ Maths Hub$/, ''),
        regions.indexOf(hub.region),
        hub.leadSchool?.names.join(';'),
        hub.leadSchool?.asOf,
        hub.website,
        hub.email,
        hub.confidence[0],
        hub.asOf,
        hub.sources.map((id) => sourceIndex.get(id)).join(','),
        hub.note,
        hub.alsoKnownAs?.join(';'),
        hub.telephone,
      ]),
    ),
    authorities: lines(
      steps(authorities.authorities).map(([step, area]) => [
        step,
        area.dfe,
        regions.indexOf(area.region),
        area.name,
      ]),
    ),
    districts: lines(
      counties.flatMap((county) => [
        [county.gss],
        ...steps(districts.districts.filter(({ authority }) => authority === county.gss)).map(
          ([step, { name }]) => [step, name],
        ),
      ]),
    ),
    former: lines(
      steps(former.former).map(([step, area]) => [
        step,
        area.dfe,
        area.until,
        ranges(area.successors.map(at)),
        area.name,
      ]),
    ),
    ...packNames(names, authorities, listed, sources),
    coverage: packCoverage(coverage.coverage, hubIndex, sourceIndex, at),
  };
}

/** Areas larger than a council, and the names that people use: members by their place in the list of areas. */
function packNames(names, { authorities, groups }, listed, sources) {
  const sourceAt = (id) => sources.findIndex((each) => each.id === id);
  const own = groups.map(({ gss, name, members }) => ({ id: gss, name, members, source: 'ons-regions' }));
  // Informal areas travel with the places: see places.mjs.
  const named = names.areas.filter(({ kind }) => kind !== 'informal area');
  const areas = [...own, ...named].map((area) => ({ ...area, members: membersOf(area, authorities) }));
  const at = (name) => {
    const index = listed.findIndex((each) => each.name === name || each.gss === name);
    if (index >= 0) return index;
    const group = areas.findIndex(({ id, name: its }) => id === name || its === name);
    if (group < 0) throw new DataFault([`names.json: “${name}” is no council of ours. Correct it there.`]);
    return listed.length + group;
  };
  return {
    groups: lines(
      areas.map((area) => [
        area.id,
        area.name,
        ranges(area.members.map(at)),
        ranges((area.postal ?? []).map(at)),
        sourceAt(area.source),
        area.from,
        area.alsoKnownAs?.join(';'),
      ]),
    ),
    names: lines(packAliases(names.names, at)),
    words: Object.entries(names.words)
      .map((pair) => pair.join(' '))
      .join(';'),
  };
}

/** The councils of a region are in the list of authorities; some areas are several regions. */
function membersOf({ kind, name, members }, authorities) {
  if (typeof members !== 'string') return members;
  const regions = kind === 'region' ? [name] : members.replace(/^regions: /, '').split('; ');
  return authorities.filter(({ region }) => regions.includes(region)).map(({ gss }) => gss);
}

function packAliases(names, at) {
  const byMeaning = new Map();
  for (const { name, means } of names) {
    const key = ranges(means.map(at));
    byMeaning.set(key, [...(byMeaning.get(key) ?? []), name]);
  }
  return [...byMeaning].map(([means, aliases]) => [means, aliases.join(';')]);
}

/** Each area with its code: whole, or how far it is past the one before, nothing for one. */
function steps(areas) {
  return areas.map((area, index) => {
    const before = areas[index - 1]?.gss ?? '';
    const step = Number(area.gss.slice(1)) - Number(before.slice(1));
    const near = before.slice(0, 3) === area.gss.slice(0, 3) && step > 0;
    return [!near ? area.gss : step === 1 ? '' : step, area];
  });
}

/** `4-6,9`: numbers in order, neighbours as a range. */
function ranges(numbers) {
  const ordered = [...new Set(numbers)].sort((a, b) => a - b);
  const runs = [];
  for (const number of ordered) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(',');
}

/** One line for each hub, grade and source, with all the areas it speaks of. */
function packCoverage(coverage, hubIndex, sourceIndex, at) {
  const groups = new Map();
  for (const row of coverage)
    for (const hub of row.candidates ?? [row.hub]) {
      const grade = row.candidates ? 'c' : row.confidence[0];
      const source = row.source ? sourceIndex.get(row.source) : '';
      const key = JSON.stringify([hubIndex.get(hub), grade, source, row.note ?? '']);
      groups.set(key, [...(groups.get(key) ?? []), row.area]);
    }
  return lines(
    [...groups].map(([key, areas]) => {
      const [hub, grade, source, note] = JSON.parse(key);
      return [hub, grade, source, ranges(areas.map(at)), note];
    }),
  );
}

/** Fields as `a|b|c` a line; empty fields at the end are left out. */
function lines(records) {
  return records
    .map((fields) => {
      const cells = fields.map((field) => String(field ?? ''));
      const bad = cells.find((cell) => /[|\n]/.test(cell));
      if (bad !== undefined) throw new Error(`“${bad}” holds a bar or a line break, which part the fields.`);
      return cells.join('|').replace(/\|+$/, '');
    })
    .join('\n');
}
