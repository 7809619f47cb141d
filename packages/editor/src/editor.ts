import type { Fault } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import type { Hub } from '@maths-hubs/sdk/hubs';
import type { Project } from './project/project.js';
import type { IntegrityList, PlainHtml } from './snippet/config.js';
import type { Widget } from './widgets/manifest.js';

/** Texts of every widget, by tag and key; under `*` those that several widgets share. */
export type WidgetTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the page gives each of its parts: what has been done, and ways to change it. */
export interface Editor {
  readonly project: Project;
  readonly widgets: readonly Widget[];
  readonly version: string;
  readonly integrity: IntegrityList | null;
  readonly evidence: readonly Edition[];
  readonly hubs: readonly Hub[];
  readonly texts: WidgetTexts;
  /** Undefined until it has been fetched. */
  readonly plain: PlainHtml | undefined;
  /** Faults of the terms, once the person has asked or tried to go on. */
  readonly faults: readonly Fault[];
  /** @param what  the change in words, if it can be undone */
  change(change: (project: Project) => Project, what?: string): void;
  edit(change: (edition: Edition) => Edition): void;
  isOpen(id: string): boolean;
  setOpen(id: string, open: boolean): void;
}
