import { proveEdition, type Problem } from '@maths-hubs/sdk/eligibility/prove';
import { extendDirectory, loadHubs } from '@maths-hubs/sdk/hubs';
import { parseHubFile } from '@maths-hubs/sdk/hubs/schema';
import { extendEdition, loadEdition } from '@maths-hubs/sdk/programme';
import { parseEdition, parseOverrides } from '@maths-hubs/sdk/programme/schema';

/** What was read: in a line what it holds, and what is proved of its rules. */
interface Reading {
  readonly holds: string;
  readonly problems: readonly Problem[];
}

/** A kind of file that `validate` can read. `read` throws `InvalidDataError` with every fault. */
interface FileFormat {
  /** What the file's `format` field says. */
  readonly format: string;
  readonly what: string;
  readonly read: (json: unknown) => Reading | Promise<Reading>;
}

/** Every kind of file that a hub may write. */
export const FORMATS: readonly FileFormat[] = [
  {
    format: 'maths-hubs-edition/1',
    what: 'a school year’s terms',
    read: (json) => {
      const edition = parseEdition(json);
      const { schoolYear, hub, phases } = edition;
      return {
        holds: `an edition for ${schoolYear}${hub === null ? '' : ` of ${hub}`} with ${phases.length} phases`,
        problems: proveEdition(edition),
      };
    },
  },
  {
    format: 'maths-hubs-overrides/1',
    what: 'how a hub’s terms differ from a year’s',
    read: async (json) => {
      const overrides = parseOverrides(json);
      const base = await loadEdition(overrides.schoolYear);
      const known = new Set(proveEdition(base).map((problem) => JSON.stringify(problem)));
      return {
        holds: `overrides of ${overrides.hub} that fit the ${overrides.schoolYear} edition`,
        problems: proveEdition(extendEdition(base, overrides)).filter(
          (problem) => !known.has(JSON.stringify(problem)),
        ),
      };
    },
  },
  {
    format: 'maths-hubs-hub/1',
    what: 'a hub’s own details and the councils it serves',
    read: async (json) => {
      const file = parseHubFile(json);
      const { coverage } = extendDirectory(await loadHubs(), file);
      const areas = coverage.filter(({ hub }) => hub === file.id).length;
      return {
        holds: `details of ${file.id}, which serves ${areas === 1 ? '1 council area' : `${areas} council areas`}`,
        problems: [],
      };
    },
  },
];
