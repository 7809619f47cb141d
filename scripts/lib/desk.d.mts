import type { Desk, Staff } from '@maths-hubs/desk';
import type { RunningIntake } from '@maths-hubs/intake';

/** The desk of the example hub. */
export function exampleDesk(options: {
  address: string;
  hub: string;
  staff?: readonly Staff[];
  others?: Readonly<Record<string, readonly Staff[]>>;
  tellLink?: (email: string, link: string) => void;
}): Desk;

/** Sixty invented schools' applications as the form would send them. */
export function sampleApplications(hub: object): Promise<readonly { readonly answers: object }[]>;

/** Sends the sample through the front door, and gives the desk its specialists. */
export function fillDesk(options: {
  url: string;
  hub: { readonly id: string; readonly edition: unknown; readonly notice: { readonly version: string } };
  origin: string;
  link: string;
}): Promise<void>;

/** Starts a service of its own with the sample in it; the link signs in once. */
export function startSampleDesk(folder: string): Promise<{ service: RunningIntake; link: string }>;
