import { checkCitations, citedIn } from './citations.mjs';
import { DataFault, faultsOf } from './fault.mjs';
import { checkNames, checkReferences, checkShape } from './shape.mjs';

const YEAR = /^(\d{4})\/(\d{2})$/;

function checkTable(sources, used) {
  const { faults, add } = faultsOf('sources.json');
  const ids = sources.map(({ id }) => id);
  sources.forEach(({ id, publisher, title, url }, index) => {
    const path = `[${index}]`;
    if (!/^[a-z0-9-]+$/.test(id)) add(path, `id "${id}"`, 'Use lower-case letters, digits and hyphens');
    if (ids.indexOf(id) !== index) add(path, `id "${id}" twice`, 'Give each its own');
    if (!publisher || !title) add(path, `"${id}" without publisher or title`, 'Name both');
    if (!used.has(id)) add(path, `"${id}" is cited by nothing`, 'Cite it, or remove it');
    if (url !== null && !/^https?:\/\//.test(url)) add(path, `address "${url}"`, 'Give it in full, or null');
  });
  return faults;
}

function checkYear(file, name, schoolYear) {
  const { faults, add } = faultsOf(file);
  const [, from, to] = YEAR.exec(schoolYear) ?? [];
  if (from === undefined || (Number(from) + 1) % 100 !== Number(to)) {
    add('schoolYear', JSON.stringify(schoolYear), 'Write two years that follow each other, as 2020/21');
  } else if (name !== schoolYear.replace('/', '-')) {
    add('schoolYear', `"${schoolYear}" in a file named ${name}`, 'Make them agree');
  }
  return faults;
}

function checkRequirements(requirements, editions) {
  return [...requirements].flatMap(([name, { json }]) => {
    const { faults, add } = faultsOf(`requirements/${name}.json`);
    const phases = editions.find(([edition]) => edition === name)?.[1].phases.map(({ id }) => id);
    if (!phases) add('', 'a year without an edition', 'Write the edition first, or correct the name');
    for (const id of Object.keys(json)) {
      if (phases && !phases.includes(id)) add(id, 'a phase not in that edition', `Use ${phases.join(', ')}`);
    }
    return faults;
  });
}

function checkDoors(doors, editions) {
  return [...doors].flatMap(([name, { json }]) => {
    const { faults, add } = faultsOf(`doors/${name}.json`);
    const phases = editions.find(([edition]) => edition === name)?.[1].phases.map(({ id }) => id);
    if (!phases) add('', 'a year without an edition', 'Write the edition first, or correct the name');
    json.forEach(({ id, phase }, index) => {
      if (phases && phase !== null && !phases.includes(phase))
        add(
          `[${index}].phase`,
          `"${phase}", a phase not in that edition`,
          `Use ${phases.join(', ')}, or null`,
        );
      if (json.findIndex((door) => door.id === id) !== index)
        add(`[${index}].id`, `"${id}" twice`, 'Give each its own');
    });
    return faults;
  });
}

/**
 * Checks all facts together and throws one DataFault that lists everything wrong.
 * @param {object} data  files as read
 * @param {[string, object][]} editions  as shipped, by name
 * @param {Record<string, object>} table  every source by id
 */
export function checkData(data, editions, table) {
  const facts = [...data.facts].map(([name, { json }]) => [`${name}.json`, json]);
  const used = new Set(
    [...editions.map(([, edition]) => edition), ...facts.map(([, json]) => json)].flatMap((json) => [
      ...citedIn(json),
    ]),
  );
  const texts = [
    ['sources.json', data.sources],
    ...[...data.editions].map(([name, file]) => [`editions/${name}.json`, file]),
    ...[...data.requirements].map(([name, file]) => [`requirements/${name}.json`, file]),
    ...[...data.doors].map(([name, file]) => [`doors/${name}.json`, file]),
    ...[...data.facts].map(([name, file]) => [`${name}.json`, file]),
  ];
  const faults = [
    ...checkTable(data.sources.json, used),
    ...checkRequirements(data.requirements, editions),
    ...checkDoors(data.doors, editions),
    ...editions.flatMap(([name, edition]) => {
      const file = `editions/${name}.json`;
      return [
        ...checkYear(file, name, edition.schoolYear),
        ...checkCitations(file, edition, table, { dated: true }),
        ...checkShape(file, edition),
        ...checkReferences(file, edition),
      ];
    }),
    ...facts.flatMap(([file, json]) => [
      ...checkCitations(file, json, table, { dated: false }),
      ...checkShape(file, json),
    ]),
    ...texts.flatMap(([file, { text }]) => checkNames(file, text)),
  ];
  if (faults.length > 0) throw new DataFault(faults);
}
