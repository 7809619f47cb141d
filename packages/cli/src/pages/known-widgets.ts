import { readFileSync } from 'node:fs';
import type { KnownWidget } from '@maths-hubs/sdk/page-check';

/** The widgets of the version that this program came with, as the build lists them from the custom-elements manifest. */
export function knownWidgets(): KnownWidget[] {
  return JSON.parse(
    readFileSync(new URL('../../dist/widgets.json', import.meta.url), 'utf8'),
  ) as KnownWidget[];
}
