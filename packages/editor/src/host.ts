import type { ApplicationForm } from '@maths-hubs/sdk/applications';
import type { Project } from './project/project.js';

/** A system that keeps a hub's work itself, such as a WordPress site. Its page sets it before the editor starts. */
export interface EditorHost {
  /** Folder of the embed, with a slash at its end. */
  readonly base: string;
  /** Where this system receives applications: an `https:` address, or a path of its own site. */
  readonly action: string;
  /** What its button says: `Save`. */
  readonly saveLabel: string;
  /** The file that is kept; empty where none is yet. @throws an Error with a sentence for the person */
  open(): Promise<string>;
  /** Keeps the work; resolves with a sentence that says so. @throws an Error with a sentence for the person */
  save(work: HostedWork): Promise<string>;
}

/** Everything that such a system needs to show the hub's terms and to check applications, made from one file. */
export interface HostedWork {
  /** The editor's own file, to open again. */
  readonly file: string;
  /** The terms, as widgets read them. */
  readonly terms: string;
  readonly hub: string;
  /** What applicants are asked; null until the hub's notice is whole. */
  readonly form: ApplicationForm | null;
  /** What the form takes between its tags. */
  readonly apply: { readonly name?: string; readonly notice: Project['notice'] } | null;
  /** Plain content by widget, with `/mh-action` where the address for applications belongs. */
  readonly plain: Readonly<Record<string, string>>;
  readonly wording: Readonly<Record<string, string>>;
  readonly look: { readonly accent?: string };
}

/** The system around this page; undefined if the page is standalone. */
export function editorHost(): EditorHost | undefined {
  return (globalThis as { mathsHubsHost?: EditorHost }).mathsHubsHost;
}
