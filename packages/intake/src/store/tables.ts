import type { Application } from '@maths-hubs/sdk/applications';
import type { ColumnType, Generated } from 'kysely';

/** A moment: read as a Date, written as one. */
type Moment = ColumnType<Date, Date, Date>;

export interface Tables {
  applications: {
    /** The applicant's reference: `MH-7K3QX-9PDM2`. */
    reference: string;
    hub: string;
    kind: 'application' | 'interest';
    school_year: string;
    received_at: Moment;
    /** Where in the tree of keys its key is. */
    leaf: string;
    /** What the applicant wrote, under that key. */
    sealed: Uint8Array;
    /** The same for the same school, phase, kind and year, and revealing nothing of them. */
    likeness: string;
    /** Since when it is set aside as beyond what a day brings; null for the others. */
    set_aside_at: Moment | null;
    /** Only of stores from before applications were hidden; emptied at the first start since. */
    body: ColumnType<Application | null, never, null>;
  };
  /** What has been sent before: a sender's key, or the content itself where no key came. */
  keys: {
    hub: string;
    /** A digest of the key, or of the content. */
    digest: string;
    /** A digest of the content where no key came (older services: always); else empty. Emptied when erased. */
    content: string;
    reference: string;
    created_at: Moment;
    /** Since when what came with it is erased. */
    erased_at: Moment | null;
  };
  /** Messages still to be delivered, and those that were. */
  outbox: {
    /** `msg_…`: the same for every attempt, and after a restore. */
    id: string;
    hub: string;
    reference: string;
    channel: Channel;
    attempts: number;
    created_at: Moment;
    due_at: Moment;
    delivered_at: Moment | null;
    /** Since when it is tried no more. */
    failed_at: Moment | null;
  };
  /** What became of each attempt. */
  deliveries: {
    message: string;
    at: Moment;
    /** What the other side answered; null when it did not. */
    status: number | null;
    milliseconds: number;
    /** Why it is not delivered; null when it is. */
    why: string | null;
  };
  /** Where a hub's messages cannot be delivered. */
  endpoints: {
    hub: string;
    channel: Channel;
    failing_since: Moment;
    /** Since when nothing more is tried, until somebody says so. */
    disabled_at: Moment | null;
    why: string;
  };
  /** References that were erased. */
  forgotten: {
    reference: string;
    forgotten_at: Moment;
  };
  /** Single values that the services on this database share. */
  settings: {
    name: string;
    value: string;
    changed: string;
  };
  /** Rows of another package's tables out of a backup, until that package takes them. */
  set_aside: {
    id: Generated<string>;
    table_name: string;
    whole: ColumnType<unknown, string, never>;
  };
  /** How much each network has sent of late; a network is known by a digest alone. */
  rates: {
    network: string;
    used: number;
    at: Moment;
  };
}

export type Channel = 'webhook' | 'email' | 'confirmation';
