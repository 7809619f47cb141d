/** The order in which a school meets them. */
const ORDER = [
  'mh-recruitment-status',
  'mh-journey-map',
  'mh-mastery-guide',
  'mh-find-a-hub',
  'mh-eligibility-checker',
  'mh-commitment-planner',
  'mh-funding-calculator',
  'mh-information-sheet',
  'mh-apply-form',
  'mh-stories',
  'mh-specialist-path',
  'mh-programme-reach',
];

/** In a school's order; what is not known comes last, as it came. */
export function inSchoolsOrder<T extends { readonly tag: string }>(widgets: readonly T[]): readonly T[] {
  const place = ({ tag }: T): number => (ORDER.includes(tag) ? ORDER.indexOf(tag) : ORDER.length);
  return widgets.toSorted((one, other) => place(one) - place(other));
}
