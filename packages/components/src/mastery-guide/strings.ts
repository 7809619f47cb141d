/** Every text of the guide that is no fact; a hub replaces any by its key through `<mh-settings>`. */
export const STRINGS = {
  'guide.title': 'About Teaching for Mastery',
  'guide.pick': 'Choose an idea to read what it means and hear it in a classroom.',
  'guide.ask': 'A teacher might ask',
  'guide.sources': 'Where this comes from',
  'guide.print': 'Print this guide',
  'guide.loading': 'Loading the guide…',
  'guide.failed': 'The guide could not be loaded.',
  'guide.unknown': 'There is no part of this name: {names}. The parts are: {parts}.',
} as const;
