import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Receipt } from '../store/store-all.js';
import type { Hub } from '../config/hubs.js';

/** What the server knows of a request beside the request itself. */
export interface Connection {
  /** The other end of the socket. */
  readonly address?: string;
}

export interface Env {
  Bindings: Connection;
  Variables: {
    /** In the answer, and in every line of the log that belongs to it. */
    requestId: string;
    /** Whether a browser without script waits for a page. */
    form: boolean;
    /** Headers that this answer has beside the usual ones. */
    extra: Record<string, string>;
    /** What was typed into a form without script, to be shown again. */
    typed: URLSearchParams;
    hub: Hub;
    receipt: Receipt;
  };
}

export const STYLE =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c;background:#fff}' +
  'strong.reference{font-size:1.5rem}a{color:#1d5a96}:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px}' +
  '.problems{border:4px solid #a8071a;padding:0 1rem}label,legend{display:block;font-weight:600}fieldset{border:0;padding:0}' +
  'input:not([type=checkbox]),select{font:inherit;width:100%;box-sizing:border-box;padding:.4rem;border:2px solid #0b0c0c;border-radius:0}' +
  'input[type=checkbox]{width:24px;height:24px;vertical-align:middle}body{overflow-wrap:anywhere}' +
  '.wrong{border-left:4px solid #a8071a;padding-left:.75rem}.wrong span{display:block;color:#a8071a;font-weight:600}' +
  '.choice{font-weight:400}button{font:inherit;font-weight:600;padding:.6rem 1.2rem;background:#00616f;color:#fff;border:0}' +
  '@media (prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#8ec5ff}input,select{background:#111;color:#eee;border-color:#eee!important}' +
  ':focus-visible{outline-color:#fff}.wrong span{color:#ff9aa2}.problems,.wrong{border-color:#ff9aa2}}';

/** Lets the pages' own style through a policy that lets nothing else; a form may come back to where it came from. */
const styleHash = createHash('sha256').update(STYLE).digest('base64');
const policy = (forms: string): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': policy("'none'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** An answer with everything that every answer says. */
function answer(context: Context<Env>, status: number, type: string, body: string | null): Response {
  const headers: Record<string, string> = { ...HEADERS, 'x-request-id': context.get('requestId') };
  if (body !== null) headers['content-type'] = type;
  const extra = context.get('extra');
  for (const name in extra) headers[name] = extra[name] ?? '';
  return new Response(body, { status, headers });
}

export function answerJson(context: Context<Env>, status: number, body: object): Response {
  return answer(context, status, 'application/json', JSON.stringify(body));
}

export function answerText(context: Context<Env>, status: number, type: string, body: string): Response {
  return answer(context, status, type, body);
}

export function answerEmpty(context: Context<Env>, status: number): Response {
  return answer(context, status, '', null);
}

/** A page; one with a form in it may be sent to this service and nowhere else. */
export function answerPage(context: Context<Env>, status: number, html: string, withForm = false): Response {
  if (withForm) addHeaders(context, { 'content-security-policy': policy("'self'") });
  return answer(context, status, 'text/html; charset=UTF-8', html);
}

export function addHeaders(context: Context<Env>, headers: Record<string, string>): void {
  context.set('extra', { ...context.get('extra'), ...headers });
}
