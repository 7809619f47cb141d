import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import * as z from 'zod/mini';
import { ConfigError } from '../errors.js';
import type { IntakeConfig } from './config.js';
import type { HubConfig } from './hub-config.js';

const text = z.string().check(z.minLength(1));
const origin = z
  .string()
  .check(
    z.refine(
      (value) => URL.canParse(value) && new URL(value).origin === value,
      'an origin like https://hub.example',
    ),
  );
const outward = z.url({ protocol: /^https$/, error: 'an https address' });
const local = z.url({ protocol: /^http$/, hostname: /^(?:127\.0\.0\.1|localhost)$/ });
const link = z.url({ protocol: /^(?:https|mailto|tel)$/, error: 'an https, mailto or tel address' });
const positive = z.int().check(z.positive());

const choice = z.strictObject({ purpose: z.exactOptional(text), required: z.exactOptional(z.boolean()) });
const question = z.strictObject({
  id: text,
  question: text,
  why: text,
  options: z.array(z.strictObject({ value: text, label: text })).check(z.minLength(1)),
  required: z.exactOptional(z.boolean()),
});

const hubFile = z.strictObject({
  id: z.string().check(z.regex(/^[\w.-]{1,80}$/, 'letters, digits, dots and hyphens')),
  name: text,
  origins: z.array(origin),
  edition: text,
  phases: z.exactOptional(z.array(text)),
  fields: z.exactOptional(z.record(z.string(), choice)),
  readiness: z.exactOptional(z.record(z.string(), z.array(question))),
  notice: z.strictObject({
    version: text,
    controller: text,
    processor: text,
    lawfulBasis: text,
    text,
    url: z.exactOptional(outward),
  }),
  contact: z.exactOptional(link),
  webhook: z.exactOptional(
    z.strictObject({
      url: z.union([outward, local]),
      secretEnv: z.union([text, z.array(text).check(z.minLength(1))]),
    }),
  ),
  confirmation: z.exactOptional(z.boolean()),
  email: z.exactOptional(z.strictObject({ to: text, link: z.exactOptional(outward) })),
  retentionDays: z.exactOptional(positive),
});

const configFile = z.strictObject({
  $schema: z.exactOptional(z.string()),
  hubs: z.array(hubFile).check(z.minLength(1)),
  store: z.exactOptional(z.strictObject({ folder: text })),
  host: z.exactOptional(text),
  port: z.exactOptional(z.int().check(z.minimum(0), z.maximum(65_535))),
  trustProxy: z.exactOptional(z.int().check(z.nonnegative())),
  limits: z.exactOptional(
    z.strictObject({
      bodyBytes: z.exactOptional(positive),
      bodySeconds: z.exactOptional(positive),
      burst: z.exactOptional(positive),
      perMinute: z.exactOptional(positive),
      leastSeconds: z.exactOptional(z.number().check(z.nonnegative())),
      perHubDay: z.exactOptional(positive),
      perNetworkDay: z.exactOptional(positive),
    }),
  ),
  mail: z.exactOptional(z.strictObject({ from: text })),
  keyFile: z.exactOptional(text),
  ownHost: z.exactOptional(z.string().check(z.regex(/^[\w.-]+(?::\d+)?$/, 'a host name'))),
});

/** What a configuration may take from around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads a file named in the configuration, relative to it. */
  readonly read: (path: string) => unknown;
  /** Reads a file that holds one secret. */
  readonly readSecret: (path: string) => string;
  /** Makes such a path absolute. */
  readonly resolve: (path: string) => string;
}

/**
 * Checks a configuration file and fills in its secrets: `DATABASE_URL`, `SMTP_URL`, `KEY_SECRET`, `METRICS_TOKEN` and
 * each webhook's `secretEnv`. Each may come from a file instead, whose name is in the same variable with `_FILE`.
 * @throws {ConfigError} that lists every fault with its place
 */
export function parseConfig(json: unknown, { env, read, readSecret, resolve }: Surroundings): IntakeConfig {
  const parsed = z.safeParse(configFile, json, { error: describe });
  if (!parsed.success)
    throw new ConfigError(
      [
        'The configuration cannot be used:',
        ...parsed.error.issues.map(
          ({ path, message }) => `  ${path.join('.') || '(whole file)'}: ${message}`,
        ),
      ].join('\n'),
    );
  const { hubs, store, mail, keyFile, $schema: _, ...rest } = parsed.data;
  const known = (name: string): string | undefined => {
    const file = env[`${name}_FILE`];
    return env[name] || (file ? readSecret(file) : undefined);
  };
  const secret = (name: string, forWhat: string): string => {
    const value = known(name);
    if (value === undefined || value === '')
      throw new ConfigError(
        `${forWhat} needs the environment variable ${name} (or ${name}_FILE), which is not set.`,
      );
    return value;
  };
  const databaseUrl = known('DATABASE_URL');
  const keySecret = known('KEY_SECRET');
  const metricsToken = known('METRICS_TOKEN');
  return {
    ...rest,
    ...(keyFile !== undefined && { keyFile: resolve(keyFile) }),
    ...(keySecret && { keySecret }),
    ...(metricsToken && { metricsToken }),
    store: databaseUrl ? { databaseUrl } : { folder: resolve(store?.folder ?? 'intake-data') },
    ...(mail && { mail: { from: mail.from, smtpUrl: secret('SMTP_URL', 'Mail') } }),
    hubs: hubs.map(({ webhook, ...hub }): HubConfig => ({
      ...hub,
      edition: hub.edition.endsWith('.json') ? parseEdition(read(hub.edition)) : hub.edition,
      ...(webhook && {
        webhook: {
          url: webhook.url,
          secret: [webhook.secretEnv].flat().map((name) => secret(name, `The webhook of ${hub.id}`)),
        },
      }),
    })),
  };
}

function describe(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `not known: ${issue.keys.join(', ')}. Check the spelling, or take it out.`;
    case 'invalid_type':
      return issue.input === undefined ? 'is missing.' : `should be ${issue.expected}.`;
    default:
      return `cannot be used (${issue.code.replaceAll('_', ' ')}).`;
  }
}
