/** Texts of terms and of requirements in a list; loaded with the lists. A hub replaces any by its key through `<mh-settings>`. */
export const TERM_STRINGS = {
  'year.ask-about': 'No public source states: {things}. Ask your hub.',
  'year.advice': 'Good to know',
  'year.hub-decides': 'Your hub decides',
  'year.hub-some': 'In some cases your hub decides.',
  'year.hub-otherwise': 'Otherwise, ask your hub.',
  'year.hub-cases': '{cases}: ask your hub.',
  'year.worked-out': 'Worked out, not stated in so many words.',
  'year.free': 'Free of charge',
  'year.charged': 'There is a charge',
  'year.invitation': 'by invitation only',
  'year.not-stated': 'amount not stated',
} as const;
