import type { Example } from '../foundation/example.js';

const fallback = '<p>In 2024/25, 8,461 primary schools took part in Work Groups.</p>';

export const examples = {
  national: {
    name: 'The programme',
    summary: 'Every public figure, kind by kind: charts of what may be compared, a table of everything.',
    html: `<mh-programme-reach>${fallback}</mh-programme-reach>`,
  },
  withLocal: {
    name: "With a hub's own figures",
    summary: 'The hub gives three years of one figure, with a gap that stays a gap.',
    html: `<mh-programme-reach kinds="annual local" heading-level="3">
  <script type="application/json">
    { "figures": [
      { "measure": "Primary schools in our Work Groups", "when": "2021/22", "value": 48, "unit": "school" },
      { "measure": "Primary schools in our Work Groups", "when": "2023/24", "value": 61, "unit": "school" },
      { "measure": "Primary schools in our Work Groups", "when": "2024/25", "value": 70, "unit": "school", "note": "Counted in July." }
    ] }
  </script>
  ${fallback}
</mh-programme-reach>`,
  },
  oneHub: {
    name: 'What one hub has reached',
    summary: 'Two totals of its own, large, with the source that the hub names.',
    html: `<mh-programme-reach kinds="local">
  <script type="application/json">
    { "figures": [
      { "measure": "Primary schools that we have worked with", "when": "since 2015", "value": 226, "unit": "school", "source": "Our page on teaching for mastery", "href": "/teaching-for-mastery" },
      { "measure": "Secondary schools that we have worked with", "when": "since 2015", "value": 46, "unit": "school", "source": "Our page on teaching for mastery", "href": "/teaching-for-mastery" }
    ] }
  </script>
  ${fallback}
</mh-programme-reach>`,
  },
  budgets: {
    name: 'With budgets',
    summary: 'Only where a page asks for them.',
    html: `<mh-programme-reach kinds="annual" budgets>${fallback}</mh-programme-reach>`,
  },
  badLocal: {
    name: 'Own figures with a fault',
    summary: "The programme's figures are shown; the editor is told what is wrong.",
    html: `<mh-programme-reach kinds="annual local"><script type="application/json">{ "figures": [{ "measure": "Schools", "value": "many" }] }</script></mh-programme-reach>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-programme-reach kinds="active"></mh-programme-reach></div>`,
  },
} as const satisfies Record<string, Example>;
