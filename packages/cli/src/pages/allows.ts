import type { PageAnswer } from './ask.js';

/** Whether a browser on a page of that origin may read the answer. */
export function allows(answer: PageAnswer, origin: string): boolean {
  if (new URL(answer.url).origin === origin) return true;
  const allowed = answer.headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === origin;
}

const SCRIPT = /^(text|application)\/(x-)?(java|ecma)script$/;

/** Whether a browser runs what is sent with this type as a module. */
export const isScript = ({ type }: PageAnswer): boolean => SCRIPT.test(type);
