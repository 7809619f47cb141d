import { InvalidDataError } from '@maths-hubs/sdk/evidence';
import { readWebAddress } from '@maths-hubs/sdk/typed';
import type { Edition } from '@maths-hubs/sdk/programme';
import { OWN, ownSource } from './edit.js';
import { fileOf } from './file.js';
import { newProject, type Project } from './project.js';
import { rescue, type Unread } from './rescue.js';
import { hubId } from './own-hub.js';
import { whatIsIt } from './wrong-file.js';

/**
 * Reads a saved file: one of this editor, or a hub's terms alone. Faults do not keep it closed: what cannot be read is handed
 * back beside the rest.
 * @throws {InvalidDataError} when it is neither, with what it seems to be
 */
export function openProject(text: string, base: string): Project {
  const json = readJson(text);
  try {
    return projectOf(json, base);
  } catch (error) {
    const kind = error instanceof InvalidDataError ? whatIsIt(text) : undefined;
    if (kind === undefined) throw error;
    throw wrongFile(kind);
  }
}

function projectOf(json: unknown, base: string): Project {
  if (!isObject(json) || json['format'] !== 'maths-hubs-editor/1') {
    const { edition, unread } = ownEdition(json);
    return { ...newProject(edition, base), unread };
  }
  const { edition, unread } = ownEdition(json['edition']);
  const fresh = newProject(edition, base);
  const { wording, widgets, notice, look, publishing, earlier, unconfirmed, refused } = json;
  return {
    ...fresh,
    wording: textsOf(wording),
    widgets: Array.isArray(widgets) ? widgets.flatMap(widgetOf) : fresh.widgets,
    notice: { ...fresh.notice, ...textsOf(notice) },
    look: { ...fresh.look, ...textsOf(look) },
    publishing: {
      ...fresh.publishing,
      ...textsOf(publishing),
      pages: listOf(isObject(publishing) ? publishing['pages'] : undefined),
    },
    earlier: isObject(earlier) ? rescue(earlier).edition : undefined,
    unconfirmed: listOf(unconfirmed),
    refused: listOf(refused),
    unread: [...unread, ...unreadOf(json['unread'])],
  };
}

/** Terms with a hub, and the source that what it states in the editor is cited to. */
function ownEdition(json: unknown): { edition: Edition; unread: readonly Unread[] } {
  const { edition, unread } = rescue(json);
  const name = edition.contact?.name ?? edition.hub ?? 'Our hub';
  const own = ownSource({ name, website: edition.contact?.website ?? null }, edition.schoolYear);
  const slips = unread.filter(isSlip);
  const contact = Object.fromEntries(
    slips.map(({ path, value }) => [path.slice('contact.'.length), asTyped(path, value)]),
  );
  return {
    edition: {
      ...edition,
      hub: edition.hub ?? hubId(name),
      sources: { [OWN]: own, ...edition.sources },
      ...(slips.length > 0 && { contact: { name, ...edition.contact, ...contact } }),
    },
    unread: unread.filter((each) => !slips.includes(each as Slip)),
  };
}

type Slip = Unread & { readonly value: string };

/** What was typed into a field and is not right yet: it goes back into its field, where its fault is shown. */
function isSlip(each: Unread): each is Slip {
  return (
    /^contact\.(website|email|telephone)$/.test(each.path) &&
    typeof each.value === 'string' &&
    each.value !== ''
  );
}

/** An address that only lacks its beginning is completed, as it is on leaving its field. */
function asTyped(path: string, text: string): string {
  const read = path === 'contact.website' ? readWebAddress(text) : undefined;
  return read?.ok ? read.value : text;
}

/** What is saved: the terms as their own file has them, and the choices beside them. */
export function saveText(project: Project): string {
  const { earlier } = project;
  const saved = {
    ...project,
    edition: fileOf(project.edition),
    ...(earlier && { earlier: fileOf(earlier) }),
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    throw wrongFile(
      whatIsIt(text) ?? `This file is damaged: it ends or breaks off where it should not. (${String(error)})`,
    );
  }
}

function wrongFile(kind: string): InvalidDataError {
  return new InvalidDataError('file', [
    {
      path: '',
      found: kind,
      expected: 'a file that this page saved, or a hub’s terms',
      remedy: 'Choose the file whose name ends in .json that you saved here.',
    },
  ]);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function unreadOf(value: unknown): readonly Unread[] {
  return Array.isArray(value)
    ? value.filter(
        (each): each is Unread =>
          isObject(each) && typeof each['path'] === 'string' && isObject(each['fault']),
      )
    : [];
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
  const page =
    Number.isInteger(value['page']) && Number(value['page']) > 0 ? { page: Number(value['page']) } : {};
  return [{ tag: value['tag'], attributes: textsOf(value['attributes']), ...page }];
}
