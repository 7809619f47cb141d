import type { Hub, HubDirectory } from '../hubs/index.js';
import { heading, html, link, list, type Markup } from './markup.js';
import { Notes } from './notes.js';

/** The programme's own finder, for when there is no directory. */
export const NCETM_FINDER = 'https://www.ncetm.org.uk/maths-hubs/find-your-hub/current-maths-hubs/';

/** Every hub by region, with its website and the year of its details. */
export function hubList({ hubs, asOf, sources }: HubDirectory, level: number): Markup {
  const notes = new Notes(Object.fromEntries(sources.map((source) => [source.id, source])));
  const regions = [...new Set(hubs.map(({ region }) => region))];
  return html`<p>
      Every school in England has a Maths Hub. This list was made on ${asOf};
      ${link(NCETM_FINDER, "check it on the NCETM's own list")}.
    </p>
    ${regions.map(
      (region) =>
        html`<section>
          ${heading(level + 1, region)}${list(
            hubs.filter((hub) => hub.region === region).map((hub) => entry(hub, notes)),
          )}
        </section>`,
    )}${notes.section(level + 1)}`;
}

function entry({ name, website, leadSchool, asOf, sources }: Hub, notes: Notes): Markup {
  const lead = leadSchool && `; led by ${leadSchool.names.join(' and ')} (${leadSchool.asOf})`;
  return html`${link(website, name)}${website === null && ', website not known'}${lead} (as of
  ${asOf})${notes.mark(sources)}`;
}
