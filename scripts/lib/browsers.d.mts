/** Path of a Chromium: an installed one, else the one inside an npm package. */
export function chromiumPath(): Promise<string>;
export function firefoxPath(): string | undefined;
export function webkitPath(): string | undefined;
