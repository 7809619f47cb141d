import type { PageContents } from './found.js';
import type { Page, PageFinding } from './page.js';

/** A loader of another version than the snippet's, with an impossible checksum, or blocked by the page's own policy. */
export function versionFindings(page: Page, { loaders, expected }: PageContents): PageFinding[] {
  const { options } = page;
  const finding = (
    rule: PageFinding['rule'],
    severity: PageFinding['severity'],
    message: string,
    remedy: string,
  ): PageFinding => ({ rule, severity, place: '<script>', message, remedy });
  return loaders.flatMap(({ src, integrity }): PageFinding[] => {
    const [, named] = /[@/]v?(\d+\.\d+\.\d+(?:-[\w.]+)?)\//.exec(src) ?? [];
    const version = named ?? expected?.version;
    const isOurs = version !== undefined && version === options.loader?.version;
    const isWhole = integrity === null || integrity.split(/\s+/).every(isCheckSum);
    return [
      ...(named && expected && named !== expected.version
        ? [
            finding(
              'other-version',
              'warning',
              `The loader is of version ${named}; the snippet was made for ${expected.version}.`,
              'If that is not what you want, paste the whole snippet again, its first line too.',
            ),
          ]
        : []),
      ...(!isWhole || (isOurs && integrity && !integrity.includes(options.loader?.integrity ?? ''))
        ? [
            finding(
              'integrity-fault',
              'error',
              isWhole
                ? 'The check sum of the loader (“integrity”) is of another file, so a browser refuses the loader.'
                : 'The check sum of the loader (“integrity”) is not whole, so a browser refuses the loader.',
              'Paste the first line of the snippet again, or take integrity="…" out of it.',
            ),
          ]
        : []),
      ...(isRefused(src, page)
        ? [
            finding(
              'blocked-script',
              'error',
              'The page’s own security policy (Content-Security-Policy) does not allow scripts from the loader’s address.',
              `Add ${originOf(src) ?? ''} to script-src in the policy, or ask whoever looks after the site to.`,
            ),
          ]
        : []),
    ];
  });
}

/** A checksum of 256, 384 or 512 bits, of the right length. */
function isCheckSum(text: string): boolean {
  const [, bits, sum = ''] = /^sha(256|384|512)-([\w+/-]+={0,2})(?:\?.*)?$/.exec(text) ?? [];
  return sum.length === Math.ceil(Number(bits) / 24) * 4;
}

const originOf = (address: string): string | undefined =>
  /^https?:\/\/[^/]+/i.exec(address)?.[0].toLowerCase();

/** Whether the page's own policy certainly blocks the loader: with the page's address unknown, `'self'` may match. */
function isRefused(src: string, { all }: Page): boolean {
  const origin = originOf(src);
  const policy = all.find(
    ({ name, attributes }) =>
      name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
  )?.attributes['content'];
  if (!origin || !policy) return false;
  const directive = (name: string): string[] | undefined =>
    policy
      .split(';')
      .map((each) => each.trim().toLowerCase().split(/\s+/))
      .find(([first]) => first === name)
      ?.slice(1);
  const allowed = directive('script-src-elem') ?? directive('script-src') ?? directive('default-src');
  if (allowed === undefined) return false;
  const home = all.find(({ name, attributes }) => name === 'link' && attributes['rel'] === 'canonical');
  const own = originOf(home?.attributes['href'] ?? '');
  const [scheme, host = ''] = origin.split('://');
  return !allowed.some((source) => {
    if (source === "'self'") return own === undefined || own === origin;
    if (/^'(nonce-|sha|strict-dynamic)/.test(source) || source === '*' || source === `${scheme}:`)
      return true;
    const [named = ''] = source.replace(/^https?:\/\//, '').split('/');
    return named.startsWith('*.') ? host.endsWith(named.slice(1)) : named === host;
  });
}
