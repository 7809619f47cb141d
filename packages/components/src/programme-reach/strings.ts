/** Every text of the programme's figures; a hub replaces any by its key through `<mh-settings>`. */
export const STRINGS = {
  'reach.title': 'The programme in figures',
  'reach.intro':
    'Figures of different kinds are never put together. A year without a bar has no public figure.',
  'reach.annual': 'In one year',
  'reach.active': 'At work at one time',
  'reach.cumulative': 'So far, all years together',
  'reach.local': 'Our own hub',
  'reach.aim': 'Aims: what was hoped for, not what was reached',
  'reach.measure': 'What is counted',
  'reach.figure': 'Figure',
  'reach.chart': 'Chart. {measure}: {points}. The table beneath holds the same.',
  'reach.table': 'All figures, in a table',
  'reach.of-hundred': '{share} in 100',
  'reach.over': 'over {amount}',
  'reach.about': 'about {amount}',
  'reach.between': '{from} to {to}',
  'reach.sources': 'Where these figures come from',
  'reach.loading': 'Loading the figures…',
  'reach.failed': 'The figures could not be loaded.',
  'reach.local-failed': "This hub's own figures could not be read.",
} as const;
