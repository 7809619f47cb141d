const ALLOWED = new Set(['https:', 'mailto:', 'tel:', 'webcal:']);

/**
 * An address that is safe to put into `href`, or undefined.
 * A hub's text may hold any address: only `https:`, `mailto:`, `tel:`, `webcal:` and `http:` pass, written out or as a path of the page's own site.
 * A `blob:` or `filesystem:` has the origin of the page that made it, so what counts is the scheme. Lint holds that every link passes here.
 */
export function safeHref(address: string | null | undefined): string | undefined {
  if (!address) return undefined;
  const base = globalThis.document?.baseURI ?? 'https://example.invalid/';
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return undefined;
  }
  const plainWeb =
    url.protocol === 'http:' && (url.origin === new URL(base).origin || /^http:\/\//i.test(address));
  return ALLOWED.has(url.protocol) || plainWeb ? address : undefined;
}
