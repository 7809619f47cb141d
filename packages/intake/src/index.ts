export { createIntake } from './intake.js';
export type { Intake } from './intake.js';
export { loadConfig } from './config/load.js';
export { startIntake } from './start.js';
export type { RunningIntake } from './start.js';
export type { HubConfig, IntakeConfig, Limits, LogEntry } from './config/config.js';
export type { Hub, Hubs } from './config/hubs.js';
export type { Received } from './desk/rows.js';
export type { Erased } from './desk/erase.js';
export type { Applications, Mount, MountParts } from './mount.js';
export type { SendMail } from './notify/mail.js';
export type { Store } from './store/store.js';
export {
  ConfigError,
  IntakeError,
  KeyError,
  RequestError,
  StoreInUseError,
  StoreLostError,
  StoreUnavailableError,
} from './errors.js';
