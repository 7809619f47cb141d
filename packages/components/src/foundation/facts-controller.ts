import { messageOf } from '@maths-hubs/sdk/evidence';
import { isServer, type ReactiveController, type ReactiveElement } from 'lit';

interface FactsHost<T> extends ReactiveElement {
  /** Facts in hand. */
  readonly data: T | undefined;
}

/** Facts of the programme: the host's own, or ours, asked for once the host may draw. A server reads nothing. */
export class FactsController<T> implements ReactiveController {
  private read: T | undefined;
  private failed = '';
  private reading = false;

  constructor(
    private readonly host: FactsHost<T>,
    private readonly ours: () => Promise<T>,
  ) {
    host.addController(this);
  }

  get facts(): T | undefined {
    return this.host.data ?? this.read;
  }

  /** Why there are none; empty while they may come. */
  get fault(): string {
    return this.facts ? '' : this.failed;
  }

  /** Put back into the page, a widget tries again what has failed. */
  hostConnected(): void {
    if (this.failed) this.host.requestUpdate();
    this.failed = '';
  }

  hostUpdate(): void {
    if (!isServer && !this.facts && !this.failed && !this.reading) void this.load();
  }

  private async load(): Promise<void> {
    this.reading = true;
    try {
      this.read = await this.ours();
    } catch (error) {
      this.failed = messageOf(error);
    }
    this.reading = false;
    this.host.requestUpdate();
  }
}
