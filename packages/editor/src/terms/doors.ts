import { selectField } from '@maths-hubs/components/foundation/controls';
import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { otherDoors, sendTo, STANDINGS } from '../project/doors.js';

/** Which school goes where, a sentence for each: what the checker recommends. */
export function doorsForm(editor: Editor): TemplateResult {
  const { edition } = editor.project;
  const others = otherDoors(edition);
  const none = edition.doors.length === 0;
  const phases = edition.phases.map(({ id }) => ({ value: id, label: shortPhaseName(edition, id) }));
  return html`<p>
      ${
        none
          ? 'The checker sends a school to the only phase where schools may start; where there are several, to you. Choose a phase below to say more.'
          : 'This is what the checker recommends. It never stops a school from asking for another phase.'
      }
    </p>
    ${
      others.length === 0
        ? STANDINGS.map(([id, statement]) =>
            selectField({
              id: `way-${id}`,
              label: statement,
              choices: [{ value: '', label: none ? 'Not stated' : 'Ask us' }, ...phases],
              value: edition.doors.find((door) => door.id === id)?.phase ?? '',
              onChange: (phase) => editor.edit((old) => sendTo(old, id, phase || null)),
            }),
          )
        : html`<ul>
            ${others.map(
              ({ statement, phase }) =>
                html`<li>${statement} ${phase ? `Next: ${shortPhaseName(edition, phase)}.` : 'Ask us.'}</li>`,
            )}
          </ul>`
    }
    ${
      none
        ? nothing
        : html`<button
            type="button"
            class="plain"
            @click=${() => editor.edit((old) => ({ ...old, doors: [] }))}
          >
            Take these away
          </button>`
    }`;
}
