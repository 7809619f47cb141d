import { expect, it } from 'vitest';
import { firmnessOf, sayFirmness } from '@maths-hubs/sdk/eligibility';
import { editions, loadEdition, type Requirement } from '@maths-hubs/sdk/programme';
import { staticHtml } from '@maths-hubs/sdk/static-html';
import { useTerminal } from '../test/terminal.js';
import { main } from './main.js';
import { escaped } from './html-text.js';
import { proofPage } from './proofs/page.js';

const terminal = useTerminal();

/** Text as a reader has it: without markup and line breaks. */
const read = (page: string): string =>
  page
    .replace(/<sup[^]*?<\/sup>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&amp;|&#38;/g, '&')
    .replace(/\s+/g, ' ');

const line = (requirement: Requirement): string =>
  [requirement.statement, ...sayFirmness(firmnessOf(requirement))].join(' ');

it.each(editions().map(({ schoolYear }) => schoolYear))(
  'says of every requirement of %s how firm it is, in every list',
  async (year) => {
    const edition = await loadEdition(year);
    await main(['edition', year]);
    const lists = {
      'maths-hubs edition': terminal.out.replace(/\s+/g, ' '),
      sheet: read(staticHtml('information-sheet', { edition }, { headingLevel: 1 })),
      map: read(staticHtml('journey-map', { edition }, { headingLevel: 1 })),
      checker: read(staticHtml('eligibility-checker', { edition }, { headingLevel: 1 })),
    };
    const proof = proofPage({ edition, problems: [] });
    for (const requirement of edition.phases.flatMap(({ requirements }) => requirements)) {
      for (const [name, text] of Object.entries(lists))
        expect(text, `${name}: ${requirement.id}`).toContain(line(requirement));
      for (const said of sayFirmness(firmnessOf(requirement))) expect(proof).toContain(escaped(said));
      expect(proof).toContain(`<h3>${escaped(requirement.statement)}</h3>`);
    }
  },
);
