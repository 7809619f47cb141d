import { SECTIONS, type ApplicationForm, type Field } from '../applications/index.js';
import type { Edition } from '../programme/index.js';
import { html, link, list, type Child, type Markup } from './markup.js';
import { contactOf } from './phases.js';
import type { StaticData } from './options.js';

const INPUT_TYPES: Readonly<Partial<Record<Field['kind'], string>>> = { email: 'email', tel: 'tel' };

/** The hub's form as a plain one that posts to its intake; without a form or an address, how to reach the hub. */
export function application({ edition, form, action }: StaticData): Markup {
  if (form === undefined || action === undefined || !isAddress(action)) return askTheHub(edition);
  const hidden = {
    hub: form.hub,
    schoolYear: form.edition.schoolYear,
    editionVersion: form.edition.version,
    noticeVersion: form.notice.version,
  };
  const { notice } = form;
  return html`<form method="post" action="${action}" accept-charset="utf-8">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${SECTIONS.map(({ id, label }) => {
      const fields = form.fields.filter(({ section }) => section === id);
      return (
        fields.length > 0 &&
        html`<fieldset>
          <legend>${label}</legend>
          ${fields.map((each) => field(each, form))}
        </fieldset>`
      );
    })}
    <fieldset>
      <legend>Your headteacher's agreement</legend>
      ${form.phases.map(
        ({ name, commitments }) =>
          commitments.length > 0 &&
          html`<p>In ${name} your school agrees to this:</p>
            ${list(commitments.map(({ statement }) => statement))}`,
      )}
      <p>
        <label
          ><input type="checkbox" name="agreement" value="yes" required /> My headteacher agrees to
          this.</label
        >
      </p>
    </fieldset>
    <p>
      ${notice.text} ${notice.controller} decides what happens with your data; ${notice.processor} handles it.
      Lawful basis: ${notice.lawfulBasis}. ${notice.url && link(notice.url, 'The whole notice')}
    </p>
    <p><button type="submit">Send application</button></p>
  </form>`;
}

/** How to apply where there is no form. */
function askTheHub({ contact }: Edition): Markup {
  return html`<p>To apply, or to say that you are interested, contact ${contactOf(contact)}.</p>`;
}

function isAddress(action: string): boolean {
  return /^https:\/\//i.test(action) || /^\/(?![/\\])/.test(action);
}

function field({ id, kind, label, hint, why, autocomplete, required }: Field, form: ApplicationForm): Markup {
  const help = html`<br />${hint && `${hint} `}${why}`;
  if (kind === 'phase' || kind === 'phases') {
    const offered = kind === 'phase' ? form.phases : form.pastPhases;
    const options = offered.map((phase) => html`<option value="${phase.id}">${phase.name}</option>`);
    return kind === 'phase'
      ? html`<p>
          <label
            >${label}${help}<br /><select name="${id}" ${flag('required', required)}>
              <option value="">Choose a phase</option>
              ${options}
            </select></label
          >
        </p>`
      : html`<p>
          <label
            >${label}${help}<br /><select name="${id}" multiple ${flag('required', required)}>
              ${options}
            </select></label
          >
        </p>`;
  }
  return html`<p>
    <label
      >${label}${!required && ' (optional)'}${help}<br /><input
        type="${INPUT_TYPES[kind] ?? 'text'}"
        name="${id}"
        autocomplete="${autocomplete}"
        ${flag('required', required)}
    /></label>
  </p>`;
}

function flag(name: 'required', on: boolean): Child {
  return on && name;
}
