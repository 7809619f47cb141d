import { doorsOf, firmnessOf, sayFirmness, type FirmnessKind } from '@maths-hubs/sdk/eligibility';
import { mattersOf, type Matter, type Problem } from '@maths-hubs/sdk/eligibility/prove';
import { questionOf } from '@maths-hubs/sdk/eligibility/register';
import { cite, type Source, type SourceId } from '@maths-hubs/sdk/evidence';
import { phaseName, type Edition, type Phase } from '@maths-hubs/sdk/programme';
import { labelOf, type Change, type Facts, type FactValue } from '@maths-hubs/sdk/rules';
import { FACTS } from '@maths-hubs/sdk/schools';
import { escaped } from '../html-text.js';

/** A year's terms with what was proved of them. */
export interface ProvedEdition {
  readonly edition: Edition;
  readonly problems: readonly Problem[];
}

const FIRMNESS: Readonly<Record<FirmnessKind, string>> = {
  stated: 'Stated',
  'worked-out': 'Worked out from what is stated',
  'hub-in-some-cases': 'Holds; the hub decides some cases',
  'hub-otherwise': 'Rules nobody out: who does not meet it asks the hub',
  'hub-decides': 'Left to the hub: no source states a rule',
};

const OUTCOME = {
  eligible: 'eligible',
  'not-eligible': 'not eligible',
  undetermined: 'left to the hub',
} as const;

/** How many smallest changes are shown of one school. */
const CHANGES_SHOWN = 3;

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem auto;max-width:60rem;padding:0 1rem;color:CanvasText;background:Canvas;overflow-wrap:anywhere}
article{border-top:1px solid;padding:.5rem 0 1rem;break-inside:avoid}
h3,h4{margin:.5rem 0}dt{font-weight:700}dd{margin:0 0 .5rem}ul{margin:0;padding-left:1.2rem}
@media print{body{margin:0;max-width:none}a{color:inherit}}`;

const domains = new Map<string, (typeof FACTS)[number]>(FACTS.map((fact) => [fact.id, fact]));

export function titleOf({ schoolYear, hub }: Edition): string {
  return hub ? `${schoolYear}, ${hub}` : schoolYear;
}

/** The page of one edition: every requirement, how firm it is, where it comes from, and a school to which it matters. */
export function proofPage({ edition, problems }: ProvedEdition): string {
  const failures = problems.filter(({ severity }) => severity === 'failure');
  return page(
    `Who can join in ${titleOf(edition)}, proved`,
    [
      `<p>Version ${escaped(edition.version)}. Proved over every set of answers that a school can give, known in full or in part.</p>`,
      `<p><strong>${failures.length === 0 ? 'The rules hold together: none contradicts another, none is idle, and each is decided as soon as it can be.' : 'The rules do not hold together.'}</strong></p>`,
      list(problems.map((problem) => escaped(problemText(problem)))),
      ...edition.phases.map((phase) => phasePart(edition, phase)),
      doorsPart(edition, problems),
    ].join('\n'),
  );
}

/** The list of the pages, when there are several. */
export function indexPage(
  pages: readonly { readonly file: string; readonly proved: ProvedEdition }[],
): string {
  return page(
    'Who can join: the rules of each year, proved',
    `<ul>${pages
      .map(({ file, proved: { edition, problems } }) => {
        const failures = problems.filter(({ severity }) => severity === 'failure').length;
        const said = failures === 0 ? 'its rules hold together' : `${failures} failures`;
        return `<li><a href="${escaped(file)}">${escaped(titleOf(edition))}</a>: ${said}</li>`;
      })
      .join('\n')}</ul>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

function phasePart(edition: Edition, phase: Phase): string {
  const matters =
    phase.requirements.length === 0
      ? '<p>We know of no rule for who may join.</p>'
      : mattersOf(edition, phase)
          .map((matter) => requirementPart(matter, edition.sources))
          .join('\n');
  return `<section>\n<h2 id="${escaped(phase.id)}">${escaped(phaseName(phase))}</h2>\n${matters}\n</section>`;
}

function requirementPart(
  { requirement, school, decision }: Matter,
  sources: Readonly<Record<SourceId, Source>>,
): string {
  const { statement, source, basis, id } = requirement;
  const firmness = firmnessOf(requirement);
  const says = [...sayFirmness(firmness), ...firmness.searched];
  return `<article>
<h3>${escaped(statement)}</h3>
<dl>
<dt>How firm</dt><dd>${escaped(FIRMNESS[firmness.kind])}.${list(says.map(escaped))}</dd>
<dt>Source</dt><dd>${linked(cite({ value: statement, source, basis }, sources)) || 'No source states it.'}</dd>
<dt>A school to which it matters</dt><dd>${
    school && decision
      ? `${list(answersOf(school))}<p>This school is ${OUTCOME[decision.outcome]} (rule “${escaped(id)}”).</p>`
      : requirement.effect === 'bars'
        ? 'None: other rules decide on every school that does not meet it.'
        : 'None: it is advice, and bars nobody.'
  }</dd>
${decision && decision.changes.length > 0 ? `<dt>Smallest changes after which it would be eligible</dt><dd>${list(decision.changes.slice(0, CHANGES_SHOWN).map(changeText))}${decision.changes.length > CHANGES_SHOWN ? `and ${decision.changes.length - CHANGES_SHOWN} more.` : ''}</dd>` : ''}
</dl>
</article>`;
}

function doorsPart(edition: Edition, problems: readonly Problem[]): string {
  const doors = doorsOf(edition);
  const faults = problems.filter(({ kind }) => kind === 'gap' || kind === 'overlap');
  const proved =
    faults.length === 0
      ? '<p><strong>No gap and no overlap: every school comes to exactly one way in.</strong></p>'
      : list(faults.map((problem) => escaped(problemText(problem))));
  if (doors.length === 0) return '<section><h2>Ways in</h2><p>We know of none.</p></section>';
  return `<section>
<h2>Ways in</h2>
${proved}
${list(doors.map(({ id, statement, source, basis }) => `<strong>${escaped(id)}</strong>: ${escaped(statement)} ${linked(cite({ value: statement, source, basis }, edition.sources))}`))}
</section>`;
}

function problemText({ severity, phase, requirement, message, witness }: Problem): string {
  const where = [phase, requirement].filter(Boolean).join(' / ');
  const shown = witness ? ` For example: ${JSON.stringify(witness)}` : '';
  return `${severity === 'failure' ? 'Failure' : 'Notice'}${where ? `, ${where}` : ''}: ${message}${shown}`;
}

function changeText({ facts, provided }: Change): string {
  const changed = facts.map(({ fact, to }) => said(fact.id, to));
  const given = provided.map(({ fact, is }) => said(fact.id, is));
  return [...changed, ...(given.length > 0 ? [`provided that: ${given.join(' and ')}`] : [])].join(' and ');
}

function answersOf(school: Facts): string[] {
  return Object.entries(school).map(([fact, value]) =>
    value === null || value === undefined ? `${escaped(questionOf(fact))} Not sure` : said(fact, [value]),
  );
}

function said(fact: string, values: readonly FactValue[]): string {
  const domain = domains.get(fact)?.domain;
  const words = values.map((value) => (domain ? labelOf(domain, value) : String(value)));
  return escaped(`${questionOf(fact)} ${words.join(' or ')}`);
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** A citation with its addresses as links. */
function linked(citation: string): string {
  return escaped(citation).replace(
    /https?:\/\/[^\s;,)]+/g,
    (address) => `<a href="${address}">${address}</a>`,
  );
}
