import type { Edition } from '@maths-hubs/sdk/programme';
import type { Unread } from './rescue.js';

/** One widget that the hub wants, with its attributes as they will be written. */
export interface WidgetChoice {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Number of its page on the hub's site, from 0, the default. */
  readonly page?: number;
}

/** Colours of the hub's page, light and dark, and the accent on each; `#rrggbb`. */
export interface Look {
  /** Empty where the widgets' own accent is to stay. */
  readonly accent: string;
  readonly accentDark: string;
  readonly paper: string;
  readonly ink: string;
  readonly paperDark: string;
  readonly inkDark: string;
  /** A CSS `font-family`; empty where the page's own is to stay. */
  readonly font: string;
}

/** How the hub's pages get the widgets and the terms. */
export interface Publishing {
  /** `inline`: the terms are between the tags; `src`: in a file of the hub's site. */
  readonly terms: 'inline' | 'src';
  readonly src: string;
  /** What widgets show where only a file can bring the hub's terms: those, or the public evidence alone. */
  readonly frames: 'own' | 'public';
  /** `site`: the folder at `base`; `cdn`: the npm package by jsDelivr. */
  readonly host: 'site' | 'cdn';
  readonly base: string;
  /** `moving` follows the fixes of a major version; `exact` is one version held by its hash. */
  readonly version: 'moving' | 'exact';
  /** Page of the hub with the widgets, to which the link-only output leads. */
  readonly page: string;
  /** Its further pages, if the widgets are on several: the one numbered 1 comes first. */
  readonly pages: readonly string[];
}

/** The hub's data-protection notice, for a form that sends applications itself; empty until it is needed. */
export interface Notice {
  readonly version: string;
  readonly text: string;
  readonly controller: string;
  readonly processor: string;
  readonly lawfulBasis: string;
}

/** Everything that a person has done in the editor: what the saved file holds. */
export interface Project {
  readonly format: 'maths-hubs-editor/1';
  readonly edition: Edition;
  /** Replacements for texts of widgets, by key. */
  readonly wording: Readonly<Record<string, string>>;
  readonly widgets: readonly WidgetChoice[];
  readonly notice: Notice;
  readonly look: Look;
  readonly publishing: Publishing;
  /** The hub's own earlier year, which this one was rolled on from: what can be taken over. */
  readonly earlier: Edition | undefined;
  /** Dates that were moved by a year and that nobody has confirmed: ids of windows and events. */
  readonly unconfirmed: readonly string[];
  /** Suggestions that the person has said no to. */
  readonly refused: readonly string[];
  /** Parts of an opened file that could not be read: kept, shown, and saved again. */
  readonly unread: readonly Unread[];
}

const PLAIN_LOOK: Look = {
  accent: '',
  accentDark: '',
  paper: '#ffffff',
  ink: '#22303a',
  paperDark: '#14181c',
  inkDark: '#e9eef0',
  font: '',
};

/** @param base  folder of the embed beside this page */
export function newProject(edition: Edition, base: string): Project {
  return {
    format: 'maths-hubs-editor/1',
    edition,
    wording: {},
    widgets: [{ tag: 'mh-journey-map', attributes: {} }],
    notice: { version: '', text: '', controller: '', processor: '', lawfulBasis: '' },
    look: PLAIN_LOOK,
    publishing: {
      terms: 'inline',
      src: '',
      frames: 'own',
      host: 'site',
      base,
      version: 'moving',
      page: '',
      pages: [],
    },
    earlier: undefined,
    unconfirmed: [],
    refused: [],
    unread: [],
  };
}

/** How much a project holds, counted: less than before means that something was taken away. */
export function weightOf({ edition, widgets, wording, unread }: Project): number {
  const { phases, recruitment, calendar, entryPoints, doors } = edition;
  const terms = phases.flatMap((phase) => [
    ...Object.values(phase.terms).filter(({ value }) => value !== null),
    ...phase.requirements,
  ]);
  const lists = [
    phases,
    recruitment,
    entryPoints,
    doors,
    widgets,
    unread,
    calendar?.events ?? [],
    calendar?.halfTerms ?? [],
  ];
  return lists.reduce((sum, list) => sum + list.length, terms.length + Object.keys(wording).length);
}
