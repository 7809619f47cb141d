const allowed = new Set(['https:', 'mailto:', 'tel:']);

/**
 * An address that is safe to put into `href`, or undefined.
 * A hub's text may hold any address: only `https:`, `mailto:`, `tel:` pass, and `http:` or a path of the page's own site.
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
  const sameSite = url.origin !== 'null' && url.origin === new URL(base).origin;
  const plainWeb = url.protocol === 'http:' && /^http:\/\//i.test(address);
  return allowed.has(url.protocol) || sameSite || plainWeb ? address : undefined;
}
