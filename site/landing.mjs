import { pageOf } from './layout.mjs';

const ICONS = {
  hub: '<rect x="5" y="9" width="38" height="30" rx="3"/><path d="M5 18h38M11 13.5h.1M16 13.5h.1"/><path d="m20 25-5 4 5 4M28 25l5 4-5 4"/>',
  school:
    '<path d="M24 7 6 17h36z"/><path d="M10 17v22h28V17M24 7V3h6v4"/><path d="M20 39V28h8v11M15 23h.1M33 23h.1"/>',
  software: '<path d="m14 15-9 9 9 9M34 15l9 9-9 9M28 9l-8 30"/>',
};

const door = ({ icon, who, title, text, first, more }) => `<section class="door ${icon}">
<svg viewBox="0 0 48 48" aria-hidden="true">${ICONS[icon]}</svg>
<p class="who">${who}</p>
<h2>${title}</h2>
<p>${text}</p>
<p><a class="button" href="${first[0]}">${first[1]}</a></p>
<ul>${more.map(([to, name]) => `<li><a href="${to}">${name}</a></li>`).join('')}</ul>
</section>`;

/**
 * The first page: three doors.
 * @param counts  `{ years, sources, hubs, widgets }`, counted from the data
 * @param has  which parts this build has: `{ storybook, api, data }`
 */
export function landing({ counts, has, widgets }) {
  const body = `<div class="hero">
<div>
<h1>Teaching for Mastery, told well on every hub’s own website</h1>
<p class="lead">Forty Maths Hubs explain the same journey, each in its own words, each with a picture that goes stale.
Here it is as widgets that anyone can paste into a page, over data in which every fact has its source and its year.</p>
<p class="actions"><a class="button" href="editor/index.html">Make your page</a> <a class="button second" href="example/index.html">See a hub’s page</a></p>
</div>
<div class="window" role="group" aria-label="A live widget: the journey">
<div class="bar" aria-hidden="true"><i></i><i></i><i></i><span>your-hub.example/mastery</span></div>
<div class="view">
<mh-journey-map edition="2024/25" heading-level="2"><ol><li>Mastery Readiness, for schools that are not ready yet</li><li>Development</li><li>Embedding</li><li>Sustaining</li></ol></mh-journey-map>
</div>
</div>
</div>

<div class="doors">
${door({
  icon: 'hub',
  who: 'I look after a hub’s website',
  title: 'From your terms to your page in ten minutes',
  text: 'State what you have decided, choose widgets, copy what your site accepts. No code, no account, no server.',
  first: ['editor/index.html', 'Open the editor’s page'],
  more: [
    ['guides/hub.html', 'Ten minutes, step by step'],
    ['guides/wordpress.html', 'A site on WordPress: the plugin'],
    ['guides/hosting.html', 'Where to load the widgets from'],
    ['widgets/index.html', 'Every widget, live'],
  ],
})}
${door({
  icon: 'school',
  who: 'I work at a school',
  title: 'Can we join, what does it ask, whom do we ask?',
  text: 'Find your hub, see whether your school can take part and in which phase, and what it costs in time. Five minutes on a phone.',
  first: ['guides/school.html', 'Find out'],
  more: [
    ['widgets/find-a-hub.html', 'Which hub is ours?'],
    ['widgets/eligibility-checker.html', 'Can our school join?'],
    ['widgets/information-sheet.html', 'The information sheet, to print'],
  ],
})}
${door({
  icon: 'software',
  who: 'I write software',
  title: 'The programme as data and pure functions',
  text: 'Terms, rules, hubs and money, typed, dated and cited. Decide 20,000 schools from a GIAS file in seconds.',
  first: ['guides/software.html', 'Start with the SDK'],
  more: [
    ...(has.api ? [['api/index.html', 'API reference']] : []),
    ...(has.storybook ? [['storybook/index.html', 'Storybook']] : []),
    ['proofs/index.html', 'Proofs of every year’s rules'],
    ['guides/cli.html', 'The command line'],
    ...(has.data ? [['data/index.html', 'The data, to download']] : []),
    ['llms.txt', 'llms.txt, for language models'],
  ],
})}
</div>

<section class="facts" aria-labelledby="exact">
<h2 id="exact">Exact underneath, quick on top</h2>
<dl>
<div><dt>school years</dt><dd>${counts.years}</dd></div>
<div><dt>cited sources</dt><dd>${counts.sources}</dd></div>
<div><dt>Maths Hubs</dt><dd>${counts.hubs}</dd></div>
<div><dt>widgets</dt><dd>${counts.widgets}</dd></div>
</dl>
<p>A value that no public source states is shown as unknown, with “ask your hub”: never as nought, as “no”, or as last year’s figure.
No cookie is set, no visitor is counted, and nothing leaves the page before a person acts.</p>
</section>

<section aria-labelledby="all">
<h2 id="all">What a page can have</h2>
<ul class="tiles">${widgets.map(({ name, title, summary }) => `<li><a href="widgets/${name}.html">${title}</a> ${summary}</li>`).join('')}</ul>
</section>`;
  return pageOf({
    path: 'index.html',
    title: 'Maths Hubs components: Teaching for Mastery on every hub’s own website',
    description:
      'Widgets, data and functions for England’s Maths Hubs: the Teaching for Mastery programme, cited and dated, to paste into any website.',
    body,
    wide: true,
    head: '<script type="module" src="{up}embed/embed.js"></script>\n',
  });
}
