/** A hub's own file, as its editor saves it: an example for stories, tests and docs. */
export function hubTerms(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(
    {
      format: 'maths-hubs-edition/1',
      schoolYear: '2026/27',
      hub: 'example-hub',
      version: 'example-1',
      evidence: 'hub',
      sources: {
        own: {
          id: 'own',
          publisher: 'Example Maths Hub',
          title: 'Our terms for 2026/27',
          date: '2026/27',
          url: 'https://example.org/terms',
        },
      },
      phases: [{ id: 'development', name: by('Development'), terms: {}, requirements: [] }],
      contact: { name: 'Example Maths Hub', website: 'https://example.org/' },
      ...more,
    },
    null,
    2,
  );
}

/** A value that the example hub has set. */
export function by<T>(value: T): { value: T; source: readonly string[]; basis: 'hub' } {
  return { value, source: ['own'], basis: 'hub' };
}

/** A tag with a hub's own terms between its ends. */
export function withTerms(tag: string, terms: string, attributes = '', fallback = ''): string {
  return `<${tag}${attributes && ` ${attributes}`}>
  <script type="application/json">${terms}</script>
  ${fallback}
</${tag}>`;
}
