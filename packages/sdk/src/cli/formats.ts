import { parseEdition, parseOverrides } from '../programme/schema.js';

/** A kind of file that `validate` can read. `read` throws `InvalidDataError` with every fault. */
export interface FileFormat {
  /** What the file's `format` field says. */
  readonly format: string;
  readonly what: string;
  /** Reads the JSON and says in a line what it holds. */
  readonly read: (json: unknown) => string | Promise<string>;
}

/** Every kind of file that a hub may write. */
export const FORMATS: readonly FileFormat[] = [
  {
    format: 'maths-hubs-edition/1',
    what: 'a school year’s terms',
    read: (json) => {
      const { schoolYear, hub, phases } = parseEdition(json);
      return `an edition for ${schoolYear}${hub === null ? '' : ` of ${hub}`} with ${phases.length} phases`;
    },
  },
  {
    format: 'maths-hubs-overrides/1',
    what: 'how a hub’s terms differ from a year’s',
    read: async (json) => {
      const overrides = parseOverrides(json);
      const { extendEdition, loadEdition } = await import('../programme/index.js');
      extendEdition(await loadEdition(overrides.schoolYear), overrides);
      return `overrides of ${overrides.hub} that fit the ${overrides.schoolYear} edition`;
    },
  },
];
