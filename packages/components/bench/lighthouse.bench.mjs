/**
 * Lighthouse's four scores for the example page, on a telephone and on a desk. Run it as `npm run bench -- lighthouse`, after a build.
 * Lighthouse brings a hundred packages and asks for newer versions of Node than we do with each release, so it is no dependency: the
 * first run installs it below `node_modules/.cache`. Where it cannot be fetched, this says so and prints nothing else.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';

/** The last release that runs on every version of Node that we do. */
const VERSION = '12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const run = promisify(execFile);
const folder = fileURLToPath(new URL('../../../node_modules/.cache/lighthouse/', import.meta.url));
const command = `${folder}node_modules/lighthouse/cli/index.js`;

async function install() {
  if (existsSync(command)) return true;
  console.log(`Installing lighthouse ${VERSION} below node_modules/.cache …`);
  try {
    const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    await run('npm', ['install', '--prefix', folder, ...options, `lighthouse@${VERSION}`]);
    return true;
  } catch (error) {
    console.log(`It could not be fetched, so there are no scores: ${error.message.split('\n')[0]}`);
    return false;
  }
}

/** @returns Lighthouse's report on a page */
async function audit(address, form) {
  const { stdout } = await run(
    process.execPath,
    [
      command,
      address,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.join()}`,
      '--chrome-flags=--headless=new --no-sandbox',
      ...(form === 'desk' ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: await chromiumPath() }, maxBuffer: 64e6 },
  );
  return JSON.parse(stdout);
}

if (await install()) {
  const site = await serveExamples();
  try {
    for (const form of ['telephone', 'desk']) {
      const { categories, audits } = await audit(`${site.address}/`, form);
      const scores = CATEGORIES.map(
        (id) => `${categories[id].title} ${Math.round(categories[id].score * 100)}`,
      );
      const paint = audits['largest-contentful-paint'].displayValue;
      const shift = audits['cumulative-layout-shift'].displayValue;
      console.log(`${form.padEnd(10)} ${scores.join(', ')}; largest paint ${paint}, shift ${shift}`);
      for (const { auditRefs, title } of Object.values(categories))
        for (const { id } of auditRefs.filter((each) => audits[each.id].score === 0 && each.weight > 0))
          console.log(`           ${title}: ${audits[id].title}`);
    }
  } finally {
    await site.close();
  }
}
