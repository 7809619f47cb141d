import type { Application, ApplicationForm, FieldError } from '@maths-hubs/sdk/applications';
import { parseApplication } from '@maths-hubs/sdk/applications/schema';

/** All that is wrong, and the application as it would be stored when nothing is. */
export interface Checked {
  readonly errors: readonly FieldError[];
  readonly application: Application | null;
}

/**
 * Checks an application on its way. An answer that cannot be read hides no other fault: it is set aside, and the rest
 * is checked once more. This module carries the schema library.
 */
export function checkApplication(application: Application, form: ApplicationForm): Checked {
  const first = parseApplication(application, form);
  if (first.ok) return { errors: [], application: first.application };
  const bad = new Set(first.errors.map(({ field }) => field));
  const without = <T extends object>(record: T, prefix = ''): T =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !bad.has(prefix + id))) as T;
  const second = parseApplication(
    {
      ...application,
      answers: without(application.answers),
      readiness: without(application.readiness, 'readiness.'),
    },
    form,
  );
  const hidden = second.ok ? [] : second.errors.filter(({ field }) => !bad.has(field));
  const order = form.fields.map(({ id }): string => id);
  const rank = ({ field }: FieldError): number => {
    const place = order.indexOf(field);
    return place === -1 ? order.length : place;
  };
  return { errors: [...first.errors, ...hidden].sort((a, b) => rank(a) - rank(b)), application: null };
}
