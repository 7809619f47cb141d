import type { Context } from 'hono';

/** Which client a request comes from: the other end, or what the trusted proxies before it say. */
export function clientOf(context: Context, trustProxy: number): string {
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim());
  const told = trustProxy > 0 ? forwarded.at(-trustProxy) : undefined;
  return told || (context.env as { address?: string } | undefined)?.address || 'unknown';
}
