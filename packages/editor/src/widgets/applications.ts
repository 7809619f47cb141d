import { radios, textField } from '@maths-hubs/components/foundation/controls';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { withAttributes } from './attributes.js';
import { APPLY_FORM } from './manifest.js';
import './service-check.js';

/** Where the WordPress plugin of the same site takes applications. */
const WORDPRESS = '/wp-json/maths-hubs/v1/applications';

const WAYS = [
  {
    value: 'wordpress',
    label: 'In our WordPress, with the Maths Hubs plugin',
    hint: 'They arrive in an inbox there. The plugin has to be active on the site of your page.',
  },
  {
    value: 'service',
    label: 'At a service that somebody runs for us',
    hint: 'Paste its address; we ask it whether it takes applications from your site.',
  },
  {
    value: 'mail',
    label: 'By e-mail',
    hint: 'The school’s own mail program writes you a letter with the answers. Nothing else is needed.',
  },
] as const;

/** Where applications go: three plain choices, and what each needs. */
export function applicationsForm(editor: Editor): TemplateResult {
  const { project } = editor;
  const {
    action = '',
    mailto = '',
    href = '',
  } = project.widgets.find(({ tag }) => tag === APPLY_FORM)?.attributes ?? {};
  const put = (attributes: Readonly<Record<string, string>>): void =>
    editor.change((old) => withAttributes(old, APPLY_FORM, attributes));
  const way =
    mailto || editor.isOpen('apply-mail')
      ? 'mail'
      : action === WORDPRESS
        ? 'wordpress'
        : action || editor.isOpen('apply-service')
          ? 'service'
          : '';
  const site = project.publishing.page || project.edition.contact?.website || '';
  return html`${radios({
    id: 'apply-way',
    label: 'Where do applications go?',
    choices: WAYS,
    value: href && way === '' ? '' : way,
    onChange: (next) => {
      editor.setOpen('apply-mail', next === 'mail');
      editor.setOpen('apply-service', next === 'service');
      put({
        href: '',
        action: next === 'wordpress' ? WORDPRESS : '',
        mailto: next === 'mail' ? (project.edition.contact?.email ?? '') : '',
      });
    },
  })}
  ${
    way === 'mail'
      ? textField({
          id: `${APPLY_FORM}-mailto`,
          label: 'E-mail address for applications',
          type: 'email',
          value: mailto,
          onInput: (text) => put({ mailto: text.trim() }),
        })
      : nothing
  }
  ${
    way === 'service'
      ? html`${textField({
            id: `${APPLY_FORM}-action`,
            label: 'Address of the service',
            hint: 'Whoever runs it tells you. It begins with https:// and mostly ends in /applications.',
            value: action,
            onInput: (text) => put({ action: text.trim() }),
          })}
          ${textField({
            id: 'apply-site',
            label: 'Address of your page',
            hint: 'The page that the form will stand on.',
            value: site,
            onInput: (page) =>
              editor.change((old) => ({ ...old, publishing: { ...old.publishing, page: page.trim() } })),
          })} <mh-editor-service-check .address=${action} .site=${site}></mh-editor-service-check>`
      : nothing
  }`;
}
