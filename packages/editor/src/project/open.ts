import { InvalidDataError } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import { OWN, ownSource } from './edit.js';
import { fileOf } from './file.js';
import { newProject, type Project } from './project.js';
import { hubId } from './start.js';

/**
 * Reads a saved file: one of this editor, or a hub's terms alone.
 * @throws {InvalidDataError} with every fault of the terms, or when it is neither
 */
export function openProject(text: string, base: string): Project {
  const json = readJson(text);
  if (!isObject(json) || json['format'] !== 'maths-hubs-editor/1') return newProject(ownEdition(json), base);
  const fresh = newProject(ownEdition(json['edition']), base);
  const { wording, widgets, notice, look, publishing } = json;
  return {
    ...fresh,
    wording: textsOf(wording),
    widgets: Array.isArray(widgets) ? widgets.flatMap(widgetOf) : fresh.widgets,
    notice: { ...fresh.notice, ...textsOf(notice) },
    look: { ...fresh.look, ...textsOf(look) },
    publishing: { ...fresh.publishing, ...textsOf(publishing) },
  };
}

/** Terms with a hub, and the source that what it states in the editor is cited to. */
function ownEdition(json: unknown): Edition {
  const edition = parseEdition(json);
  const name = edition.contact?.name ?? edition.hub ?? 'Our hub';
  const own = ownSource({ name, website: edition.contact?.website ?? null }, edition.schoolYear);
  return { ...edition, hub: edition.hub ?? hubId(name), sources: { [OWN]: own, ...edition.sources } };
}

/** What is saved: the terms as their own file has them, and the choices beside them. */
export function saveText(project: Project): string {
  return `${JSON.stringify({ ...project, edition: fileOf(project.edition) }, null, 2)}\n`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InvalidDataError('file', [
      {
        path: '',
        found: 'text that is not JSON',
        expected: 'a file that this page saved',
        remedy: `Choose the file again, or save it anew. (${String(error)})`,
      },
    ]);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function widgetOf(value: unknown): Project['widgets'] {
  if (!isObject(value) || typeof value['tag'] !== 'string') return [];
  return [{ tag: value['tag'], attributes: textsOf(value['attributes']) }];
}
