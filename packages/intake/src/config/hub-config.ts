import type { ApplicationTerms } from '@maths-hubs/sdk/applications';
import type { Edition } from '@maths-hubs/sdk/programme';

/** A hub whose applications are received. Every row, export and notice belongs to one. */
export interface HubConfig extends Omit<ApplicationTerms, 'hub'> {
  readonly id: string;
  readonly name: string;
  /** Origins whose pages may send applications: `https://hub.example`. */
  readonly origins: readonly string[];
  /** A school year the SDK holds (`2024/25`), or the hub's own edition. */
  readonly edition: string | Edition;
  /** Where an applicant turns when something is wrong: an `https:`, `mailto:` or `tel:` address. */
  readonly contact?: string;
  /** Where each application is sent, signed with the secret; with each of several while one replaces another. */
  readonly webhook?: { readonly url: string; readonly secret: string | readonly string[] };
  /** Who is notified of each application. `link` may hold `{reference}`. */
  readonly email?: { readonly to: string; readonly link?: string };
  /** Whether the applicant is sent an e-mail with the reference. */
  readonly confirmation?: boolean;
  /** Days after which an application is erased; kept until erased by hand when absent. */
  readonly retentionDays?: number;
}
