import { expect } from '@open-wc/testing';
import type { Fault } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import { render } from 'lit';
import type { Editor } from '../editor.js';
import { exampleConfig } from '../snippet/examples.js';
import { destinationProblem } from '../widgets/destination.js';
import { contactForm } from './contact.js';

/** Types into one field of the form and leaves it; returns what is kept. */
async function typed(key: 'website' | 'email' | 'telephone', text: string): Promise<string | undefined> {
  let { project } = await exampleConfig();
  const room = document.createElement('div');
  const faults: Fault[] = [];
  const draw = (): void => {
    render(
      contactForm({
        project,
        hubs: [],
        faults,
        edit: (change: (edition: Edition) => Edition) => {
          project = { ...project, edition: change(project.edition) };
          draw();
        },
      } as unknown as Editor),
      room,
    );
  };
  draw();
  const input = room.querySelector<HTMLInputElement>(`#contact-${key}`)!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  expect(input.value).to.equal(project.edition.contact?.[key]);
  return project.edition.contact?.[key];
}

describe('the hub’s contact', () => {
  const lines: ['website' | 'email' | 'telephone', string, string][] = [
    ['website', 'www.hub.example', 'https://www.hub.example'],
    ['website', '<hub.example/join>.', 'https://hub.example/join'],
    ['email', 'The office <mailto:office@hub.example>', 'office@hub.example'],
    ['email', 'o’hub@hub.example', "o'hub@hub.example"],
    ['telephone', 'Tel: 0113.496.0000 x12', '0113 496 0000 ext 12'],
    ['telephone', '0113‑496‑0000', '0113 496 0000'],
    ['telephone', 'not yet known', 'not yet known'],
  ];
  for (const [key, text, kept] of lines)
    it(`${key}: ${text} is kept as ${kept}`, async () => {
      expect(await typed(key, text)).to.equal(kept);
    });
});

describe('where applications go by mail', () => {
  for (const mailto of ['hub@example.org', 'mailto:hub@example.org'])
    it(`may be ${mailto}`, () => expect(destinationProblem({ mailto })).to.equal(undefined));
  for (const mailto of [
    'hub@example',
    'a@hub.example, b@hub.example',
    'The hub <a@hub.example>',
    '0113 496 0000',
  ])
    it(`is not ${mailto}`, () =>
      expect(destinationProblem({ mailto })?.remedy).to.contain('one e-mail address'));
});
