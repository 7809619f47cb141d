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

function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.trim().replace(/\s+/g, ' ').toLowerCase());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.keys(value)
      .sort()
      .map((name) => `${name}:${canonical(value[name as keyof typeof value])}`)
      .join(',')}}`;
  return String(value);
}
