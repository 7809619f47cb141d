import type { Edition, Phase } from '../programme/index.js';
import { application } from './application.js';
import { linked, secondaryWay } from './beside.js';
import { figures } from './figures.js';
import { guide } from './guide.js';
import { hubList, NCETM_FINDER } from './hubs.js';
import { heading, html, link, Markup, tidy, type Child } from './markup.js';
import { Notes } from './notes.js';
import type { StaticData, StaticOptions } from './options.js';
import { specialists } from './specialists.js';
import { undated } from './undated.js';
import {
  eachPhase,
  howToApply,
  money,
  promises,
  requirements,
  wholePhase,
  windows,
  yearLine,
} from './phases.js';

/** Every widget that makes sense on paper, with its first heading. `mh-` before the name is its tag. */
const TITLES = {
  'journey-map': 'The Teaching for Mastery journey',
  'mastery-guide': 'About Teaching for Mastery',
  'specialist-path': 'Become a Mastery Specialist',
  'information-sheet': 'Work Group Information Sheet',
  'find-a-hub': 'Find your Maths Hub',
  'eligibility-checker': 'Who can join',
  'apply-form': 'Apply',
  'recruitment-status': 'When schools can apply',
  'funding-calculator': 'Funding',
  'commitment-planner': 'What your school commits to',
  'programme-reach': 'The programme in figures',
} as const;

/** The widgets that have static HTML, by name. */
export type StaticWidget = keyof typeof TITLES;

/** Every {@link StaticWidget}. */
export const STATIC_WIDGETS = Object.keys(TITLES) as readonly StaticWidget[];

/** Whether a text names a widget that can be written as plain HTML; {@link StaticWidget} lists them. */
export function isStaticWidget(name: string): name is StaticWidget {
  return Object.hasOwn(TITLES, name);
}

/**
 * A widget as plain HTML: semantic, printable, without script or style, every fact with its source.
 * It holds only text that was escaped and links to `https:`, `http:`, `mailto:` or `tel:`.
 * It names its year and uses no clock, so it reads the same every day.
 */
export function staticHtml(widget: StaticWidget, data: StaticData, options: StaticOptions = {}): string {
  const level = options.headingLevel ?? 2;
  return tidy(html`${heading(level, TITLES[widget])}${body(widget, data, options, level)}`);
}

function body(widget: StaticWidget, data: StaticData, options: StaticOptions, level: number): Child {
  const { edition, directory, statistics } = data;
  const notes = new Notes(edition.sources);
  const phases = (content: Parameters<typeof eachPhase>[3]): Child =>
    cited(edition, notes, level, eachPhase(edition, options, level + 1, content));
  const whole = (phase: Phase): Child => wholePhase(edition, phase, level + 2, notes);
  switch (widget) {
    case 'journey-map':
      return html`${cited(
        edition,
        notes,
        level,
        html`${eachPhase(edition, options, level + 1, whole)}${linked(edition, data.wider, level + 1, notes)}${howToApply(edition, notes, level + 1)}`,
      )}${data.undated && undated(data.undated, edition, level + 1)}`;
    case 'information-sheet':
      return cited(
        edition,
        notes,
        level,
        html`${eachPhase(edition, options, level + 1, whole)}${howToApply(edition, notes, level + 1)}`,
      );
    case 'eligibility-checker':
      return html`${cited(
        edition,
        notes,
        level,
        html`${eachPhase(
          edition,
          options,
          level + 1,
          (phase) =>
            requirements(phase, notes) ?? html`<p>No public source states who can join. Ask your hub.</p>`,
        )}${linked(edition, data.wider, level + 1, notes)}`,
      )}${data.secondary && secondaryWay(data.secondary, level + 1)}`;
    case 'specialist-path':
      return data.wider
        ? specialists(data.wider, edition, options.programme, level)
        : html`<p>Ask your hub how a teacher becomes a Mastery Specialist.</p>`;
    case 'funding-calculator':
      return phases((phase) => money(phase, notes));
    case 'commitment-planner':
      return phases((phase) => promises(edition, phase, notes));
    case 'recruitment-status':
      return cited(edition, notes, level, windows(edition, notes));
    case 'apply-form':
      return cited(edition, notes, level, application(data));
    case 'find-a-hub':
      return directory
        ? hubList(directory, level)
        : html`<p>${link(NCETM_FINDER, "Find your hub on the NCETM's list of Maths Hubs")}.</p>`;
    case 'mastery-guide':
      return data.programme
        ? guide(data.programme, options, level)
        : html`<p>Ask your hub what teaching for mastery is.</p>`;
    case 'programme-reach':
      return statistics
        ? figures(statistics, options, level)
        : html`<p>Ask your hub for the programme's figures.</p>`;
  }
}

function cited(edition: Edition, notes: Notes, level: number, content: Child): Markup {
  return html`${yearLine(edition)}${content}${notes.section(level + 1)}`;
}

/** A whole page around static HTML, to print or to publish unchanged. */
export function staticPage(widget: StaticWidget, fragment: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLES[widget]}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 45rem; padding: 1rem; }
dt, caption, th { font-weight: bold; text-align: start; }
dd { margin: 0 0 0.5rem; }
th, td { padding-inline-end: 1rem; vertical-align: top; }
h2, h3, h4, dt, caption { break-after: avoid; }
dd, li, tr { break-inside: avoid; }
</style>
</head>
<body>
<main>
${fragment}
</main>
</body>
</html>
`;
}
