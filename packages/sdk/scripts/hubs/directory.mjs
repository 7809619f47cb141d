/** Packs the hub directory: the other end of src/hubs/directory/packed.ts. */
export function packDirectory(hubs, coverage, authorities, districts, former) {
  const regions = [...new Set(authorities.authorities.map(({ region }) => region))];
  const sourceIndex = new Map(hubs.sources.map(({ id }, index) => [id, index]));
  const hubIndex = new Map(hubs.hubs.map(({ id }, index) => [id, index]));
  const counties = authorities.authorities.filter(({ type }) => type === 'county');
  return {
    asOf: hubs.asOf,
    regions,
    sources: lines(hubs.sources.map((s) => [s.id, s.publisher, s.title, s.date, s.url, s.note])),
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
      ]),
    ),
    authorities: lines(
      authorities.authorities.map((area) => [area.gss, area.dfe, regions.indexOf(area.region), area.name]),
    ),
    districts: lines(
      counties.flatMap((county) => [
        [county.gss],
        ...districts.districts
          .filter(({ authority }) => authority === county.gss)
          .map(({ gss, name }) => [gss, name]),
      ]),
    ),
    former: lines(
      former.former.map((area) => [area.gss, area.dfe, area.until, area.successors.join(','), area.name]),
    ),
    groups: lines(authorities.groups.map(({ gss, members, name }) => [gss, members.join(','), name])),
    coverage: packCoverage(coverage.coverage, hubIndex, sourceIndex),
  };
}

/** One line for each hub, grade and source, with all the areas it speaks of. */
function packCoverage(coverage, hubIndex, sourceIndex) {
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
      return [hub, grade, source, areas.join(','), note];
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
