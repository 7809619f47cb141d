import { loadEdition } from '@maths-hubs/sdk/programme';

/** A hub's own terms of a year, as a file: those that we hold of 2024/25, said to be of that year. */
export async function ownTerms(schoolYear: string): Promise<string> {
  return JSON.stringify({ ...(await loadEdition('2024/25')), schoolYear, hub: 'A Maths Hub' });
}
