import type { Example } from '../foundation/example.js';

export const examples = {
  around: {
    name: 'Around widgets',
    summary:
      'Says once what the widgets between its tags share: here the year, and a title in the hub’s own words.',
    html: `<mh-settings edition="2020/21">
  <script type="application/json">{ "wording": { "journey.title": "Our journey to mastery" } }</script>
  <mh-journey-map></mh-journey-map>
</mh-settings>`,
  },
} as const satisfies Record<string, Example>;
