import type { EditionTemplate } from '@maths-hubs/sdk/programme';

/** The hub as the editor needs it: of the directory, or typed. */
export interface OwnHub {
  readonly id: string;
  readonly name: string;
  readonly website?: string | null;
}

/** Where a hub's terms start from: a model of the phases, or one of the years that we hold. */
export type Start = { readonly template: EditionTemplate } | { readonly year: string };

/** An id from a name that the directory does not hold: `Wold Valley Maths Hub` is `wold-valley`. */
export function hubId(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bmaths hub\b/, '')
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'our-hub';
}
