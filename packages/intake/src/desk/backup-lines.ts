import * as z from 'zod/mini';
import { FORMAT } from './backup.js';

const moment = z.iso.datetime();
const text = z.string();

/** The first line of a backup. */
export const backupHead = z.object({
  format: z.literal(FORMAT),
  keys: z.object({ id: text, generation: z.number(), path: z.nullable(text) }),
});

const row = z.discriminatedUnion('table', [
  z.object({
    table: z.literal('applications'),
    row: z.object({
      reference: text,
      hub: text,
      kind: z.enum(['application', 'interest']),
      school_year: text,
      received_at: moment,
      leaf: z.string().check(z.regex(/^[0-9a-f]{18}$/)),
      sealed: z.base64(),
      likeness: text,
      // Not in backups of versions that set nothing aside.
      set_aside_at: z.nullish(moment),
    }),
  }),
  z.object({
    table: z.literal('keys'),
    row: z.object({
      hub: text,
      digest: text,
      content: text,
      reference: text,
      created_at: moment,
      erased_at: z.nullable(moment),
    }),
  }),
  z.object({
    table: z.literal('outbox'),
    row: z.object({
      id: text,
      hub: text,
      reference: text,
      channel: z.enum(['webhook', 'email', 'confirmation']),
      attempts: z.number(),
      created_at: moment,
      due_at: moment,
      delivered_at: z.nullable(moment),
      failed_at: z.nullable(moment),
    }),
  }),
  z.object({ table: z.literal('forgotten'), row: z.object({ reference: text, forgotten_at: moment }) }),
  z.object({
    table: z.literal('endpoints'),
    row: z.object({
      hub: text,
      channel: z.enum(['webhook', 'email', 'confirmation']),
      failing_since: moment,
      disabled_at: z.nullable(moment),
      why: text,
    }),
  }),
  z.object({ table: z.literal('own'), name: text, row: z.looseObject({ reference: z.nullish(text) }) }),
]);

/** A row of a backup, or its last line. */
export const backupLine = z.union([
  row,
  z.object({
    end: text,
    applications: z.number(),
    // Over every line between the first and this. Not in backups of versions that summed nothing up.
    sha256: z.optional(text),
  }),
]);

export type BackupHead = z.infer<typeof backupHead>;
export type BackupRow = z.infer<typeof row>;
export type BackupLine = z.infer<typeof backupLine>;
export type ApplicationRow = Extract<BackupRow, { table: 'applications' }>['row'];
