/**
 * The code tables of `data/gias.json` as a TypeScript module: what the predicates need, without the reasons.
 * @param {object} gias the parsed file
 * @returns {string} source of `src/generated/gias.ts`
 */
export function giasModule(gias) {
  const { statuses, phases, typeGroups, types, regions, authorities } = gias;
  const table = (rows, value) => Object.fromEntries(rows.map((row) => [row.code, value(row)]));
  const names = ({ name, aliases = [] }) => [name, ...aliases];
  const constants = {
    statusOpen: table(statuses.rows, (row) => row.open),
    phaseIds: table(phases.rows, (row) => row.id),
    groupStateFunded: table(typeGroups.rows, (row) => row.stateFunded),
    typeRules: table(types.rows, ({ group, stateFunded, provision }) => ({ group, stateFunded, provision })),
    regionInEngland: table(regions.rows, (row) => row.inEngland),
    englishAuthorities: [...authorities.england, ...authorities.formerEngland].join(' '),
    authoritiesOutsideEngland: authorities.outsideEngland.map(({ from, to }) => [from, to]),
    statusNames: table(statuses.rows, names),
    phaseNames: table(phases.rows, names),
    typeGroupNames: table(typeGroups.rows, names),
    typeNames: table(types.rows, names),
    regionNames: table(regions.rows, names),
  };
  return [
    '// Made from data/gias.json by `npm run data`. Do not edit.',
    ...Object.entries(constants).map(
      ([name, value]) => `export const ${name} = ${JSON.stringify(value)} as const;`,
    ),
    '',
  ].join('\n');
}
