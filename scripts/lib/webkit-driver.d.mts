/** Debian's WebKitGTK, driven by WebDriver. */
export function webkitDriver(binary: string): {
  command(method: string, path: string, body?: object): Promise<unknown>;
  /** Runs a function's body in the page. */
  run(script: string): Promise<unknown>;
  start(): Promise<void>;
  resizePage(size: { readonly width: number; readonly height: number }): Promise<void>;
  stop(): Promise<void>;
};
