import { plain } from './plain.js';
import { found, not, notOne } from './read.js';
import type { Read } from './read.js';

const EXAMPLE = 'like www.your-hub.org.uk';
const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/**
 * A web address as it is stored: with `https://` unless it has a scheme, without the marks around it.
 * @example readWebAddress('(www.hub.example/join).') // { ok: true, value: 'https://www.hub.example/join' }
 */
export function readWebAddress(text: string): Read {
  const words = plain(text)
    .split(/[\s<>"()[\]]+/)
    .map((word) => word.replace(/^(?:url|web(?:site)?):(?!\/)/i, '').replace(/[.,;:!?'”]+$/, ''))
    .filter((word) => word.includes('.'));
  const [only = ''] = words;
  if (words.length > 1) return not(`Enter one web address, ${EXAMPLE}`);
  if (only.includes('@') && !only.includes('/')) {
    return not(`“${only}” is an e-mail address. Enter a web address, ${EXAMPLE}`, { is: 'email' });
  }
  const [, scheme = '', rest = only] = /^([a-z][a-z\d+.-]*):\/{0,2}(?=\D)(.*)$/i.exec(only) ?? [];
  if (scheme !== '' && !/^https?$/i.test(scheme)) return not(`Enter a web address, ${EXAMPLE}`);
  const [host = ''] = rest.split(/[/?#:]/);
  if (!HOST.test(host)) return notOne(`Enter a web address, ${EXAMPLE}`);
  // Nearly every site answers over https, and browsers warn about the rest.
  return found(`https://${host.toLowerCase()}${rest.slice(host.length)}`);
}
