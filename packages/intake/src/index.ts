export { createIntake } from './intake.js';
export type { Intake } from './intake.js';
export { startIntake } from './start.js';
export type { RunningIntake } from './start.js';
export type { HubConfig, IntakeConfig, Limits, LogEntry } from './config/config.js';
export { ConfigError, IntakeError, RequestError, StoreInUseError, StoreUnavailableError } from './errors.js';
