import { extendDirectory, loadHubs } from '@maths-hubs/sdk/hubs';
import { parseHubFile } from '@maths-hubs/sdk/hubs/schema';
import { parseEdition, parseOverrides } from '@maths-hubs/sdk/programme/schema';

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
      const { extendEdition, loadEdition } = await import('@maths-hubs/sdk/programme');
      extendEdition(await loadEdition(overrides.schoolYear), overrides);
      return `overrides of ${overrides.hub} that fit the ${overrides.schoolYear} edition`;
    },
  },
  {
    format: 'maths-hubs-hub/1',
    what: 'a hub’s own details and the councils it serves',
    read: async (json) => {
      const file = parseHubFile(json);
      const { coverage } = extendDirectory(await loadHubs(), file);
      const areas = coverage.filter(({ hub }) => hub === file.id).length;
      return `details of ${file.id}, which serves ${areas === 1 ? '1 council area' : `${areas} council areas`}`;
    },
  },
];
