import type { ReactiveElement } from 'lit';
import type { Registered } from './gias.js';

/** What the page, or the person, says of the school by a row of the register or by facts. */
export class Register {
  /** As it was given. */
  row: object | undefined;
  /** What it comes to; undefined until it has been read. */
  said: Partial<Registered> | undefined = {};
  private reading: object | undefined;

  constructor(private readonly host: ReactiveElement) {}

  put(row: object | undefined): void {
    this.row = row;
    this.said = row === undefined ? {} : undefined;
    this.reading = undefined;
  }

  /** Reads what was put in; once. */
  read(reader: (row: object) => Promise<Partial<Registered>>): void {
    const { row } = this;
    if (this.said || row === undefined || this.reading === row) return;
    this.reading = row;
    void reader(row)
      .catch((error: unknown): Partial<Registered> => {
        console.warn(
          `<${this.host.localName}>: the school's row could not be read, so everything is asked.`,
          error,
        );
        return {};
      })
      .then((said) => {
        if (row !== this.row) return;
        this.said = said;
        this.host.requestUpdate();
      });
  }
}
