import { safeHref } from '../foundation/links.js';
import type { SettingsPatch } from '../foundation/settings-store.js';
import { soundWording } from './sound-wording.js';

/** Settings of which every value makes sense, and a line for each that was left out. */
export interface CheckedSettings {
  readonly settings: SettingsPatch;
  readonly faults: readonly string[];
}

interface Check {
  readonly holds: (value: string) => boolean;
  readonly expected: string;
}

const file: Check = {
  holds: (value) => /^https?:$/.test(protocolOf(value) ?? ''),
  expected: 'an address of a file, as /terms.json',
};

/** What each attribute has to look like. A year that there is not is said by the widgets themselves, with those that there are. */
const CHECKS: Readonly<Record<string, Check>> = {
  hub: {
    holds: (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
    expected: 'an id, as east-midlands-south',
  },
  today: {
    holds: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
    expected: 'a day, as 2026-09-01',
  },
  src: file,
  postcodeIndex: file,
  schoolIndex: file,
  action: { ...file, expected: 'the address of an intake, as https://intake.example.org/applications' },
};
const RESOLVERS = ['postcodes.io', 'index', 'none'];

/**
 * Checks what a page's `<mh-settings>` says as a file is checked: what makes no sense is left out, and said.
 * @param texts  attributes by the name of their property
 * @param links  by the step they lead to
 * @param wording  as given: anything
 */
export function checkSettings(
  texts: Readonly<Record<string, string | undefined>>,
  links: Readonly<Record<string, string>>,
  wording: unknown,
): CheckedSettings {
  const faults: string[] = [];
  const refuse = (name: string, value: string, expected: string): void => {
    faults.push(`${attributeOf(name)}="${value.slice(0, 80)}" was left out: expected ${expected}.`);
  };
  const settings: Record<string, unknown> = { ...texts };
  for (const [name, { holds, expected }] of Object.entries(CHECKS)) {
    const value = texts[name];
    if (value === undefined || holds(value)) continue;
    refuse(name, value, expected);
    settings[name] = undefined;
  }
  const { resolver } = texts;
  if (resolver !== undefined && !RESOLVERS.includes(resolver)) {
    faults.push(
      `resolver="${resolver.slice(0, 80)}" is none of ${RESOLVERS.join(', ')}: no postcode is sent anywhere.`,
    );
    settings['resolver'] = 'none';
  }
  const safe = Object.entries(links).filter(([step, href]) => {
    if (safeHref(href)) return true;
    refuse(`${step}Href`, href, 'an address of a page, as /apply or https://example.org/apply');
    return false;
  });
  settings['links'] = safe.length > 0 ? Object.fromEntries(safe) : undefined;
  settings['wording'] = wording === undefined ? undefined : sound(wording, faults);
  return { settings, faults };
}

function sound(wording: unknown, faults: string[]): Readonly<Record<string, string>> {
  const { texts, refused } = soundWording(wording);
  if (refused.length > 0)
    faults.push(
      `wording has to be texts by key. Left out: ${refused.join(', ')}. Write {"wording": {"journey.title": "Our journey"}}.`,
    );
  return texts;
}

function protocolOf(address: string): string | undefined {
  const base = globalThis.document?.baseURI ?? 'https://example.invalid/';
  return URL.canParse(address, base) ? new URL(address, base).protocol : undefined;
}

function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
