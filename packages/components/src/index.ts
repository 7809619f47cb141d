export { JourneyMap } from './journey-map/journey-map.js';
export { PhaseToggleEvent } from './journey-map/events.js';
export { RecruitmentStatusLine } from './recruitment-status/recruitment-status.js';
export { RecruitmentStatusEvent } from './recruitment-status/events.js';
export { MhSettings } from './settings/settings.js';
export { PhaseChangeEvent, PrintEvent } from './year/events.js';
export { MhElement } from './foundation/element.js';
export type { Links, Settings, SettingsPatch, SettingsStore } from './foundation/settings-store.js';
export { VERSION } from './foundation/version.js';
