/** A PHP file that returns a value, the same as the JSON value given. */
export function phpFile(value) {
  return `<?php
// Made by the build from the SDK; not to be changed by hand.
defined( 'ABSPATH' ) || exit;
return ${phpOf(value)};
`;
}

/** A JSON value as a PHP literal. */
function phpOf(value) {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `array(${value.map(phpOf).join(',')})`;
  if (typeof value === 'object')
    return `array(${Object.entries(value)
      .map(([key, part]) => `${phpOf(key)}=>${phpOf(part)}`)
      .join(',')})`;
  return String(value);
}

const CLASSES = { d: '0-9', w: 'A-Za-z0-9_' };

/**
 * A JavaScript pattern as PCRE has to write it for the same language: `\d` and `\w` are ASCII there and not here,
 * and `$` must not pass a line break.
 * @throws {Error} for an escape whose meaning differs and that is not known here
 */
export function pcre(pattern) {
  const { source, flags } = pattern instanceof RegExp ? pattern : new RegExp(pattern);
  let inClass = false;
  const written = source.replace(/\\(u\{?[0-9a-fA-F]+\}?|.)|\[|\]|~/gs, (whole, escaped) => {
    if (whole === '[') {
      inClass = true;
      return whole;
    }
    if (whole === ']') {
      inClass = false;
      return whole;
    }
    if (whole === '~') return '\\~';
    if (CLASSES[escaped]) return inClass ? CLASSES[escaped] : `[${CLASSES[escaped]}]`;
    if (escaped === 'D' && !inClass) return '[^0-9]';
    if (/^u/.test(escaped) && escaped.length > 1) return `\\x{${escaped.replace(/[u{}]/g, '')}}`;
    if (/[pP]/.test(escaped)) return whole;
    if (/\w/.test(escaped))
      throw new Error(`The pattern /${source}/ holds \\${escaped}, which PCRE reads otherwise.`);
    return whole;
  });
  return `~${written}~uD${flags.includes('i') ? 'i' : ''}`;
}
