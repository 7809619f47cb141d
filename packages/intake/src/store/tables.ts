import type { Application } from '@maths-hubs/sdk/applications';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A moment: read as a Date, written as one. */
type Moment = ColumnType<Date, Date, Date>;

export interface Tables {
  applications: {
    /** What the applicant is told: `MH-7K3QX-9PDM2`. */
    reference: string;
    hub: string;
    kind: 'application' | 'interest';
    school_year: string;
    received_at: Moment;
    body: JSONColumnType<Application, string, string>;
  };
  /** What has been sent before: a sender's key, or the content itself where no key came. */
  keys: {
    hub: string;
    /** SHA-256 of the key, or of the content. */
    digest: string;
    /** SHA-256 of the content that came with it. */
    content: string;
    reference: string;
    created_at: Moment;
  };
  /** Notices still to be delivered, and those that were. */
  outbox: {
    id: Generated<string>;
    hub: string;
    reference: string;
    channel: Channel;
    attempts: number;
    due_at: Moment;
    delivered_at: Moment | null;
  };
  /** References erased on request: applied again after a restore. */
  forgotten: {
    reference: string;
    forgotten_at: Moment;
  };
}

export type Channel = 'webhook' | 'email';
