import type { Source, SourceId } from '../facts/index.js';

/** Every source by id. */
export type SourceTable = Readonly<Record<SourceId, Source>>;
