import { checkPage, type Expectation, type FoundWidget } from '@maths-hubs/sdk/page-check';
import { CouldNotLook } from '../errors.js';
import { ask, isAnswer, isGood, troubleOf } from './ask.js';
import type { LiveFinding } from './live-finding.js';
import { lookAtApplications, type SeenApplications } from './look-at-applications.js';
import { lookAtLoader, type SeenLoader } from './look-at-loader.js';
import { lookAtTerms, type SeenTerms } from './look-at-terms.js';
import { knownWidgets } from './known-widgets.js';
import { treeOf } from './tree.js';

export interface SeenPage {
  readonly url: string;
  readonly widgets: readonly FoundWidget[];
  readonly loaders: readonly Omit<SeenLoader, 'findings'>[];
  readonly terms: readonly Omit<SeenTerms, 'findings'>[];
  readonly applications: readonly Omit<SeenApplications, 'findings'>[];
  readonly expected: Expectation | null;
  readonly findings: readonly LiveFinding[];
}

export interface LookOptions {
  readonly today: string;
  readonly expected: readonly string[];
}

/** Fetches a public page, and all that its widgets need. @throws {CouldNotLook} where there is no page to read */
export async function lookAtPage(address: URL, options: LookOptions): Promise<SeenPage> {
  const { url, html } = await pageAt(address);
  const tree = treeOf(html);
  const report = checkPage(html, tree, knownWidgets(), { ...options, live: true });
  const { widgets, expected } = report;
  const base = baseOf(html, url);
  const whole = (part: string): string[] => (URL.canParse(part, base.href) ? [new URL(part, base).href] : []);
  const once = (all: readonly string[]): string[] => [...new Set(all)];
  const found = new Set(report.findings.map(({ rule }) => rule));
  const [loaders, terms, applications] = await Promise.all([
    Promise.all(
      report.loaders
        .filter(({ src }) => !found.has('own-computer') && whole(src).length > 0)
        .map((loader) => lookAtLoader(loader, base)),
    ),
    Promise.all(
      once(widgets.flatMap((each) => (each.terms.kind === 'file' ? whole(each.terms.address) : []))).map(
        (each) => lookAtTerms(each, base, options.today),
      ),
    ),
    Promise.all(
      once(widgets.flatMap(({ action }) => (action ? whole(action) : []))).map((each) =>
        lookAtApplications(each, base),
      ),
    ),
  ]);
  return {
    url: url.href,
    widgets,
    loaders: loaders.map(without),
    terms: terms.map(without),
    applications: applications.map(without),
    expected,
    findings: [
      ...report.findings,
      ...[...loaders, ...terms, ...applications].flatMap(({ findings }) => findings),
      ...versionFindings(loaders, expected),
    ],
  };
}

function without<T extends { readonly findings: unknown }>({ findings: _, ...rest }: T): Omit<T, 'findings'> {
  return rest;
}

async function pageAt(address: URL): Promise<{ readonly url: URL; readonly html: string }> {
  const answer = await ask(address.href, { headers: { accept: 'text/html' } });
  if (!isAnswer(answer) || !isGood(answer))
    throw new CouldNotLook(
      `${address.href} ${troubleOf(answer)}. ${
        isAnswer(answer) && [401, 403].includes(answer.status)
          ? 'Only what every visitor may read can be checked: is the page published?'
          : 'Is it the address of the published page?'
      }`,
    );
  if (!/html/.test(answer.type))
    throw new CouldNotLook(
      `${answer.url} sends “${answer.type || 'nothing'}” and no web page. Give the address of the page that the widgets stand on.`,
    );
  const charset = /charset=["']?([\w-]+)/i.exec(answer.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  return { url: new URL(answer.url), html: decode(answer.body, charset) };
}

function decode(body: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    // A name that no browser knows either: it would read the page as UTF-8.
    return new TextDecoder().decode(body);
  }
}

/** What relative addresses of the page are relative to. */
function baseOf(html: string, url: URL): URL {
  const href = /<base\s[^>]*href=["']?([^"'\s>]+)/i.exec(html)?.[1];
  return href && URL.canParse(href, url) && new URL(href, url).origin === url.origin
    ? new URL(href, url)
    : url;
}

function versionFindings(loaders: readonly SeenLoader[], expected: Expectation | null): LiveFinding[] {
  return loaders
    .filter(({ version }) => expected && version && version.split('.')[0] !== expected.version.split('.')[0])
    .map(({ version }) => ({
      rule: 'other-version',
      severity: 'warning',
      place: '<script>',
      message: `The snippet was made for version ${expected?.version ?? ''} of the widgets; ${version ?? ''} is loaded.`,
      remedy: 'Make the snippet again in the editor’s page of that version, and paste it.',
    }));
}
