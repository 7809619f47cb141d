/** Every text of the recruitment status; a hub replaces any by its key through `<mh-settings>`. */
export const STRINGS = {
  'recruitment.for': '{phase} {year}:',
  'recruitment.for-all': 'Teaching for Mastery {year}:',
  'recruitment.open': 'Open to applications',
  'recruitment.open-until': 'Open to applications until {date}',
  'recruitment.closing': 'Closing on {date}',
  'recruitment.last-day': 'Closing today, {date}',
  'recruitment.closed': 'Closed to applications',
  'recruitment.opens': 'Opens on {date}',
  'recruitment.register': 'Register your interest',
  'recruitment.full': 'Fully booked',
  'recruitment.unknown': 'Ask your hub whether it is taking applications',
  'recruitment.over': 'This school year is over. Ask your hub about the next one',
  'recruitment.contact': 'Contact {hub}',
} as const;
