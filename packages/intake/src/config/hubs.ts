import { messageOf } from '@maths-hubs/sdk/evidence';
import { applicationForm } from '@maths-hubs/sdk/applications';
import type { Application, ApplicationForm } from '@maths-hubs/sdk/applications';
import { loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { ConfigError } from '../errors.js';
import type { Channel } from '../store/tables.js';
import type { HubConfig } from './hub-config.js';

/** A hub with the form its applications are checked against. */
export interface Hub extends HubConfig {
  readonly form: ApplicationForm;
  /** The terms that its applications are checked against. */
  readonly terms: Edition;
  readonly channels: readonly Channel[];
}

/** The hubs that the service takes applications for, by id. */
export type Hubs = ReadonlyMap<string, Hub>;

/** The part of a configuration that says how to check each hub's applications and whom to notify. */
interface HubsConfig {
  readonly hubs: readonly HubConfig[];
  readonly mail?: object | undefined;
}

/**
 * Every hub with its form.
 * @throws {ConfigError} naming the hub and what is wrong
 */
export async function prepareHubs({ hubs, mail }: HubsConfig): Promise<Hubs> {
  const prepared = new Map<string, Hub>();
  for (const hub of hubs) {
    if (prepared.has(hub.id)) throw new ConfigError(`Hub ${hub.id} is configured twice. Keep one.`);
    if ((hub.email || hub.confirmation) && !mail)
      throw new ConfigError(
        `Hub ${hub.id} wants e-mail, but no mail server is configured. Set mail.from and SMTP_URL.`,
      );
    prepared.set(hub.id, { ...hub, ...(await formOf(hub)), channels: channelsOf(hub) });
  }
  if (prepared.size === 0) throw new ConfigError('No hub is configured. State at least one under hubs.');
  return prepared;
}

async function formOf({ edition, id, ...terms }: HubConfig): Promise<Pick<Hub, 'form' | 'terms'>> {
  try {
    const loaded = typeof edition === 'string' ? await loadEdition(edition) : edition;
    return { form: applicationForm(loaded, { ...terms, hub: id }), terms: loaded };
  } catch (cause) {
    throw new ConfigError(`Hub ${id}: ${messageOf(cause)}`, { cause });
  }
}

function channelsOf({ webhook, email, confirmation }: HubConfig): Channel[] {
  return [
    ...(webhook ? (['webhook'] as const) : []),
    ...(email ? (['email'] as const) : []),
    ...(confirmation === true ? (['confirmation'] as const) : []),
  ];
}

/** Whom to notify of an application: a confirmation goes to the address in it. */
export function channelsFor({ channels }: Pick<Hub, 'channels'>, { answers }: Application): Channel[] {
  return channels.filter((channel) => channel !== 'confirmation' || answers.email);
}
