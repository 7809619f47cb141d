import { existsSync } from 'node:fs';

const places = {
  shell: [process.env.HEADLESS_SHELL_PATH, '/usr/bin/chromium-headless-shell'],
  chromium: [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
  ],
  firefox: [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
  webkit: [process.env.WEBKIT_PATH, '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'],
};

const installed = (name) => places[name].find((path) => path && existsSync(path));

/** Path of a Chromium as people have it: an installed one, else the one inside an npm package (Linux x64). */
export async function chromiumPath() {
  const path = installed('chromium');
  if (path) return path;
  // Read when the package is imported: it then unpacks the shared libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  return (await import('@sparticuz/chromium')).default.executablePath();
}

/**
 * Path of the Chromium that tests drive: the same engine without the browser around it, if it is installed. There is no
 * tab strip to draw, which takes as long as the page itself: tests need a third to two fifths less of the processor. It
 * has no back/forward cache, and no windows: what is about those, and what is measured, takes `chromiumPath`.
 */
export const headlessChromiumPath = async () => installed('shell') ?? (await chromiumPath());

export const firefoxPath = () => installed('firefox');
export const webkitPath = () => installed('webkit');
