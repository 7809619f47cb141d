import { phaseNameOf } from '../programme/index.js';
import { application } from './application.js';
import { NCETM_FINDER } from './hubs.js';
import { html, link, list, tidy, type Markup } from './markup.js';
import type { StaticData } from './options.js';
import { contactOf, noPhases } from './phases.js';
import type { StaticWidget } from './widgets.js';

/**
 * The short plain HTML between a widget's tags: shown until the widget is drawn, or if it never is.
 * It has no heading, to fit any page, and no sources: those are in the widget and in the static HTML.
 */
export function fallbackHtml(widget: StaticWidget, data: StaticData): string {
  return tidy(fallback(widget, data));
}

function fallback(widget: StaticWidget, data: StaticData): Markup {
  const { edition } = data;
  const { schoolYear, phases, entryPoints, contact } = edition;
  const ask = (what: string): Markup => html`<p>${what} Ask ${contactOf(contact)}.</p>`;
  switch (widget) {
    case 'journey-map':
      if (phases.length === 0) return noPhases(edition);
      return html`<p>Phases of Teaching for Mastery in ${schoolYear}:</p>
        ${list(
          phases.map(({ id }) => {
            const door = entryPoints.find(({ phase }) => phase === id);
            return html`${phaseNameOf(edition, id)}${door && `. Who it is for: ${door.forWhom}`}`;
          }),
          'ol',
        )}`;
    case 'mastery-guide':
      return html`<p>What teaching for mastery is, and how schools take part: ask ${contactOf(contact)}.</p>`;
    case 'specialist-path':
      return html`<p>How does a teacher become a Mastery Specialist? Ask ${contactOf(contact)}.</p>`;
    case 'find-a-hub':
      return html`<p>${link(NCETM_FINDER, "Find your hub on the NCETM's list of Maths Hubs")}.</p>`;
    case 'eligibility-checker':
      return entryPoints.length === 0
        ? ask(`Who can join in ${schoolYear}?`)
        : html`<p>Ways into the programme in ${schoolYear}:</p>
            ${list(
              entryPoints.map(({ phase, forWhom }) => html`${phaseNameOf(edition, phase)}: ${forWhom}`),
            )}${ask('Not sure which is yours?')}`;
    case 'apply-form':
      return application(data);
    case 'recruitment-status':
      return ask(`Can schools apply for ${schoolYear}?`);
    case 'information-sheet':
      return html`<p>Ask ${contactOf(contact)} for the Work Group Information Sheet for ${schoolYear}.</p>`;
    case 'funding-calculator':
      return ask(`What money can a school receive in ${schoolYear}?`);
    case 'commitment-planner':
      return ask(`What does a school commit to in ${schoolYear}?`);
    case 'programme-reach':
      return html`<p>
        Figures of the programme: ${link(NCETM_FINDER, "see the NCETM's pages on Maths Hubs")}.
      </p>`;
  }
}
