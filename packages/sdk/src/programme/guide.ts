import type { GuideBlock, GuideLine } from './guide-lines.js';
import { specialistTerms } from './guide-specialists.js';
import { lines } from './guide-words.js';
import type { DatedProject, Idea, IdeaSet, ProgrammeFacts } from './programme-facts.js';

/** A part of the guide, such as the Five Big Ideas. */
export interface GuidePart {
  readonly id: GuidePartId;
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
}

interface PartRecipe {
  readonly title: string;
  readonly of: (facts: ProgrammeFacts) => readonly GuideBlock[];
}

/** Every part, in a reader's order, and its facts. Every fact of the programme is in some part. */
const PARTS = {
  mastery: {
    title: 'What teaching for mastery is',
    of: ({ mastery, about, outcomes }) => [
      { lines: lines([mastery, ...about]) },
      { title: 'What it is for', lines: lines(outcomes) },
    ],
  },
  ideas: { title: 'Five Big Ideas of teaching for mastery', of: ({ bigIdeas }) => [ideas(bigIdeas)] },
  areas: {
    title: 'Five key areas of Mastery Readiness',
    of: ({ readinessAreas, twoFives, foundations }) => [
      ideas(readinessAreas),
      { title: 'Not the Five Big Ideas', lines: lines([twoFives]) },
      { title: 'Longer lists', lines: foundations.map(names) },
    ],
  },
  'work-group': { title: 'What a Work Group does', of: ({ workGroup }) => [{ lines: lines(workGroup) }] },
  people: {
    title: 'Who is who',
    of: ({ roles }) => roles.map(({ name, statements }) => ({ title: name, lines: lines(statements) })),
  },
  findings: {
    title: 'What has been found',
    of: ({ report2019, evaluations, impact }) => [
      { title: 'The report of 2019', lines: lines([report2019.team]) },
      { title: 'What had changed', lines: lines(report2019.findings) },
      { title: 'What was still hard', lines: lines(report2019.challenges) },
      { title: 'Since then', lines: lines([...evaluations, ...impact]) },
    ],
  },
  resources: {
    title: 'Research and materials',
    of: ({ resources }) =>
      Object.entries(RESOURCE_KINDS).map(([kind, title]) => ({
        title,
        lines: lines(resources.filter((each) => each.kind === kind).map(({ description }) => description)),
      })),
  },
  secondary: {
    title: 'Secondary schools',
    of: ({ secondaryYears }) =>
      secondaryYears.map(({ schoolYear, phases }) => ({
        title: schoolYear ?? 'Year not known',
        lines: phases.flatMap(({ name, statements }) =>
          lines(statements).map((line, index) => (index === 0 ? { ...line, name } : line)),
        ),
      })),
  },
  specialists: {
    title: 'Becoming a Mastery Specialist',
    of: ({ specialistTraining, specialistYears }) => [
      { lines: lines(specialistTraining) },
      ...specialistYears.map(({ schoolYear, terms }) => ({
        title: schoolYear,
        lines: specialistTerms(terms),
      })),
    ],
  },
  projects: {
    title: 'Linked projects',
    of: ({ linkedProjects, projectCodes }) => [
      { lines: linkedProjects.map(project) },
      {
        title: 'Project codes',
        lines: projectCodes.map(({ schoolYear, code, project: name, source, basis }) => ({
          name: schoolYear,
          text: `${code}: ${name}.`,
          notes: basis === 'derived' ? ['Worked out from an address.'] : [],
          source,
        })),
      },
    ],
  },
  history: {
    title: 'The programme over the years',
    of: ({ models }) => [
      {
        lines: models.flatMap(({ years, model }) =>
          lines([model]).map((line) => ({ ...line, name: years ?? 'Year not known' })),
        ),
      },
    ],
  },
  support: { title: 'Extra support', of: ({ support }) => [{ lines: lines(support) }] },
  applying: {
    title: 'How schools apply',
    of: ({ applying, privacy }) => [
      { lines: lines(applying) },
      { title: 'What becomes of the data', lines: lines(privacy) },
    ],
  },
  money: { title: 'Public money', of: ({ money }) => [{ lines: lines(money) }] },
} as const satisfies Record<string, PartRecipe>;

const RESOURCE_KINDS = {
  materials: 'Materials for teachers',
  research: 'Research',
  'case-studies': 'Case studies',
  video: 'Videos',
  'audio-and-articles': 'Podcasts and articles',
} as const;

/** The parts of the guide; each can be shown alone. */
export type GuidePartId = keyof typeof PARTS;

/** Every part of the guide, in a reader's order. */
export const GUIDE_PARTS = Object.keys(PARTS) as readonly GuidePartId[];

/** The parts that a parent, a governor or a teacher new to it reads: the others are on request. */
export const USUAL_GUIDE_PARTS: readonly GuidePartId[] = GUIDE_PARTS.slice(
  0,
  GUIDE_PARTS.indexOf('resources') + 1,
);

/** Whether a text names a part of the guide to teaching for mastery; {@link GuidePartId} lists them. */
export function isGuidePart(name: string): name is GuidePartId {
  return Object.hasOwn(PARTS, name);
}

/**
 * What the programme is, in parts: the same for a page, a sheet of paper and a terminal.
 * @param facts  from `programmeFacts()`
 * @param parts  which parts, in the order wanted
 * @example guideOf(await programmeFacts(), ['ideas'])[0].blocks[0].lines.map(({ name }) => name)
 * @source each line carries its fact's sources
 */
export function guideOf(
  facts: ProgrammeFacts,
  parts: readonly GuidePartId[] = USUAL_GUIDE_PARTS,
): readonly GuidePart[] {
  return parts.map((id) => {
    const { title, of }: PartRecipe = PARTS[id];
    return { id, title, blocks: of(facts).filter((block) => block.lines.length > 0) };
  });
}

function ideas({ ideas: { value, source, note }, synonyms }: IdeaSet): GuideBlock {
  const also = synonyms.length > 0 ? [`Also called ${synonyms.join(', or ')}.`] : [];
  const last = (value?.length ?? 0) - 1;
  const line = ({ name, means, question }: Idea, index: number): GuideLine => ({
    name,
    text: means ?? '',
    ...(question && { question }),
    notes: index === last ? [...also, ...(note ? [note] : [])] : [],
    source: index === last ? source : [],
  });
  return { lines: (value ?? []).map(line) };
}

/** A list of names that need no more words. */
function names({ name, ideas: { value, source, note } }: IdeaSet): GuideLine {
  return {
    name,
    text: `${(value ?? []).map((idea) => idea.name).join('; ')}.`,
    notes: note ? [note] : [],
    source,
  };
}

function project({ name, schoolYear, projectCode, summary, prerequisite, source }: DatedProject): GuideLine {
  return {
    name,
    text: summary,
    notes: [
      [schoolYear ?? 'Year not known', projectCode].filter(Boolean).join(', ') + '.',
      ...(prerequisite ? [`Who may join: ${prerequisite}`] : []),
    ],
    source,
  };
}
