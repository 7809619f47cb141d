import { applicationSchema } from '@maths-hubs/sdk/applications/schema';
import * as z from 'zod/mini';

const moment = z.pipe(
  z.iso.datetime(),
  z.transform((text: string) => new Date(text)),
);

/** A line of a backup: the first, a row, or the last. */
export const backupLine = z.union([
  z.object({ format: z.string() }),
  z.object({ end: z.string() }),
  z.object({
    table: z.literal('applications'),
    row: z.object({
      reference: z.string(),
      hub: z.string(),
      kind: z.enum(['application', 'interest']),
      school_year: z.string(),
      received_at: moment,
      body: z.pipe(
        applicationSchema,
        z.transform((body: z.infer<typeof applicationSchema>) => JSON.stringify(body)),
      ),
    }),
  }),
  z.object({
    table: z.literal('keys'),
    row: z.object({
      hub: z.string(),
      digest: z.string(),
      content: z.string(),
      reference: z.string(),
      created_at: moment,
    }),
  }),
  z.object({
    table: z.literal('outbox'),
    row: z.object({
      hub: z.string(),
      reference: z.string(),
      channel: z.enum(['webhook', 'email']),
      attempts: z.number(),
      due_at: moment,
      delivered_at: z.nullable(moment),
    }),
  }),
  z.object({ table: z.literal('forgotten'), row: z.object({ reference: z.string(), forgotten_at: moment }) }),
]);

export type BackupLine = z.infer<typeof backupLine>;
