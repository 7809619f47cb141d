import { CouldNotLook } from '../errors.js';
import { allows, isScript } from './allows.js';
import { ask, isGood, troubleOf, type PageAnswer } from './ask.js';
import type { LiveFinding } from './live-finding.js';
import { matches } from './look-at-loader.js';

/** A folder of widgets, as it is served. */
export interface SeenHost {
  readonly folder: string;
  readonly version: string;
  /** How many of its files were fetched and are as they were built. */
  readonly files: number;
  readonly findings: readonly LiveFinding[];
}

/** A page of another site: what the widgets are mostly loaded into. */
const ANOTHER_SITE = 'https://another-site.example';
const AT_ONCE = 6;

/** Fetches every file of a folder of widgets as a page of another site would. @throws {CouldNotLook} where there is no such folder */
export async function lookAtHost(address: URL): Promise<SeenHost> {
  const folder = new URL(
    address.pathname.endsWith('/') || /\.\w+$/.test(address.pathname) ? '.' : `${address.pathname}/`,
    address,
  );
  const list = await jsonAt(new URL('versions.json', folder));
  if (typeof list['version'] !== 'string')
    throw new CouldNotLook(
      `versions.json in ${folder.href} names no version. Put the whole folder of widgets there again.`,
    );
  const hashes = (await jsonAt(new URL('sri.json', folder))) as Record<string, string>;
  const names = Object.keys(hashes).filter((name) => typeof hashes[name] === 'string');
  const waiting = [...names];
  const findings = new Map<string, LiveFinding[]>();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
        findings.set(name, await faultsOf(name, new URL(name, folder), hashes[name] ?? ''));
    }),
  );
  const all = names.flatMap((name) => findings.get(name) ?? []);
  const host = folder.protocol === 'https:' || isOwnComputer(folder) ? [] : [unencrypted(folder)];
  return {
    folder: folder.href,
    version: list['version'],
    files:
      names.length -
      new Set(all.filter(({ severity }) => severity === 'error').map(({ place }) => place)).size,
    findings: [...host, ...together(all)],
  };
}

async function jsonAt(address: URL): Promise<Record<string, unknown>> {
  const answer = await ask(address.href);
  if (!isGood(answer))
    throw new CouldNotLook(
      `${address.href} ${troubleOf(answer)}. Give the address of the folder that holds embed.js; all of its files must be there.`,
    );
  try {
    return JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new CouldNotLook(
      `${address.href} is no JSON: the server sends a page in its place. Give the address of the folder that holds embed.js.`,
    );
  }
}

async function faultsOf(name: string, address: URL, integrity: string): Promise<LiveFinding[]> {
  const answer = await ask(address.href, { headers: { origin: ANOTHER_SITE } });
  const fault = (severity: LiveFinding['severity'], message: string, remedy: string): LiveFinding => ({
    rule: 'host-file',
    severity,
    place: name,
    message,
    remedy,
  });
  if (!isGood(answer))
    return [fault('error', `It ${troubleOf(answer)}.`, 'Upload the whole folder again, its sub-folder too.')];
  const found: LiveFinding[] = [];
  if (!matches(integrity, answer.body))
    found.push(
      fault(
        'error',
        'It is not the file that was built: it is of another version, or something on the way changed it.',
        'Upload the whole folder again as it is (by FTP in binary mode), and switch off what rewrites scripts.',
      ),
    );
  found.push(...typeFaults(name, answer, fault));
  if (!allows(answer, ANOTHER_SITE))
    found.push(
      fault(
        'error',
        'Pages of other sites may not load it.',
        'Send the header Access-Control-Allow-Origin: * with this folder. The folder’s own .htaccess and _headers say it to servers that read them.',
      ),
    );
  const cache = answer.headers.get('cache-control') ?? '';
  if (/^[0-9a-f]{8}\//.test(name) && !/immutable|max-age=(?:[2-9]\d{6}|\d{8,})/.test(cache))
    found.push(
      fault(
        'warning',
        'Browsers ask for it again and again, though it never changes.',
        'Send Cache-Control: public, max-age=31536000, immutable with the sub-folder whose name is a hash.',
      ),
    );
  if (name === 'embed.js' && /immutable/.test(cache))
    found.push(
      fault(
        'error',
        'Browsers keep the loader for ever, so your visitors would never get a new version.',
        'Send Cache-Control: max-age=300 with embed.js.',
      ),
    );
  return found;
}

function typeFaults(
  name: string,
  answer: PageAnswer,
  fault: (severity: LiveFinding['severity'], message: string, remedy: string) => LiveFinding,
): LiveFinding[] {
  const wanted = /\.js$/.test(name)
    ? isScript(answer) || 'text/javascript'
    : /\.html$/.test(name)
      ? answer.type === 'text/html' || 'text/html'
      : true;
  return wanted === true
    ? []
    : [
        fault(
          'error',
          `It is sent as “${answer.type || 'nothing'}”, and browsers refuse that.`,
          `Send it with Content-Type: ${wanted}.`,
        ),
      ];
}

const isOwnComputer = ({ hostname }: URL): boolean => /^(localhost|127\.|\[::1\])/.test(hostname);

function unencrypted(folder: URL): LiveFinding {
  return {
    rule: 'own-computer',
    severity: 'error',
    place: folder.href,
    message: 'Secure pages load nothing from an address that begins with http://.',
    remedy: 'Have the server answer under https:// too, and give out that address.',
  };
}

/** One line for files that share a fault: a server that leaves a header out leaves it out sixty times. */
function together(all: readonly LiveFinding[]): LiveFinding[] {
  const groups = new Map<string, LiveFinding[]>();
  for (const each of all) {
    const key = `${each.severity} ${each.message}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [others.length === 0 ? first : { ...first, place: `${first.place} and ${others.length} more` }],
  );
}
