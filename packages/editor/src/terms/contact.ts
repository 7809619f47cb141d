import { textField } from '@maths-hubs/components/foundation/controls';
import type { Contact } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { setContact } from '../project/edit.js';
import { controlId, faultAt } from './faults.js';

const FIELDS = [
  { key: 'name', label: 'Name of the hub', type: 'text', hint: 'As schools know it. Never a person’s name.' },
  { key: 'website', label: 'Website', type: 'text', hint: 'Such as www.your-hub.org.uk' },
  { key: 'email', label: 'Email', type: 'email', hint: 'A mailbox of the hub, not of a person.' },
  { key: 'telephone', label: 'Telephone', type: 'tel', hint: 'Digits and spaces.' },
] as const;

/** How schools get in touch. What the directory knows stands beside, and is taken over only by a press. */
export function contactForm(editor: Editor): TemplateResult {
  const { edition } = editor.project;
  const contact: Contact = edition.contact ?? { name: edition.sources['own']?.publisher ?? '' };
  const listed = editor.hubs.find(({ id }) => id === edition.hub);
  const known = listed && {
    website: listed.website ?? '',
    email: listed.email ?? '',
    telephone: listed.telephone ?? '',
  };
  const put = (change: Partial<Record<keyof Contact, string>>): void =>
    editor.edit((old) => setContact(old, { ...contact, ...change } as Contact));
  return html`${FIELDS.map(({ key, label, type, hint }) =>
    textField({
      id: controlId(`contact.${key}`),
      label,
      hint,
      type,
      value: contact[key] ?? '',
      error: faultAt(editor.faults, `contact.${key}`),
      onInput: (text) => put({ [key]: key === 'website' ? wholeAddress(text) : text }),
    }),
  )}
  ${
    known && (known.website || known.email || known.telephone)
      ? html`<div class="evidence">
          <p><strong>The directory has:</strong> ${Object.values(known).filter(Boolean).join(', ')}</p>
          <p class="muted">As of ${listed?.asOf}.</p>
          <button
            type="button"
            class="secondary"
            @click=${() => put(Object.fromEntries(Object.entries(known).filter(([, text]) => text)))}
          >
            Use this: it is right
          </button>
        </div>`
      : nothing
  }`;
}

/** `www.hub.example` is what people type; the rest is the same for every site. */
function wholeAddress(text: string): string {
  return /^www\.[^\s./]+\.[^\s/]{2,}/i.test(text.trim()) ? `https://${text.trim()}` : text;
}
