const LONG_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An ISO day as a reader says it: `5 March 2027`. */
export function dayText(day: string): string {
  return LONG_DAY.format(new Date(`${day}T00:00:00Z`));
}
