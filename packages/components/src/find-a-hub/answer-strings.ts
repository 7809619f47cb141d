import type { Text } from '../foundation/strings.js';

/** Texts of an answer; a hub replaces any by its key through `<mh-settings>`. */
export const ANSWER_STRINGS = {
  'find.one': 'Your hub is {hub}',
  'find.likely': 'Your hub is likely to be {hub}',
  'find.chosen': '{hub}',
  'find.several': 'Your hub could be one of {count} hubs',
  'find.question': 'One more question',
  'find.unknown': 'We could not confirm your hub',
  'find.not-in-england': 'There are no Maths Hubs there',
  'find.problem': 'We could not find that',
  'find.service': 'We could not look that up just now',
  'find.offline': 'We could not look the postcode up',
  'find.did-you-mean': 'Search for {postcode} instead',
  'find.council': 'Choose your council instead',
  'find.council-empty': 'Choose a council',
  'find.council-go': 'Show its hub',
  'find.confidence-high': 'Listed',
  'find.confidence-medium': 'Likely',
  'find.confidence-low': 'Thin evidence',
  'find.confidence-candidate': 'Possible, not confirmed',
  'find.region': 'Region',
  'find.area': 'Area',
  'find.lead': 'Lead school',
  'find.website': 'Website',
  'find.contact': 'Contact',
  'find.as-of': '(as of {date})',
  'find.not-known': 'not known',
  'find.stated': 'The hub states these details itself.',
  'find.source': 'Source',
  'find.confirm': 'Confirm with NCETM',
  'find.ours': 'You are in our area.',
  'find.maybe-ours': 'You may be in our area: {hub} is one of the hubs below.',
  'find.not-ours': 'That is not us: this is the site of {hub}.',
} as const;

export type AnswerText = Text<typeof ANSWER_STRINGS>;
