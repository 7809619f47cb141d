import { contrastRatio } from '../widgets/contrast.js';
import { widgetName } from '../widgets/manifest.js';
import { chosenWidgets, type SnippetConfig } from './config.js';

/**
 * The accessibility statement for the hub's page, with what is known filled in; what only the hub knows is in square brackets.
 * @param today  ISO day
 */
export function accessibilityStatement(config: SnippetConfig, today: string): string {
  const { edition, look } = config.project;
  const hub = edition.contact?.name ?? edition.sources['own']?.publisher ?? '[name of the hub]';
  const names = chosenWidgets(config).map(({ choice }) => widgetName(choice.tag).toLowerCase());
  const { email, telephone } = edition.contact ?? {};
  const reach = [email, telephone].filter(Boolean).join(' or ') || '[e-mail, telephone]';
  return [
    `Accessibility of our Teaching for Mastery page`,
    `This statement covers the parts of this page that ${hub} has from the Maths Hubs components project, version ${config.version}: ${listOf(names)}.`,
    `They aim at WCAG 2.2 level AA. Each was tested automatically with axe-core in Chromium, Firefox and WebKit, by keyboard alone, at a width of 320 pixels, and with text at 200 %. They have not been tested with disabled users.`,
    contrastSentence(look),
    `We know of [these problems, or: no problems].`,
    `If you cannot use part of this page, contact ${hub} (${reach}). We will give you the information in another form, or take your application by telephone, within [number] working days.`,
    `If you are not satisfied with our answer, contact the Equality Advisory and Support Service.`,
    `This statement was prepared on ${longDay(today)}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function contrastSentence(look: SnippetConfig['project']['look']): string {
  const pairs = [
    ['text', look.ink, look.paper],
    ['links and buttons', look.accent, look.paper],
    ['text on a dark page', look.inkDark, look.paperDark],
    ['links and buttons on a dark page', look.accentDark, look.paperDark],
  ] as const;
  const measured = pairs.flatMap(([what, one, other]) => {
    const ratio = contrastRatio(one, other);
    return ratio === null ? [] : [`${what} ${ratio.toFixed(1)} to 1`];
  });
  const weak = pairs.some(([, one, other]) => (contrastRatio(one, other) ?? 21) < 4.5);
  return `The contrast of our own colours, as we stated them, is: ${measured.join('; ')}.${
    weak ? ' Some of it is below the 4.5 to 1 that text needs; the widgets make their own text stronger.' : ''
  }`;
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function longDay(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
