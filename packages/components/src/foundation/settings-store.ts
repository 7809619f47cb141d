import type { Decision } from '@maths-hubs/sdk/eligibility';
import type { Edition } from '@maths-hubs/sdk/programme';

/** Where the other widgets of this site stand, so that one can hand on to the next. Page addresses. */
export interface Links {
  readonly journey?: string;
  readonly find?: string;
  readonly check?: string;
  readonly apply?: string;
  /** Where the proofs of the rules are, as `maths-hubs prove --html` writes them: the address of their folder. */
  readonly proofs?: string;
}

/** What the widgets of a page share. Every part may be absent. */
export interface SharedSettings {
  /** Id of this site's hub, as in the directory. */
  readonly hub?: string;
  /** School year, `2024/25`. */
  readonly edition?: string;
  /** Address of the hub's own edition (JSON); or that JSON itself, where it stands between the settings' tags. */
  readonly src?: string;
  /** The hub's own edition, already read. */
  readonly editionData?: Edition;
  /** Replacements for any text of any widget, by its key. */
  readonly wording?: Readonly<Record<string, string>>;
  readonly links?: Links;
  /** `postcodes.io`, `index` or `none`; see find-a-hub. */
  readonly resolver?: string;
  readonly postcodeIndex?: string;
  readonly schoolIndex?: string;
  /** Address of the hub's calendar; `{phase}` stands for the phase. */
  readonly calendar?: string;
  /** Where applications go: the address of an intake. */
  readonly action?: string;
  /** Today, ISO date. Read from the device's clock when absent. */
  readonly today?: string;

  /** Hub that the person found on this page. */
  readonly foundHub?: string;
  /** Facts about the person's school gathered on this page, by fact id; see the SDK's `eligibility`. */
  readonly school?: Readonly<Record<string, string | number | boolean | null>>;
  /** Who the school is: picked by name, or from a GIAS row. */
  readonly schoolIdentity?: {
    readonly name?: string;
    readonly urn?: string;
    readonly postcode?: string;
    /** The school's row in the index, or in GIAS: what it tells is not asked. */
    readonly row?: object;
  };
  /** What a day of supply cover costs the person's school, in pence, as they wrote it on this page. */
  readonly dailySupplyCost?: number;
  /** Phase that the journey map shows as "you are here". */
  readonly phase?: string;
  readonly decision?: Decision;
}

/** Changes to settings; `undefined` takes one away. */
export type SettingsPatch = { readonly [K in keyof SharedSettings]?: SharedSettings[K] | undefined };

/** What several widgets read and write; fires `change`. */
export interface SettingsStore extends EventTarget {
  readonly value: SharedSettings;
  update(patch: SettingsPatch): void;
}

export class PlainSettingsStore extends EventTarget implements SettingsStore {
  value: SharedSettings;

  constructor(initial: SharedSettings = {}) {
    super();
    this.value = initial;
  }

  update(patch: SettingsPatch): void {
    const changed = Object.entries(patch).some(
      ([key, value]) => !Object.is(this.value[key as keyof SharedSettings], value),
    );
    if (!changed) return;
    const next = Object.entries({ ...this.value, ...patch }).filter(([, value]) => value !== undefined);
    this.value = Object.fromEntries(next);
    this.dispatchEvent(new Event('change'));
  }
}

const pageKey = Symbol.for('@maths-hubs/settings@0');

/** The page's own store: shared by every copy of this library on a page, used where no `<mh-settings>` stands above. */
export function pageSettings(): SettingsStore {
  const page = globalThis as { [pageKey]?: SettingsStore };
  return (page[pageKey] ??= new PlainSettingsStore());
}
