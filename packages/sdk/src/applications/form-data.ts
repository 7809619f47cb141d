import type { ApplicationForm } from './form.js';

/**
 * Reads what a plain `<form method="post">` sends into the shape of an application, unchecked.
 * Field names are the {@link FieldId}s; `readiness.<question>`; `agreement` (any value) for the ticked declaration;
 * hidden `hub`, `schoolYear`, `editionVersion`, `noticeVersion` and, to register interest, `kind`.
 */
export function applicationFromEntries(
  entries: Iterable<readonly [name: string, value: string]>,
  form: ApplicationForm,
): unknown {
  const fields = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  const first = (name: string): string | undefined => fields.get(name)?.[0];
  const phase = form.phases.find(({ id }) => id === first('phase'));
  const interest = first('kind') === 'interest';
  return {
    format: 'maths-hubs-application/1',
    kind: interest ? 'interest' : 'application',
    hub: first('hub') ?? '',
    edition: { schoolYear: first('schoolYear') ?? '', version: first('editionVersion') ?? '' },
    answers: Object.fromEntries(
      form.fields.flatMap(({ id, kind }) => {
        const values = fields.get(id);
        if (values === undefined) return [];
        return [[id, kind === 'phases' ? values.filter((value) => value !== '') : values[0]]];
      }),
    ),
    readiness: Object.fromEntries(
      (phase?.readiness ?? []).flatMap(({ id }) => {
        const answer = first(`readiness.${id}`);
        return answer === undefined || answer === '' ? [] : [[id, answer]];
      }),
    ),
    agreement:
      interest || first('agreement') === undefined
        ? null
        : { declared: true, commitments: phase?.commitments ?? [] },
    notice: { version: first('noticeVersion') ?? '', shownAt: null },
    guard: { leaveEmpty: first('leaveEmpty') ?? '' },
  };
}
