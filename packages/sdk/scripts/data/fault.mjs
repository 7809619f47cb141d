/** A fault in the data: the file, the path in it, what is wrong, and what to do. */
export class DataFault extends Error {
  /** @override */
  name = 'DataFault';
  code = 'data-fault';

  /** @param {readonly string[]} faults one line each, already naming file, path and remedy */
  constructor(faults) {
    super(`${faults.length} fault${faults.length === 1 ? '' : 's'} in the data:\n${faults.join('\n')}`);
    this.faults = faults;
  }
}

/** Collects faults of one file, so that a person sees all of them at once. */
export function faultsOf(file) {
  const faults = [];
  return {
    faults,
    /** @param {string} path @param {string} found @param {string} remedy */
    add: (path, found, remedy) => faults.push(`${file} at ${path || 'the top'}: ${found}. ${remedy}.`),
  };
}
