import type { ReactiveElement } from 'lit';

/** A part of a widget that comes only when it is wanted; and whether it could not be had. */
export class LatePart<T> {
  part: T | undefined;
  /** The last try failed. What needs the part says so, and offers another. */
  isMissing = false;
  private coming: Promise<T | undefined> | undefined;

  /** @param arrived  called once, before the widget draws with it */
  constructor(
    private readonly host: ReactiveElement,
    private readonly fetchPart: () => Promise<T>,
    private readonly arrived?: (part: T) => void,
  ) {}

  /** Begins to load it, unless it is there or a try has failed: that another follows is for the person to say. */
  want(): void {
    if (!this.isMissing) void this.load();
  }

  /** @returns the part; undefined where it could not be had */
  load(): Promise<T | undefined> {
    return (this.coming ??= this.fetchPart().then(
      (part) => {
        this.part = part;
        this.isMissing = false;
        this.arrived?.(part);
        this.host.requestUpdate();
        return part;
      },
      (error: unknown) => {
        this.coming = undefined;
        this.isMissing = true;
        console.warn(`A part of <${this.host.localName}> could not be loaded.`, error);
        this.host.requestUpdate();
        return undefined;
      },
    ));
  }
}
