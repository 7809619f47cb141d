import { phaseNameOf, type Edition, type PhaseId } from '../programme/index.js';
import { InvalidDataError } from '../evidence/index.js';
import type { Fault } from '../evidence/index.js';
import type { FieldId } from './application.js';
import { commitmentsOf } from './commitments.js';
import type { PhaseCommitments } from './commitments.js';
import { FIELDS } from './fields.js';
import type { Field } from './fields.js';

/** The hub's data-protection notice: its own text, shown to the applicant and stored by version. */
export interface Notice {
  readonly version: string;
  /** Who decides what happens with the data. */
  readonly controller: string;
  /** Who handles it for the controller. */
  readonly processor: string;
  /** `public task, UK GDPR Article 6(1)(e)`. Stated, not a matter of consent. */
  readonly lawfulBasis: string;
  readonly text: string;
  /** Address of the full notice, `https:`. */
  readonly url?: string;
}

/** A question of a phase's self-assessment, with the answers to choose from. */
export interface ReadinessQuestion {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly required?: boolean;
}

/** A hub's change to a field: turns an optional one on, with a purpose, or makes one required. */
export interface FieldChoice {
  readonly purpose?: string;
  readonly required?: boolean;
}

/** What a hub asks of its applicants. */
export interface ApplicationTerms {
  readonly hub: string;
  readonly notice: Notice;
  /** Phases a school may apply for; every phase of the edition when absent. */
  readonly phases?: readonly PhaseId[];
  readonly fields?: { readonly [F in FieldId]?: FieldChoice };
  /** Self-assessment by phase. */
  readonly readiness?: Readonly<Record<PhaseId, readonly ReadinessQuestion[]>>;
}

/** A phase that schools may apply for, with its questions. */
export interface OfferedPhase extends PhaseCommitments {
  readonly id: PhaseId;
  readonly name: string;
  readonly readiness: readonly ReadinessQuestion[];
}

/** All that a form shows and a service checks, as plain data shared by both. */
export interface ApplicationForm {
  readonly hub: string;
  readonly edition: { readonly schoolYear: string; readonly version: string };
  readonly fields: readonly Field[];
  readonly phases: readonly OfferedPhase[];
  /** Every phase of the edition: what a school may have taken part in before. */
  readonly pastPhases: readonly { readonly id: PhaseId; readonly name: string }[];
  readonly notice: Notice;
}

/** Always required, whatever a hub sets. */
const NEEDED: readonly FieldId[] = ['schoolName', 'phase', 'name', 'email'];

/**
 * What a hub asks its applicants in one year.
 * @throws {InvalidDataError} with every fault: a field turned on without a purpose, a phase that is not in the edition
 */
export function applicationForm(edition: Edition, terms: ApplicationTerms): ApplicationForm {
  const faults: Fault[] = [];
  const named = edition.phases.map((phase) => ({ id: phase.id, name: phaseNameOf(edition, phase.id) }));
  const offered = terms.phases ?? named.map(({ id }) => id);
  for (const id of [...offered, ...Object.keys(terms.readiness ?? {})])
    if (!named.some((phase) => phase.id === id))
      faults.push({
        path: 'phases',
        found: id,
        expected: `a phase of ${edition.schoolYear}: ${named.map((phase) => phase.id).join(', ') || 'none known'}`,
        remedy: 'Correct the name, or add the phase to the edition.',
      });
  const fields = FIELDS.flatMap((field): Field[] => {
    const choice = terms.fields?.[field.id];
    const why = choice?.purpose?.trim() || field.why;
    if (why === null) {
      if (choice !== undefined)
        faults.push({
          path: `fields.${field.id}.purpose`,
          found: 'no purpose',
          expected: 'a sentence that says why it is asked',
          remedy: 'State the purpose, or leave the field off.',
        });
      return [];
    }
    const required = NEEDED.includes(field.id) || (choice?.required ?? field.required);
    return [{ ...field, why, required }];
  });
  if (faults.length > 0) throw new InvalidDataError('application form', faults);
  return {
    hub: terms.hub,
    edition: { schoolYear: edition.schoolYear, version: edition.version },
    fields,
    phases: edition.phases
      .filter(({ id }) => offered.includes(id))
      .map((phase) => ({
        id: phase.id,
        name: phaseNameOf(edition, phase.id),
        ...commitmentsOf(phase),
        readiness: terms.readiness?.[phase.id] ?? [],
      })),
    pastPhases: named,
    notice: terms.notice,
  };
}
