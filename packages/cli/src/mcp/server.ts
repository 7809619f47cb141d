import { readFileSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { contradictionsIn, decide, recommendEntry } from '@maths-hubs/sdk/eligibility';
import { MathsHubsError } from '@maths-hubs/sdk/evidence';
import { fundingFor, releaseCost } from '@maths-hubs/sdk/funding';
import { findHub, loadHubs } from '@maths-hubs/sdk/hubs';
import { postcodesIo } from '@maths-hubs/sdk/postcodes';
import { diffEditions, editions, loadEdition, phaseOf } from '@maths-hubs/sdk/programme';
import { FACTS } from '@maths-hubs/sdk/schools';
import { decisionText } from '../commands/decide.js';
import { diffText } from '../commands/diff.js';
import { editionText, phaseText } from '../commands/edition.js';
import { factText } from '../commands/facts.js';
import { fundingText } from '../commands/funding.js';
import { resultText } from '../commands/hub.js';
import { factsFrom } from '../read-facts.js';

const INSTRUCTIONS = `Facts on the Teaching for Mastery programme of England's Maths Hubs, year by year, each with its source. Quote the source and the school year with every fact.
What is not known is to be told as "ask your hub", never as nought, "no" or another year's figure. A hub's own terms may differ from this public evidence. An outcome of "eligible" is no place: hubs select schools.`;

const year = z.string().describe('School year, such as 2024/25; "list_years" tells which there are');
const phase = z.string().describe('Phase id, such as readiness, development, embedding or sustaining');

/** A server of the Model Context Protocol whose every answer comes from the functions that the commands use. */
export function createServer(): McpServer {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const server = new McpServer({ name: 'maths-hubs', version }, { instructions: INSTRUCTIONS });
  const reads = { readOnlyHint: true, openWorldHint: false } as const;

  server.registerTool(
    'list_years',
    {
      description: 'School years that there are terms for, and how good the evidence of each is.',
      inputSchema: z.object({}),
      annotations: reads,
    },
    answering(() =>
      editions()
        .map(({ schoolYear, evidence }) => `${schoolYear}: evidence ${evidence}`)
        .join('\n'),
    ),
  );
  server.registerTool(
    'get_terms',
    {
      description:
        'The terms of one school year, or of one phase of it: what a school gives and gets, who may join; each with its source.',
      inputSchema: z.object({ year, phase: phase.optional() }),
      annotations: reads,
    },
    answering(async (asked: { readonly year: string; readonly phase?: string | undefined }) => {
      const edition = await loadEdition(asked.year);
      return asked.phase === undefined
        ? editionText(edition, true)
        : phaseText(edition, phaseOf(edition, asked.phase), true);
    }),
  );
  server.registerTool(
    'what_changed',
    {
      description: 'What differs between two school years, with the source of both values.',
      inputSchema: z.object({ from: year, to: year }),
      annotations: reads,
    },
    answering(async ({ from, to }: { readonly from: string; readonly to: string }) => {
      const [before, after] = await Promise.all([loadEdition(from), loadEdition(to)]);
      return diffText(diffEditions(before, after), before, after, { before, after });
    }),
  );
  server.registerTool(
    'list_facts',
    {
      description: 'Every fact about a school that a rule may test: its id, the question, its answers.',
      inputSchema: z.object({}),
      annotations: reads,
    },
    answering(() => FACTS.map(factText).join('\n\n')),
  );
  server.registerTool(
    'check_eligibility',
    {
      description:
        'Whether a school may join a phase: every requirement with what was found and its source, what to ask next, what would change the answer. Give only facts that are known; never guess one.',
      inputSchema: z.object({
        year,
        phase,
        school: z
          .record(z.string(), z.unknown())
          .describe('Facts by id, such as {"inEngland": true, "schoolPhase": "primary"}; null for not sure'),
      }),
      annotations: reads,
    },
    answering(
      async (asked: {
        readonly year: string;
        readonly phase: string;
        readonly school: Readonly<Record<string, unknown>>;
      }) => {
        const edition = await loadEdition(asked.year);
        const school = factsFrom(asked.school);
        const decision = decide(edition, asked.phase, school);
        return decisionText(decision, contradictionsIn(school), recommendEntry(edition, school), edition);
      },
    ),
  );
  server.registerTool(
    'estimate_funding',
    {
      description: 'The money that a phase brings a school, as an honest range, each line with its source.',
      inputSchema: z.object({
        year,
        phase,
        textbook_pounds: z.number().min(0).optional().describe('What the school spends on listed textbooks'),
      }),
      annotations: reads,
    },
    answering(
      async (asked: {
        readonly year: string;
        readonly phase: string;
        readonly textbook_pounds?: number | undefined;
      }) => {
        const edition = await loadEdition(asked.year);
        const pounds = asked.textbook_pounds;
        const facts = {
          textbookSpend: pounds === undefined ? null : Math.round(pounds * 100),
          invited: null,
          previousClaims: null,
        };
        return fundingText(
          edition,
          fundingFor(edition, asked.phase, facts),
          releaseCost(edition, asked.phase, { ...facts, dailySupplyCost: null }),
        );
      },
    ),
  );
  server.registerTool(
    'find_hub',
    {
      description:
        'The Maths Hub of a postcode, a council or a place, how sure that is, and why. Give one of the three.',
      inputSchema: z.object({
        postcode: z.string().optional().describe('Looked up at postcodes.io'),
        council: z.string().optional(),
        place: z.string().optional(),
      }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    answering(
      async ({
        postcode,
        council,
        place,
      }: {
        readonly postcode?: string | undefined;
        readonly council?: string | undefined;
        readonly place?: string | undefined;
      }) => {
        const query = postcode ? { postcode } : council ? { authority: council } : place ? { place } : null;
        if (query === null) return 'Give a postcode, a council or a place.';
        return resultText(await findHub(query, { directory: await loadHubs(), resolver: postcodesIo() }));
      },
    ),
  );
  return server;
}

interface ToolAnswer {
  [key: string]: unknown;
  content: { type: 'text'; text: string }[];
  isError?: boolean;
}

/** A tool's answer as text; a failure is an error with its remedy, so that the model can ask better. */
function answering<T>(answer: (asked: T) => string | Promise<string>): (asked: T) => Promise<ToolAnswer> {
  return async (asked) => {
    try {
      return { content: [{ type: 'text', text: await answer(asked) }] };
    } catch (error) {
      if (!(error instanceof MathsHubsError)) throw error;
      return { content: [{ type: 'text', text: error.message }], isError: true };
    }
  };
}
