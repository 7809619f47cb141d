import type { UndatedFacts } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { projectList, type DetailsContext } from './phase-details.js';
import { specialistRows } from './specialists.js';
import { undatedSection } from './undated.js';

/**
 * What few ask for: becoming a specialist, other projects of the hubs, and what pages say without a year.
 * @param undated      `missing` where it could not be loaded; undefined before it is asked for
 * @param loadUndated  asks for it, once its part is opened
 */
export function more(
  context: DetailsContext,
  undated: UndatedFacts | 'missing' | undefined,
  loadUndated: (event: Event) => unknown,
): TemplateResult {
  const { edition, text, notes } = context;
  const { schoolYear: year, specialists, note, phases, linkedProjects } = edition;
  const others = linkedProjects.filter(({ requires }) => requires.length === 0);
  return html`${note && phases.length > 0 ? html`<p class="muted">${note}</p>` : nothing}
  ${
    specialists
      ? html`<details class="where" ?open=${phases.length === 0}>
          <summary>${text('journey.specialists', { year })}</summary>
          ${specialistRows(specialists, notes)}
        </details>`
      : nothing
  }
  ${
    others.length > 0
      ? html`<details class="where">
          <summary>${text('journey.other-projects', { year })}</summary>
          ${projectList(others, notes)}
        </details>`
      : nothing
  }
  ${
    edition.hub === null
      ? html`<details class="where undated" @toggle=${loadUndated}>
          <summary>${text('journey.undated')}</summary>
          ${
            undated === 'missing'
              ? html`<p role="alert">${text('journey.undated-missing')}</p>`
              : undated && undatedSection(undated, context)
          }
        </details>`
      : nothing
  }`;
}
