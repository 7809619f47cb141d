export { JourneyMap } from './journey-map/journey-map.js';
export { PhaseToggleEvent } from './journey-map/events.js';
export { MhSettings } from './settings/settings.js';
export { MhElement } from './foundation/element.js';
export type { Links, Settings, SettingsPatch, SettingsStore } from './foundation/settings-store.js';
export { VERSION } from './foundation/version.js';
