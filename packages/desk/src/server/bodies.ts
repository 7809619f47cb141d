import * as z from 'zod/mini';
import { LETTER_KINDS, STATES } from '../model/desk.js';
import { DeskError } from './parts.js';

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const reference = z.string().check(z.regex(/^MH-[0-9A-Z]{5}-[0-9A-Z]{5}$/));
const state = z.enum(STATES);
const place = z.object({ easting: z.number(), northing: z.number() });
const id = text(80);

export const askBody = z.strictObject({ email: text(200) });
export const enterBody = z.strictObject({ link: text(100) });
export const moveBody = z.strictObject({
  moves: z
    .array(z.strictObject({ reference, from: state, to: state }))
    .check(z.minLength(1), z.maxLength(1000)),
});
export const noteBody = z.strictObject({ text: text(5000) });
export const letterBody = z.strictObject({
  kind: z.enum(LETTER_KINDS),
  subject: text(200),
  text: text(20_000),
  send: z.boolean(),
  attachments: z.array(
    z.strictObject({ filename: z.string().check(z.regex(/^[\w.-]{1,80}$/)), content: text(400_000) }),
  ),
});
export const referencesBody = z.strictObject({
  references: z.array(reference).check(z.minLength(1), z.maxLength(1000)),
});
export const exportBody = z.strictObject({ format: z.enum(['csv', 'xlsx']) });
export const searchBody = z.strictObject({ words: text(200) });

const weekdays = z.array(z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']));
const count = z.exactOptional(z.nullable(z.number()));

/** What the page keeps of groups; of a stranger's shape it takes nothing. */
export const deskBody = z.strictObject({
  specialists: z
    .array(
      z.object({
        id,
        name: z.exactOptional(z.nullable(z.string())),
        place: z.nullable(place),
        postcode: z.exactOptional(z.nullable(z.string())),
        phases: z.exactOptional(z.array(z.string())),
        groups: z.exactOptional(z.number()),
        schools: count,
        days: count,
        weekdays: z.exactOptional(weekdays),
        maxKilometres: count,
      }),
    )
    .check(z.maxLength(200)),
  places: z.record(z.string(), place),
  trusts: z.exactOptional(z.record(z.string(), text(200))),
  plans: z
    .array(
      z.strictObject({
        name: id,
        phase: id,
        groups: z.array(
          z.strictObject({
            specialist: id,
            number: z.number(),
            schools: z.array(z.string()),
            dates: z.array(z.iso.date()),
          }),
        ),
      }),
    )
    .check(z.maxLength(50)),
  chosen: z.nullable(z.string()),
  pins: z.array(z.strictObject({ school: z.string(), specialist: z.string() })),
});

/** @throws {DeskError} 400 that names the place */
export async function readBody<T>(request: Request, schema: z.ZodMiniType<T>, most = 1_000_000): Promise<T> {
  if ((request.headers.get('content-type') ?? '').split(';', 1)[0] !== 'application/json')
    throw new DeskError(415, 'media-type', 'Send JSON.');
  const body = await request.text();
  if (body.length > most) throw new DeskError(400, 'too-long', 'This is more than the desk takes at once.');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new DeskError(400, 'not-json', 'The request is not JSON.');
  }
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DeskError(400, 'invalid', `${issue?.path.join('.') || 'The request'} cannot be used.`);
}
