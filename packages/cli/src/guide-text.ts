import { InvalidArgumentError } from 'commander';
import { citation, didYouMean } from '@maths-hubs/sdk/evidence';
import {
  GUIDE_PARTS,
  isGuidePart,
  type GuideLine,
  type GuidePart,
  type GuidePartId,
  type SourceTable,
} from '@maths-hubs/sdk/programme';
import { wrap } from './output.js';

/** Names of parts, with commas or spaces between them. */
export function guideParts(names: string): readonly GuidePartId[] {
  return names
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(guidePart);
}

export function guidePart(name: string): GuidePartId {
  if (isGuidePart(name)) return name;
  const meant = didYouMean(name, GUIDE_PARTS);
  throw new InvalidArgumentError(
    `There is no part “${name}”.${meant ? ` ${meant}` : ''} The parts are: ${GUIDE_PARTS.join(', ')}.`,
  );
}

/** Parts of the guide for a terminal: each line with the ids of its sources, which are listed at the end. */
export function guideText(
  parts: readonly Pick<GuidePart, 'title' | 'blocks'>[],
  sources: SourceTable,
): string {
  const cited = sourcesOf(parts, sources);
  return [
    ...parts.map(({ title, blocks }) =>
      [
        title.toUpperCase(),
        ...blocks.map((block) =>
          [...(block.title ? [block.title] : []), ...block.lines.map(lineText)].join('\n'),
        ),
      ].join('\n\n'),
    ),
    [
      'SOURCES',
      ...cited.map((source) => `  ${wrap(`${source.id}: ${citation(source)}`, undefined, '    ')}`),
    ].join('\n'),
  ].join('\n\n');
}

/** The sources that these parts cite, in the order a reader meets them. */
export function sourcesOf(
  parts: readonly Pick<GuidePart, 'blocks'>[],
  sources: SourceTable,
): readonly SourceTable[string][] {
  const ids = parts.flatMap(({ blocks }) =>
    blocks.flatMap(({ lines }) => lines.flatMap(({ source }) => source)),
  );
  return [...new Set(ids)].flatMap((id) => sources[id] ?? []);
}

function lineText({ name, text, question, notes, source }: GuideLine): string {
  const said = [
    [name, text].filter(Boolean).join(': '),
    ...(question ? [`Ask a class: “${question}”`] : []),
    ...notes,
    ...(source.length > 0 ? [`[${source.join(', ')}]`] : []),
  ].join(' ');
  return `  ${wrap(said, undefined, '    ')}`;
}
