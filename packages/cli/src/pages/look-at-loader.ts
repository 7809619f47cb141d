import { createHash } from 'node:crypto';
import type { FoundLoader } from '@maths-hubs/sdk/page-check';
import { allows, isScript } from './allows.js';
import { ask, isGood, troubleOf } from './ask.js';
import type { LiveFinding } from './live-finding.js';

/** A loader that a page names, as a visitor's browser would meet it. */
export interface SeenLoader extends FoundLoader {
  readonly address: string;
  /** From `versions.json` beside it; null where there is none to read. */
  readonly version: string | null;
  readonly findings: readonly LiveFinding[];
}

/** Fetches a loader as a page of that address would. */
export async function lookAtLoader(loader: FoundLoader, page: URL): Promise<SeenLoader> {
  const address = new URL(loader.src, page).href;
  const seen = (version: string | null, findings: readonly LiveFinding[] = []): SeenLoader => ({
    ...loader,
    address,
    version,
    findings,
  });
  const fault = (rule: LiveFinding['rule'], message: string, remedy: string): LiveFinding => ({
    rule,
    severity: 'error',
    place: '<script>',
    message,
    remedy,
  });
  const answer = await ask(address, { headers: { origin: page.origin } });
  if (!isGood(answer))
    return seen(null, [
      fault(
        'loader-unreachable',
        `The script that loads the widgets ${troubleOf(answer)}: ${address}. Visitors see the plain content only.`,
        'Put the folder of widgets back at that address, or paste the snippet again with the right one.',
      ),
    ]);
  const version = await versionAt(new URL('versions.json', address).href);
  const findings: LiveFinding[] = [];
  if (!isScript(answer))
    findings.push(
      fault(
        'loader-refused',
        `The server sends the loader as “${answer.type || 'nothing'}”, and browsers run only scripts.`,
        'Have that server send files that end in .js with the type text/javascript.',
      ),
    );
  if (!allows(answer, page.origin))
    findings.push(
      fault(
        'loader-refused',
        `The loader’s server does not let ${page.origin} have it, so browsers refuse it.`,
        'Have that server send the header Access-Control-Allow-Origin: * with the folder of widgets.',
      ),
    );
  if (loader.integrity && !matches(loader.integrity, answer.body))
    findings.push(
      fault(
        'loader-refused',
        'The loader is another than the one whose hash is in the page, so browsers refuse it.',
        'Paste the snippet again: it carries the hash of this version.',
      ),
    );
  return seen(version, findings);
}

/** Whether a file is one of those that an `integrity` attribute names. */
export function matches(integrity: string, body: Buffer): boolean {
  return integrity.split(/\s+/).some((each) => {
    const [, algorithm = '', hash = ''] = /^(sha256|sha384|sha512)-(.+)$/.exec(each) ?? [];
    return algorithm !== '' && createHash(algorithm).update(body).digest('base64') === hash;
  });
}

async function versionAt(address: string): Promise<string | null> {
  const answer = await ask(address);
  if (!isGood(answer)) return null;
  try {
    const { version } = JSON.parse(answer.body.toString('utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : null;
  } catch {
    // Some servers answer with a page in place of a missing file.
    return null;
  }
}
