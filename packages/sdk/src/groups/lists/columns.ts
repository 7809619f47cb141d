/** The headings that people use for each column: letters and digits only, in lower case. */
export type Spellings<C extends string> = Readonly<Record<C, readonly string[]>>;

/** Folded headings of place columns in spreadsheets. */
export const PLACE_COLUMNS = {
  postcode: ['postcode', 'schoolpostcode', 'pcds', 'pcd', 'postalcode', 'homepostcode', 'basepostcode'],
  easting: ['easting', 'eastings', 'gridx', 'x', 'oseast1m', 'east1m', 'eastingm'],
  northing: ['northing', 'northings', 'gridy', 'y', 'osnrth1m', 'north1m', 'northingm'],
} as const satisfies Spellings<string>;

export const SCHOOL_COLUMNS = {
  ...PLACE_COLUMNS,
  reference: [
    'reference',
    'ref',
    'applicationreference',
    'applicationref',
    'applicationid',
    'applicationno',
    'id',
    'number',
  ],
  schoolName: ['schoolname', 'school', 'nameofschool', 'establishmentname', 'establishment'],
  name: ['name'],
  urn: ['urn', 'schoolurn', 'uniquereferencenumber'],
  kind: ['kind', 'type'],
  phase: ['phase', 'phaseappliedfor', 'workgroup', 'project', 'appliedfor', 'programme'],
  completed: [
    'pastphases',
    'completed',
    'completedphases',
    'previousphases',
    'pastphase',
    'takenpartin',
    'done',
    'history',
    'previous',
  ],
  readinessDone: [
    'readiness',
    'completedreadiness',
    'readinesscompleted',
    'masteryreadiness',
    'donereadiness',
  ],
  trust: ['trust', 'mat', 'multiacademytrust', 'trustsname', 'trustname', 'trusts', 'academytrust'],
  headteacher: ['headteacher', 'head', 'headname', 'headteachername', 'headsname', 'executivehead'],
  headEmail: ['heademail', 'headteacheremail'],
  order: ['order', 'priority', 'rank', 'huborder', 'preference'],
  weekdays: ['weekdays', 'days', 'releasedays', 'availability', 'available', 'day'],
  specialist: ['specialist', 'pin', 'pinnedto', 'pinned', 'pinto'],
  state: ['state', 'status', 'outcome', 'decision'],
} as const satisfies Spellings<string>;

export const SPECIALIST_COLUMNS = {
  ...PLACE_COLUMNS,
  id: ['initials', 'id', 'specialist', 'specialistinitials', 'code', 'reference', 'ref'],
  name: ['name', 'specialistname', 'fullname', 'masteryspecialist', 'pms'],
  phases: ['phases', 'phase', 'leads'],
  groups: ['groups', 'workgroups', 'numberofgroups', 'maxgroups'],
  schools: ['schools', 'capacity', 'maxschools', 'numberofschools', 'places'],
  days: ['days', 'daysavailable', 'daysayear', 'daysperyear', 'availability', 'available', 'release'],
  weekdays: ['weekdays', 'weekday', 'daysoftheweek', 'daysofweek', 'workingdays'],
  maxKilometres: [
    'maxkilometres',
    'maxkm',
    'km',
    'travellimit',
    'travellimitkm',
    'maxtravel',
    'maxtravelkm',
    'limit',
    'radius',
    'maxdistance',
    'maxdistancekm',
    'travelkm',
  ],
  maxMiles: ['maxmiles', 'miles', 'travellimitmiles', 'maxtravelmiles', 'maxdistancemiles', 'travelmiles'],
} as const satisfies Spellings<string>;

/** The position of each column; of several matching headings, the first spelling wins. */
export function placesOf<C extends string>(
  header: readonly string[],
  spellings: Spellings<C>,
): ReadonlyMap<C, number> {
  const keys = header.map((heading) => heading.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const found = (Object.entries(spellings) as [C, readonly string[]][]).flatMap(([column, names]) => {
    const name = names.find((each) => keys.includes(each));
    return name === undefined ? [] : [[column, keys.indexOf(name)] as const];
  });
  return new Map(found);
}
