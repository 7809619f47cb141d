import {
  applyingOn,
  recruitmentStatus,
  type Edition,
  type RecruitmentStatus as Status,
} from '@maths-hubs/sdk/programme';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { safeHref } from '../foundation/links.js';
import { contactLink } from '../foundation/edition/edition-notices.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import type { YearText } from '../foundation/edition/strings.js';
import { dayText } from '../foundation/edition/day-text.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { RecruitmentStatusEvent } from './events.js';
import { markOf } from './marks.js';
import { recruitmentStyles } from './recruitment-status.styles.js';
import { STRINGS } from './strings.js';

export { RecruitmentStatusEvent } from './events.js';

/** No window of a hub's own: what public sources tell of other hubs is no answer for this one. */
const UNKNOWN: Status = {
  status: 'unknown',
  window: null,
  closes: null,
  opens: null,
  source: [],
  basis: 'stated',
};

/**
 * Whether schools may apply, in one line. Only a hub's own edition can say so: for the national terms the line sends
 * the reader to the hub.
 *
 * @tag mh-recruitment-status
 * @summary Whether a hub takes applications today.
 * @slot - Plain HTML shown until, or unless, the widget is drawn.
 * @fires {RecruitmentStatusEvent} mh-recruitment-status - The status is known, or has become another.
 * @csspart status - The line; `open`, `closing-soon`, `closed`, `register-interest`, `fully-booked` or `unknown` is a part too.
 * @cssproperty [--mh-accent] - Mark and border while schools may apply.
 */
export class RecruitmentStatus extends EditionWidget {
  static override styles = [EditionWidget.styles, recruitmentStyles];

  /**
   * Phase that is asked about; every phase when absent.
   * @label Which phase it is about
   * @help Leave it for every phase.
   */
  @property() phase = '';

  private announced: string | undefined;

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const edition = this.shown;
    if (!edition) return;
    const status = this.statusOf(edition);
    const key = JSON.stringify([edition.version, status]);
    if (key === this.announced) return;
    this.announced = key;
    this.dispatchEvent(new RecruitmentStatusEvent(status));
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const status = this.statusOf(edition);
    const year = edition.schoolYear;
    const named = edition.phases.some(({ id }) => id === this.phase);
    const subject = named
      ? text('recruitment.for', { phase: shortPhaseName(edition, this.phase), year })
      : text('recruitment.for-all', { year });
    return html`<p part="status ${status.status}" class="status ${status.status}">
        ${markOf(status)}
        <span class="said"
          ><span class="muted">${subject}</span>
          <strong class="state">${stateText(status, this.currentDay, text)}</strong></span
        >
        ${this.wayOn(edition, status, text)}
      </p>
      ${status.window?.note ? html`<p class="muted note">${status.window.note}</p>` : nothing}`;
  }

  private statusOf(edition: Edition): Status {
    if (edition.hub === null) {
      // Nobody applies on the terms of a year that is over, whoever states them.
      const isOver = applyingOn(edition, { on: this.currentDay }).because === 'year-over';
      return isOver ? { ...UNKNOWN, status: 'closed' } : UNKNOWN;
    }
    return recruitmentStatus(edition, {
      on: this.currentDay,
      ...(this.phase ? { phase: this.phase } : {}),
    });
  }

  private wayOn(
    edition: Edition,
    { status }: Status,
    text: YearText<typeof STRINGS>,
  ): TemplateResult | typeof nothing {
    const apply = safeHref(this.settings.value.links?.apply);
    if (apply && (status === 'open' || status === 'closing-soon'))
      return html`<a class="button" href=${apply}>${text('shared.apply')}</a>`;
    return contactLink(edition, this.links);
  }
}

function stateText(
  { status, window, closes, opens }: Status,
  today: string,
  text: YearText<typeof STRINGS>,
): string {
  const later = opens ? `. ${text('recruitment.opens', { date: dayText(opens) })}` : '';
  switch (status) {
    case 'open':
      return closes ? text('recruitment.open-until', { date: dayText(closes) }) : text('recruitment.open');
    case 'closing-soon':
      return text(closes === today ? 'recruitment.last-day' : 'recruitment.closing', {
        date: dayText(closes ?? today),
      });
    case 'register-interest':
      return text('recruitment.register') + later;
    case 'fully-booked':
      return text('recruitment.full') + later;
    case 'closed':
      if (window === null) return text('recruitment.over');
      return text('recruitment.closed') + later;
    case 'unknown':
      return text('recruitment.unknown');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-recruitment-status': RecruitmentStatus;
  }
}
