import { readEmail } from '@maths-hubs/sdk/typed';
import type { Notice } from '../project/project.js';
import { APPLY_FORM } from './manifest.js';

/** Something to put right at one control. */
export interface FieldProblem {
  readonly message: string;
  readonly remedy: string;
  /** Id of the control. */
  readonly field: string;
}

/** An address that is safe to send answers to: `https:`, a path of the same site, or one's own computer while trying. */
const ADDRESS = /^(https:\/\/[^\s/]|\/(?![/\\])|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$))/i;

/** One e-mail address and nothing beside it, read as everywhere else. */
function isMailbox(text: string): boolean {
  const read = readEmail(text);
  return read.ok && text.replace(/^mailto:/i, '') === read.value;
}

/** Why an apply form with these attributes would not know where applications go; undefined when it does. */
export function destinationProblem(attributes: Readonly<Record<string, string>>): FieldProblem | undefined {
  const name = ['action', 'href', 'mailto'].find((each) => attributes[each]);
  if (name === undefined)
    return {
      message: 'The form does not know where applications go.',
      remedy: 'Choose where they go.',
      field: 'apply-way',
    };
  const given = attributes[name] ?? '';
  if (name === 'mailto' ? isMailbox(given) : ADDRESS.test(given)) return undefined;
  return {
    message: `Applications cannot go to “${attributes[name] ?? ''}”.`,
    remedy:
      name === 'mailto'
        ? 'Give one e-mail address, such as hub@example.org.'
        : 'Begin it with https://, or with / on your own site.',
    field: `${APPLY_FORM}-${name}`,
  };
}

/** Parts of the notice, each with what it asks for. */
export const NOTICE_FIELDS: Readonly<
  Record<keyof Notice, { readonly label: string; readonly hint: string }>
> = {
  version: { label: 'Notice: version', hint: 'The same as your intake has, such as 2026-09.' },
  text: { label: 'Notice: what schools read', hint: 'What you do with their answers, and for how long.' },
  controller: { label: 'Notice: who decides what happens with the data', hint: 'The data controller.' },
  processor: { label: 'Notice: who handles the data', hint: 'The data processor.' },
  lawfulBasis: { label: 'Notice: lawful basis', hint: 'Such as public task.' },
};

/** Which part of the notice is missing; a form that sends applications itself is not shown without it. */
export function noticeProblem(notice: Notice): FieldProblem | undefined {
  const missing = (Object.keys(NOTICE_FIELDS) as (keyof Notice)[]).find((part) => notice[part].trim() === '');
  return (
    missing && {
      message: 'The form sends the answers itself, so it is not shown without your data-protection notice.',
      remedy: 'Fill in every part of the notice, in the same words as your intake has.',
      field: `notice-${missing}`,
    }
  );
}
