import type { Context } from 'hono';

/** Which client a request comes from: the other end, or what the trusted proxies before it say. */
export function clientOf(context: Context, trustProxy: number): string {
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim());
  const named = trustProxy > 0 ? forwarded.at(-trustProxy) : undefined;
  return named || (context.env as { address?: string } | undefined)?.address || 'unknown';
}
