/** `llms.txt`: what a language model is to read first, and where the rest is. */
export function llmsTxt({ guides, widgets, counts, years, has }) {
  const of = (group) =>
    guides
      .filter((each) => each.group === group)
      .map(({ slug, title, lead }) => `- [${title}](guides/${slug}.html): ${lead.slice(0, 160)}`)
      .join('\n');
  return `# Maths Hubs components

> England's Teaching for Mastery programme of the Maths Hubs as cited, dated data, pure functions, web components and a command line.
> ${counts.years} school years (${years}), ${counts.sources} sources, ${counts.hubs} hubs. A value of null means that no public source states it: say "ask your hub", never nought, "no" or last year's figure.

Facts come with a source and a school year; quote both. A hub's own terms may differ from the public evidence. To answer questions with citations, run
\`npx maths-hubs mcp\` (Model Context Protocol, over standard input and output), or \`npx maths-hubs edition 2024/25 --cite\`, \`npx maths-hubs decide --help\`,
\`npx maths-hubs hub --help\`; every command takes \`--json\`.

## For hubs

${of('For hubs')}
- [The editor's page](editor/index.html): state a hub's terms, choose widgets, copy the snippet

## For schools

${of('For schools')}

## For software

${of('For software')}
- [Proofs](proofs/index.html): whether each year's rules hold together
${has.api ? '- [API reference](api/index.html): every function and type\n' : ''}${has.data ? '- [Data](data/index.html): the facts as files\n' : ''}
## Widgets

${widgets.map(({ name, tag, summary }) => `- [<${tag}>](widgets/${name}.html): ${summary}`).join('\n')}

## Optional

- [All guides in one text](llms-full.txt)
`;
}

export const llmsFull = (guides) =>
  guides
    .filter(({ group }) => group !== 'Recipes')
    .map(({ markdown }) => markdown.replace(/<!--.*?-->/gs, '').trim())
    .join('\n\n---\n\n');
