import type { Application } from '@maths-hubs/sdk/applications';

/** What a person would call the same application, whatever its capitals, spaces and the time it was opened. */
export function contentOf({ notice, agreement, ...application }: Application): string {
  const agreed = agreement !== null;
  return `content:${canonical({ ...application, agreed, notice: notice.version })}`;
}

/** What an application shares with another of the same school for the same phase and year: probably sent twice. */
export function likenessOf({ hub, kind, edition, answers }: Application): string {
  const { urn, schoolName, postcode, phase } = answers;
  const school = urn ?? [schoolName, postcode?.replace(/\s/g, '')];
  return `likeness:${canonical({ hub, kind, year: edition.schoolYear, phase, school })}`;
}

/** Written for every application, so with little made on the way: it took a tenth of the service. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  let written = '';
  if (Array.isArray(value)) {
    for (const each of value) written += `${written === '' ? '' : ','}${canonical(each)}`;
    return `[${written}]`;
  }
  for (const name of Object.keys(value).sort())
    written += `${written === '' ? '' : ','}${name}:${canonical(value[name as keyof typeof value])}`;
  return `{${written}}`;
}

/** Printed characters of ASCII that stand for themselves in JSON, each gap one space. */
const PLAIN = /^(?:[!#-[\]-~]+(?: [!#-[\]-~]+)*)?$/;

function canonicalText(text: string): string {
  if (PLAIN.test(text)) return `"${text.toLowerCase()}"`;
  return JSON.stringify(text.trim().replace(/\s+/g, ' ').toLowerCase());
}
