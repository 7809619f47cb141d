/**
 * Asks for the terms that the widgets of this page name while their own code is still on its way. Only the embed loads this module:
 * importing a widget reads nothing.
 */
import { loadEdition } from '@maths-hubs/sdk/programme';
import { inlineJson } from '../inline-json.js';
import { DEFAULT_YEAR } from './edition-controller.js';

const WIDGETS = ['journey-map', 'eligibility-checker', 'funding-calculator', 'commitment-planner']
  .concat('recruitment-status', 'information-sheet', 'apply-form')
  .map((name) => `mh-${name}`);

/** The year whose public terms a widget shows; undefined where it reads a file of the hub's. */
function yearFor(widget: Element): string | undefined {
  const hasOwn = widget.hasAttribute('src') || (!widget.matches('mh-apply-form') && inlineJson(widget));
  if (hasOwn) return undefined;
  const pageWide = [...document.querySelectorAll('mh-settings')].find(
    ({ children }) => ![...children].some((child) => child.localName !== 'script'),
  );
  const settings = widget.closest('mh-settings') ?? pageWide;
  const own = widget.getAttribute('edition');
  if (!own && settings?.getAttribute('src')) return undefined;
  return own || settings?.getAttribute('edition') || DEFAULT_YEAR;
}

for (const year of new Set([...document.querySelectorAll(WIDGETS.join())].map(yearFor)))
  // A year that there is not is the widget's to say.
  if (year) loadEdition(year).catch(() => undefined);
