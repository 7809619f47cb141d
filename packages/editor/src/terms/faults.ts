import type { Fault } from '@maths-hubs/sdk/evidence';

/** The id of the control for a place in the terms: `phases[0].terms.visits` is `phases-0-terms-visits`. */
export function controlId(path: string): string {
  return path.replaceAll(/[^\w]+/g, '-').replace(/-$/, '');
}

/** What is wrong at a place or below it, in a sentence; undefined when nothing is. */
export function faultAt(faults: readonly Fault[], path: string): string | undefined {
  const found = faultsAt(faults, path);
  return found.length === 0 ? undefined : found.map(faultText).join(' ');
}

/** Every fault at a place or below it. */
export function faultsAt(faults: readonly Fault[], path: string): readonly Fault[] {
  return faults.filter(
    (fault) =>
      fault.path === path || (/^[.[]/.test(fault.path.slice(path.length)) && fault.path.startsWith(path)),
  );
}

/** A fault as a sentence for someone who fills in a form. */
export function faultText({ found, expected, remedy }: Fault): string {
  const what = found === 'nothing' || found === '""' ? 'Nothing is filled in' : `This is ${found}`;
  return `${what}; it should be ${expected}.${remedy === 'Add it.' || remedy === 'Replace it.' ? '' : ` ${remedy}`}`;
}
