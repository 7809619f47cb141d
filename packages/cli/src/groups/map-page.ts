import { pictureOf } from '@maths-hubs/sdk/groups';
import type {
  GroupPlan,
  GroupSchool,
  GroupSpecialist,
  GroupsPicture,
  WorkGroup,
} from '@maths-hubs/sdk/groups';
import { loadMapOfHubs } from '@maths-hubs/sdk/hubs/map';
import type { MapOfHubs, Point } from '@maths-hubs/sdk/hubs/map';
import { escaped } from '../html-text.js';
import { proof, withSwap } from './text.js';

/** Told apart by colour-blind readers too (Paul Tol's "muted" and "bright"), each with at least 3:1 on the page. */
const COLOURS = [
  '#332288',
  '#117733',
  '#882255',
  '#aa5500',
  '#006b8f',
  '#aa3377',
  '#5b5b00',
  '#c0392b',
] as const;

const STYLE = `
body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem auto;max-width:70rem;padding:0 1rem;color:#0b0c0c;background:#fff}
svg{width:100%;max-height:80vh;border:1px solid #b1b4b6;background:#f3f7f9}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
caption,th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0}
caption{font-weight:700;font-size:1.1rem}th,td{border-bottom:1px solid #b1b4b6}
td.km{text-align:right;white-space:nowrap}.dot{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin-right:.4em}
.scroll{overflow-x:auto}section{break-inside:avoid}
@media print{body{margin:0;max-width:none}svg{max-height:60vh}}`;

/** A self-contained page: the groups on the map of England by hub, and the same as tables. */
export async function mapPage(
  plan: GroupPlan,
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  title: string,
  assumptions: readonly string[],
): Promise<string> {
  const map = await loadMapOfHubs();
  const picture = pictureOf(plan, schools, specialists, map);
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
<p>${plan.groups.length} groups, ${plan.kilometres.toFixed(1)} km from specialists to schools, one way. ${escaped(proof(plan))}</p>
${svg(picture, map)}
<p><small>A square is a specialist, a dot one of the group's schools, a ring a school without a place. ${escaped(map.credit)}</small></p>
${plan.groups.map((group, index) => groupTable(group, colourOf(index))).join('\n')}
${waitingTable(plan)}
<h2>Taken for granted</h2>
<ul>${assumptions.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>
</main>
</body>
</html>
`;
}

function svg({ viewBox, unit, groups, waiting }: GroupsPicture, map: MapOfHubs): string {
  const at = (value: number): string => value.toFixed(2);
  const areas = map.areas
    .map(({ path }) => `<path d="${path}" fill="#fff" stroke="#8a979e" stroke-width="${at(unit * 0.2)}"/>`)
    .join('');
  const lines = groups.map(({ home, schools }, index) =>
    schools
      .flatMap(({ point }) =>
        home === null || point === null
          ? []
          : [
              `<line x1="${at(home.x)}" y1="${at(home.y)}" x2="${at(point.x)}" y2="${at(point.y)}" stroke="${colourOf(index)}" stroke-width="${at(unit * 0.35)}"/>`,
            ],
      )
      .join(''),
  );
  const dots = groups.map(({ name, home, schools }, index) => {
    const colour = colourOf(index);
    const own = schools.flatMap(({ name: school, point }) =>
      point === null ? [] : [dot(point, unit, `fill="${colour}"`, `${school}, with ${name}`)],
    );
    if (home === null) return own.join('');
    const side = unit * 2.4;
    return `${own.join('')}<rect x="${at(home.x - side / 2)}" y="${at(home.y - side / 2)}" width="${at(side)}" height="${at(side)}" fill="${colour}" stroke="#fff" stroke-width="${at(unit * 0.3)}"><title>${escaped(name)}</title></rect><text x="${at(home.x)}" y="${at(home.y - unit * 2)}" font-size="${at(unit * 2.6)}" text-anchor="middle" font-weight="700" fill="#0b0c0c" stroke="#fff" stroke-width="${at(unit * 0.6)}" paint-order="stroke">${escaped(name)}</text>`;
  });
  const rings = waiting.flatMap(({ name, point }) =>
    point === null
      ? []
      : [
          dot(
            point,
            unit,
            `fill="#fff" stroke="#0b0c0c" stroke-width="${at(unit * 0.4)}"`,
            `${name}, without a place`,
          ),
        ],
  );
  return `<svg viewBox="${viewBox}" role="img" aria-label="The groups on a map; the tables below say the same.">${areas}${lines.join('')}${dots.join('')}${rings.join('')}</svg>`;
}

function dot({ x, y }: Point, unit: number, look: string, title: string): string {
  return `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${(unit * 0.9).toFixed(2)}" ${look}><title>${escaped(title)}</title></circle>`;
}

function groupTable({ name, number, weekday, schools, kilometres }: WorkGroup, colour: string): string {
  const title = `${name}${number > 1 ? `, group ${number}` : ''}: ${schools.length} schools, ${kilometres.toFixed(1)} km${weekday === null ? '' : `, on a ${weekday}`}`;
  const rows = schools.map(
    ({ reference, name: school, kilometres: way, why, otherwise }) =>
      `<tr><th scope="row">${escaped(school)}</th><td>${escaped(reference)}</td><td class="km">${way.toFixed(1)} km</td><td>${escaped(withSwap(why, otherwise))}</td></tr>`,
  );
  return `<section class="scroll"><table><caption><span class="dot" style="background:${colour}"></span>${escaped(title)}</caption><thead><tr><th scope="col">School</th><th scope="col">Reference</th><th scope="col">Way</th><th scope="col">Why</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function waitingTable({ unplaced }: GroupPlan): string {
  if (unplaced.length === 0) return '<p>Every school has a place.</p>';
  const rows = unplaced.map(
    ({ name, reference, why, remedies }) =>
      `<tr><th scope="row">${escaped(name)}</th><td>${escaped(reference)}</td><td>${escaped(why)}<ul>${remedies.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul></td></tr>`,
  );
  return `<section class="scroll"><table><caption>Without a place</caption><thead><tr><th scope="col">School</th><th scope="col">Reference</th><th scope="col">Why, and what would place it</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? COLOURS[0];
}
