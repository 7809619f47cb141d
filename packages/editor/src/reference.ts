import { loadHubs, type Hub } from '@maths-hubs/sdk/hubs';
import type { Edition } from '@maths-hubs/sdk/programme';
import type { ReactiveControllerHost } from 'lit';
import type { WidgetTexts } from './editor.js';
import type { IntegrityList, PlainHtml } from './snippet/config.js';
import { loadEvidence } from './terms/evidence.js';

/** What the page only looks up, and what comes after it is drawn: empty until it is there. */
export class Reference {
  hubs: readonly Hub[] = [];
  evidence: readonly Edition[] = [];
  texts: WidgetTexts = {};
  plain: PlainHtml | undefined;
  /** Null until it is fetched, and where the embed has no such list beside it. */
  integrity: IntegrityList | null = null;

  constructor(private readonly host: ReactiveControllerHost) {}

  /**
   * Fetches all of it, in the order in which the steps need it; each part is drawn as it comes.
   * @param base  folder of the embed beside this page
   */
  async load(base: string, loadTexts: () => Promise<WidgetTexts>): Promise<void> {
    const { hubs } = await loadHubs();
    this.add({ hubs: hubs.toSorted((a, b) => a.name.localeCompare(b.name)) });
    this.add({ plain: await import('@maths-hubs/sdk/static-html') });
    this.add({ evidence: await loadEvidence() });
    this.add({ texts: await loadTexts() });
    const list = await fetch(`${base}sri.json`).catch(() => null);
    if (list?.ok) this.add({ integrity: (await list.json()) as IntegrityList });
  }

  private add(part: Partial<Pick<Reference, 'hubs' | 'evidence' | 'texts' | 'plain' | 'integrity'>>): void {
    Object.assign(this, part);
    this.host.requestUpdate();
  }
}
