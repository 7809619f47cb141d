export { createIntake } from './intake.js';
export type { Intake } from './intake.js';
export { loadConfig } from './config/load.js';
export { startIntake } from './start.js';
export type { RunningIntake } from './start.js';
export type { IntakeConfig, Limits } from './config/config.js';
export type { HubConfig } from './config/hub-config.js';
export type { LogEntry } from './config/log-entry.js';
export type { Hub, Hubs } from './config/hubs.js';
export type { Received } from './desk/rows.js';
export type { Erased } from './desk/erase.js';
export type { Applications, Mount, MountParts } from './mount.js';
export type { SendMail } from './notify/mail.js';
export type { Store } from './store/interface.js';
export {
  ConfigError,
  IntakeError,
  KeyError,
  RequestError,
  StoreInUseError,
  StoreLostError,
  StoreUnavailableError,
} from './errors.js';
