/** The texts of what is beside the checker's result, loaded after it; a hub replaces any by its key. */
export const FURTHER_STRINGS = {
  'check.secondary-way': 'The way for a secondary school',
  'check.secondary-too': 'Your secondary years have a programme too',
  'check.secondary-year': 'What public sources tell of it in {year}:',
  'check.secondary-before':
    'No public source describes its phases in {asked}. This is what was published for {year}:',
  'check.secondary-none': 'No public source describes its phases in {year}. Ask your hub.',
  'check.secondary-unknown': 'No source states: {things}. Ask your hub.',
  'check.linked': 'Other projects that may be open to you',
  'check.linked-open': 'You meet what it asks.',
  'check.linked-if': 'It may be open to you if:',
  'check.linked-hub': '{cases}: ask your hub.',
  'check.further-sources': 'Where this comes from',
} as const;
