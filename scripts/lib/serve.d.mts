export interface ServedExamples {
  readonly address: string;
  close(): Promise<void>;
}

/** The public site, with the example hub below it: a value of `folders`. */
export const SITE: Readonly<Record<string, string>>;

/** Serves the example site, the embed and the editor's page on 127.0.0.1. */
export function serveExamples(options?: {
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly folders?: Readonly<Record<string, string>>;
  readonly intakeUrl?: () => string | undefined;
}): Promise<ServedExamples>;
