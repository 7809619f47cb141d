/** Path of a Chromium: an installed one, else the one inside an npm package. */
export function chromiumPath(): Promise<string>;
/** Path of the Chromium that tests drive: without the browser around its pages, where it is installed. */
export function headlessChromiumPath(): Promise<string>;
export function firefoxPath(): string | undefined;
export function webkitPath(): string | undefined;
