import { textField } from '@maths-hubs/components/foundation/controls';
import type { Contact } from '@maths-hubs/sdk/programme';
import { readEmail, readTelephone, readWebAddress, type Read } from '@maths-hubs/sdk/typed';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { setContact } from '../project/edit.js';
import { controlId, faultAt } from './faults.js';

interface Field {
  readonly key: 'name' | 'website' | 'email' | 'telephone';
  readonly label: string;
  readonly type: 'text' | 'email' | 'tel';
  readonly hint?: string;
  /** The one reader of such a thing, as the widgets and the intake have it. */
  readonly read?: (text: string) => Read;
}

const FIELDS: readonly Field[] = [
  { key: 'name', label: 'Name of the hub', type: 'text', hint: 'As schools know it.' },
  {
    key: 'website',
    label: 'Website',
    type: 'text',
    hint: 'Such as www.your-hub.org.uk',
    read: readWebAddress,
  },
  { key: 'email', label: 'Email', type: 'text', hint: 'Of the hub, not a person’s.', read: readEmail },
  { key: 'telephone', label: 'Telephone', type: 'tel', read: readTelephone },
];

/** How schools get in touch. What the directory knows is shown beside, and taken over only by a press. */
export function contactForm(editor: Editor): TemplateResult {
  const { edition } = editor.project;
  const contact: Contact = edition.contact ?? { name: edition.sources['own']?.publisher ?? '' };
  const listed = editor.hubs.find(({ id }) => id === edition.hub);
  const { website, email, telephone } = listed ?? {};
  const known = Object.entries({ website, email, telephone }).filter(([, text]) => text);
  const put = (change: Partial<Record<keyof Contact, string>>): void =>
    editor.edit((old) => setContact(old, { ...contact, ...change } as Contact));
  /** On leaving a field: what was typed as it is kept, out of what was pasted around it. */
  const straighten = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement;
    const field = FIELDS.find(({ key }) => controlId(`contact.${key}`) === id);
    const read = field?.read?.(value);
    if (field && read?.ok) put({ [field.key]: read.value });
  };
  return html`<div @change=${straighten}>
      ${FIELDS.map((field) =>
        textField({
          ...field,
          id: controlId(`contact.${field.key}`),
          value: contact[field.key] ?? '',
          error: faultAt(editor.faults, `contact.${field.key}`),
          onInput: (text) => put({ [field.key]: text }),
        }),
      )}
    </div>
    ${
      known.length > 0
        ? html`<div class="evidence">
            <p><strong>The directory has:</strong> ${known.map(([, text]) => text).join(', ')}</p>
            <p class="muted">As of ${listed?.asOf}.</p>
            <button type="button" class="secondary" @click=${() => put(Object.fromEntries(known))}>
              Use this: it is right
            </button>
          </div>`
        : nothing
    }`;
}
