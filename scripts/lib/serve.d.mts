export interface ServedExamples {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the example site, the embed and the editor's page on 127.0.0.1. */
export function serveExamples(options?: {
  readonly port?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly intakeUrl?: () => string | undefined;
}): Promise<ServedExamples>;
