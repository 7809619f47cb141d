import { InvalidDataError, type Fault } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import { fileOf } from '../project/file.js';
import type { TermFinding } from './findings.js';

/** What is wrong with the terms as a file; nothing when widgets can read them. The schema is fetched when first needed. */
export async function faultsOf(edition: Edition): Promise<readonly Fault[]> {
  const { parseEdition } = await import('@maths-hubs/sdk/programme/schema');
  try {
    parseEdition(fileOf(edition));
    return [];
  } catch (error) {
    if (error instanceof InvalidDataError) return error.faults;
    throw error;
  }
}

/** What can be proved of the requirements. The proof is fetched when first needed. */
export async function proofOf(edition: Edition): Promise<readonly TermFinding[]> {
  const [{ proveEdition }, { FACTS }, { findingsOf }] = await Promise.all([
    import('@maths-hubs/sdk/eligibility/prove'),
    import('@maths-hubs/sdk/schools'),
    import('./findings.js'),
  ]);
  return findingsOf(proveEdition(edition), edition, FACTS);
}
