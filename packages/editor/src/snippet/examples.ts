import * as plain from '@maths-hubs/sdk/static-html';
import type { Edition } from '@maths-hubs/sdk/programme';
import { setContact, setDoor, setTerm, stated } from '../project/edit.js';
import { newProject, type Project } from '../project/project.js';
import { startEdition } from '../project/start.js';
import type { Widget } from '../widgets/manifest.js';
import type { SnippetConfig } from './config.js';

/** A manifest of two widgets, as the editor reads it. */
export const WIDGETS: readonly Widget[] = [
  {
    tag: 'mh-settings',
    summary: 'Settings for the widgets of a page.',
    attributes: [
      { name: 'hub', type: 'string' },
      { name: 'src', type: 'string' },
    ],
  },
  {
    tag: 'mh-journey-map',
    summary: 'A school’s journey.',
    attributes: [
      { name: 'edition', type: 'string' },
      { name: 'src', type: 'string' },
      { name: 'phase', type: 'string' },
      { name: 'heading-level', type: 'number', default: '2' },
    ],
  },
  {
    tag: 'mh-find-a-hub',
    summary: 'Which hub a school belongs to.',
    attributes: [{ name: 'heading-level', type: 'number', default: '2' }],
  },
];

const HUB = { id: 'wold-valley', name: 'Wold Valley Maths Hub', website: 'https://example.org/' };

/** A hub of the two strands that has stated a little. */
async function exampleEdition(): Promise<Edition> {
  const empty = await startEdition(HUB, '2026/27', { template: 'two-strands' }, '2026-11-22');
  const doors = setDoor(empty, 'introductory', 'Schools that are new to <mastery> & to us.');
  const teachers = stated({ min: 2, max: 2, unit: 'teacher', per: 'school' });
  return setContact(setTerm(doors, 'introductory', 'teachers', teachers), {
    name: HUB.name,
    website: HUB.website,
  });
}

/** Everything that outputs are made from, with a project changed as a test needs it. */
export async function exampleConfig(
  change: (project: Project) => Project = (same) => same,
): Promise<SnippetConfig> {
  const project = newProject(await exampleEdition(), 'https://widgets.example/embed/');
  return {
    project: change({
      ...project,
      widgets: [
        { tag: 'mh-journey-map', attributes: { 'heading-level': '3' } },
        { tag: 'mh-find-a-hub', attributes: {} },
      ],
    }),
    widgets: WIDGETS,
    version: '1.4.2',
    integrity: { 'embed.js': 'sha384-abc' },
    plain,
  };
}
