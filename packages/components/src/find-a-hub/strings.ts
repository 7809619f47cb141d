import type { Text } from '../foundation/strings.js';

/** Texts of find-a-hub until there is an answer; a hub replaces any by its key through `<mh-settings>`. */
export const STRINGS = {
  'find.loading': 'Loading the hubs…',
  'find.not-loaded': 'The list of hubs did not arrive, so we cannot search here.',
  'find.ncetm': 'See all Maths Hubs at NCETM',
  'find.label': 'Your school’s postcode, council or town',
  'find.label-school': 'Your school’s name, postcode, council or town',
  'find.label-names': 'Your school’s council or town',
  'find.label-names-school': 'Your school’s name, council or town',
  'find.hint': 'For example LE2 5TF, Wigston or Leicestershire. A hub’s own name works too.',
  'find.hint-names': 'For example Wigston or Leicestershire. A hub’s own name works too.',
  'find.search': 'Find our hub',
  'find.suggestions': 'Suggestions',
  'find.suggested-one': '1 suggestion. Use the arrow keys to choose it.',
  'find.suggested': '{count} suggestions. Use the arrow keys to choose one.',
  'find.suggested-none': 'No suggestions. You can still search.',
  'find.kind-council': 'council',
  'find.kind-area': 'area',
  'find.kind-place': 'town or village',
  'find.kind-hub': 'Maths Hub',
  'find.kind-school': 'school',
  'find.sends':
    'When you search for a postcode, it goes to {host} to find its council. Nothing else you type leaves this page.',
  'find.sends-also':
    'When you search, the postcode you type, or that of the school you pick, goes to {host} to find its council.',
  'find.sends-nothing': 'Nothing you type here leaves this page.',
  'find.sends-school':
    'School names come from {host}: it is told the start of a word, or the first half of a postcode.',
  'find.this-site': 'this website',
  'find.locate': 'Use my location',
  'find.locate-tells':
    'Your browser will ask whether it may share where you are. Your position then goes to {host}, once, to find the council you are in now. Use this when you are at school.',
  'find.locate-yes': 'Share my location',
  'find.locate-no': 'Not now',
  'find.locate-refused':
    'Your browser did not share your location. Type a postcode, council or town instead.',
  'find.looking': 'Looking for your hub…',
  'find.slow': 'This is taking longer than usual. You can wait, or stop and choose your council.',
  'find.stop': 'Stop',
  'find.empty': 'Type a postcode, council or town first.',
  'find.which-school': 'Which school is yours?',
  'find.failed-title': 'The search did not work',
  'find.failed': 'Something on this page did not work, so the search could not be finished.',
  'find.all': 'All {count} hubs by region',
  'find.region-count': '{region} ({count})',
  'find.map': 'Map of the hubs',
  'find.map-hint':
    'Each tile is a hub, about where it is in England. Choose one to see it; the arrow keys move between tiles.',
  'find.map-hint-areas':
    'About which area each hub serves. Choose one to see it; the arrow keys move between hubs. The list has every hub too.',
  'find.map-london': 'London, enlarged',
  'find.map-see': 'See this hub',
  'find.map-unsettled': 'No source names one hub here. It could be {hubs}.',
  'find.map-none': 'Hatched: no source that we found names one hub ({count} councils)',
  'find.map-could': 'could be yours',
  'find.map-yours': 'your answer',
  'find.credits': 'Where our data comes from',
  'find.own-file': 'What this page gives could not be read, so our own is shown:',
} as const;

export type FindText = Text<typeof STRINGS>;
