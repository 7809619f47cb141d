import type { Application } from '@maths-hubs/sdk/applications';
import type { Hub } from '../config/hubs.js';
import type { Channel } from '../store/tables.js';

/** An application to notify somebody of. */
interface Notice {
  /** The same for every attempt, so that a receiver can recognise a repeat. */
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: Date;
  /** Whether it is beyond what a day brings. */
  readonly setAside: boolean;
  readonly application: Application;
}

/**
 * Delivers a notice or throws.
 * @returns what the other side answered, where it answers with a number
 */
export type Deliver = (notice: Notice, hub: Hub, signal: AbortSignal) => Promise<number | null>;

/** A way for each channel. */
export type Deliveries = Readonly<Record<Channel, Deliver>>;

/** The other side did not take it. The message names no person. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';

  /**
   * @param status  what it answered; null when it did not
   * @param final  it wants to hear nothing any more
   * @param wait  how long it asks to be left alone, in milliseconds
   * @param ofMessage  it lies in this message alone, and says nothing of others that go the same way
   */
  constructor(
    message: string,
    readonly status: number | null = null,
    readonly final = false,
    readonly wait: number | null = null,
    readonly ofMessage = false,
  ) {
    super(message);
  }
}

/** Why something was not delivered, without what a mail server or a library may say of a person. */
export function whyNot(error: unknown): string {
  if (error instanceof DeliveryError) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  const inner = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
  const answer = 'responseCode' in inner && typeof inner.responseCode === 'number' ? inner.responseCode : '';
  return `${code} ${answer}`.trim();
}
