import type { Edition, PhaseId } from '@maths-hubs/sdk/programme';
import type { SettingsController } from '../foundation/settings-context.js';
import type { SharedSettings } from '../foundation/settings-store.js';
import type { Standing } from './flow.js';

/** What a check takes from the page's settings, and what it puts there for the widgets beside it. */
export class Handover {
  private written: SharedSettings['school'];
  /** The settings' value before this check wrote there. */
  private found: SharedSettings['school'];
  private given = '';

  constructor(private readonly settings: SettingsController) {}

  /** Facts that the page knows by itself. */
  get known(): SharedSettings['school'] {
    const { school } = this.settings.value;
    return school === this.written ? this.found : school;
  }

  /** @returns whether this result is a new one */
  give(
    step: Pick<Standing, 'decision' | 'phase'>,
    mark: PhaseId | undefined,
    { schoolYear, version }: Edition,
    school: NonNullable<SharedSettings['school']>,
    identity: SharedSettings['schoolIdentity'],
  ): boolean {
    const key = JSON.stringify([schoolYear, version, step.phase, school]);
    if (key === this.given) return false;
    this.given = key;
    this.found = this.known;
    this.written = school;
    this.settings.update({
      school,
      schoolIdentity: identity ?? this.settings.value.schoolIdentity,
      decision: step.decision ?? undefined,
      phase: mark,
    });
    return true;
  }

  /** Takes back what was given. */
  takeBack(): void {
    if (this.given === '') return;
    this.settings.update({ school: this.found, decision: undefined, phase: undefined });
    this.given = '';
    this.written = undefined;
  }
}
