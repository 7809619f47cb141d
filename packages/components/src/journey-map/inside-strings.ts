/** The texts of what a map opens: the terms of a phase, and what few ask for. */
export const INSIDE_STRINGS = {
  'journey.apply': 'When and where to apply',
  'journey.give': 'You give',
  'journey.get': 'You get',
  'journey.door': 'You can start here',
  'journey.about': 'More about this phase',
  'journey.next': 'What comes next',
  'journey.next-to': 'Next phase: {names}.',
  'journey.who-can-join': 'Who can join',
  'journey.linked': 'Linked projects',
  'journey.elsewhere': 'Another page says:',
  'journey.specialists': 'Becoming a Mastery Specialist in {year}',
  'journey.other-projects': 'Other projects of the Maths Hubs in {year}',
  'journey.undated': 'More from hubs (date not known)',
  'journey.undated-lead': 'These pages do not say which year they speak of, so ask before you rely on them.',
} as const;
