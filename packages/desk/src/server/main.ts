import { messageOf } from '@maths-hubs/sdk/evidence';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig, startIntake } from '@maths-hubs/intake';
import * as z from 'zod/mini';
import { ROLES } from '../model/desk.js';
import { createDesk } from './index.js';

const USAGE = `maths-hubs-desk --config <intake.config.json> --desk <desk.json>

Starts the intake with the desk below /desk/. The first file is the intake's own configuration; the second says who may
sign in, and the address that people reach the service at:
  { "address": "https://apply.hub.example",
    "staff": { "test-hub": [{ "email": "office@hub.example", "roles": ["read", "decide", "erase"] }] } }`;

const deskFile = z.strictObject({
  address: z.url({ protocol: /^https?$/ }),
  staff: z.record(z.string(), z.array(z.strictObject({ email: z.email(), roles: z.array(z.enum(ROLES)) }))),
});

/** Runs the service until it is told to stop. */
export async function main(args: string[]): Promise<void> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        config: { type: 'string', short: 'c' },
        desk: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help || values.config === undefined || values.desk === undefined) {
      process.stdout.write(`${USAGE}\n`);
      process.exitCode = values.help ? 0 : 2;
      return;
    }
    const config = loadConfig(values.config, process.env);
    const parsed = z.safeParse(deskFile, JSON.parse(readFileSync(values.desk, 'utf8')));
    if (!parsed.success)
      throw new Error(
        `${values.desk} cannot be used:\n${parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')}`,
      );
    const strangers = Object.keys(parsed.data.staff).filter(
      (id) => !config.hubs.some((hub) => hub.id === id),
    );
    if (strangers.length > 0)
      throw new Error(
        `${values.desk} names hubs that ${values.config} does not have: ${strangers.join(', ')}.`,
      );
    const tellLink = (email: string, link: string): void => {
      process.stderr.write(`No mail server is configured. The link of ${email}: ${link}\n`);
    };
    const desk = createDesk({ ...parsed.data, trustProxy: config.trustProxy ?? 0, tellLink });
    const service = await startIntake({ ...config, mount: desk.mount });
    process.stdout.write(`The desk: ${parsed.data.address}/desk/ (listening at ${service.url})\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void service.close().then(() => process.exit()));
  } catch (error) {
    process.stderr.write(`maths-hubs-desk: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}
