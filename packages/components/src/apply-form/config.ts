import { applicationForm, type ApplicationForm, type ApplicationTerms } from '@maths-hubs/sdk/applications';
import { describeFault, InvalidDataError } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';

/** What a hub states between the tags: its notice and what it asks. The same as in the intake's configuration. */
export interface ApplyConfig extends Partial<Omit<ApplicationTerms, 'hub' | 'notice'>> {
  /** The hub's name as schools know it. */
  readonly name?: string;
  readonly notice?: Partial<ApplicationTerms['notice']>;
  /** The school year that names are taken for once these terms are over, as the hub says: `2027/28`. */
  readonly nextYear?: string;
  /** How the hub is reached where the form cannot be sent; its own terms' contact by default. */
  readonly contact?: { readonly email?: string; readonly telephone?: string };
}

/** A form to fill in, or what the person who looks after the page has to put right. */
export type FormState =
  { readonly form: ApplicationForm } | { readonly faults: readonly string[]; readonly form?: undefined };

const NO_NOTICE = { version: 'none', controller: '', processor: '', lawfulBasis: '', text: '' };

/** @throws {SyntaxError} when the text is not JSON */
export function readConfig(text: string | undefined): ApplyConfig {
  const value: unknown = text?.trim() ? JSON.parse(text) : {};
  return typeof value === 'object' && value !== null ? value : {};
}

/**
 * The form of one hub and year.
 * @param asked  fields to ask, by id; every field when absent. Fewer where another form is only helped along.
 * @param own  whether the answers go to the hub through this form, which then needs the hub's notice
 */
export function formOf(
  edition: Edition,
  hub: string,
  { notice, fields, phases, readiness }: ApplyConfig,
  asked: readonly string[] | undefined,
  own: boolean,
): FormState {
  if (own && !(notice?.version && notice.text))
    return { faults: ['notice: state the version and the text of your data-protection notice.'] };
  if (own && !hub) return { faults: ['hub: state the id of your hub.'] };
  try {
    const form = applicationForm(edition, {
      hub,
      notice: { ...NO_NOTICE, ...notice },
      ...(fields && { fields }),
      ...(phases && { phases }),
      ...(readiness && { readiness }),
    });
    return { form: asked ? { ...form, fields: form.fields.filter(({ id }) => asked.includes(id)) } : form };
  } catch (error) {
    if (error instanceof InvalidDataError) return { faults: error.faults.map(describeFault) };
    throw error;
  }
}
