import type { Edition, Phase } from '@maths-hubs/sdk/programme';

/** The phase that is asked for, else Development, else the first; none where the year has no phases. */
export function phaseIn(edition: Edition, wanted: string | undefined): Phase | undefined {
  const find = (id: string | undefined): Phase | undefined => edition.phases.find((phase) => phase.id === id);
  return find(wanted) ?? find('development') ?? edition.phases[0];
}
