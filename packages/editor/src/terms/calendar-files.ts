import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import type { Edition, PhaseId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { download } from '../download.js';

/** A file for each phase that has dates, to be put on the hub's site: whoever subscribes to it sees a changed date. */
export function calendarFiles(edition: Edition): TemplateResult | typeof nothing {
  const dated = edition.phases.filter(({ id }) => edition.calendar?.events.some(({ phase }) => phase === id));
  if (dated.length === 0) return nothing;
  return html`<h4>A calendar that schools subscribe to</h4>
    <p>
      Put each file on your site, and put it there again when a date changes. Then give
      <code>mh-settings</code> the address: <code>calendar="https://your-site/calendars/{phase}.ics"</code>.
      Schools’ calendars fetch it by themselves.
    </p>
    <p class="actions">
      ${dated.map(
        ({ id }) =>
          html`<button type="button" class="secondary" @click=${() => void save(edition, id)}>
            Save ${id}.ics<span class="visually-hidden"> (${shortPhaseName(edition, id)})</span>
          </button>`,
      )}
    </p>`;
}

async function save(edition: Edition, phase: PhaseId): Promise<void> {
  const [{ planCommitments }, { toICalendar }] = await Promise.all([
    import('@maths-hubs/sdk/commitments'),
    import('@maths-hubs/sdk/commitments/icalendar'),
  ]);
  const stamp = new Date().toISOString();
  download(`${phase}.ics`, toICalendar(planCommitments(edition, phase), { stamp }), 'text/calendar');
}
