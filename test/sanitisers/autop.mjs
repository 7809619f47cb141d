/**
 * What WordPress does to a post's line breaks on its way to the page (`wpautop`, WordPress 6), step by step and in its
 * order. Unlike a reader's idea of it, it parts a line wherever a block element begins or ends, knows nothing of custom
 * elements, and so leaves paragraph tags that a browser has to put right.
 */
const BLOCKS =
  'table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary';
const BREAK = '\u0000';

export function autop(html) {
  const kept = html
    .replace(/<(script|style|svg|math).*?<\/\1>/gs, (whole) => whole.replaceAll('\n', BREAK))
    .replace(new RegExp(`(<(?:${BLOCKS})[\\s/>])`, 'g'), '\n\n$1')
    .replace(new RegExp(`(</(?:${BLOCKS})>)`, 'g'), '$1\n\n');
  const wrapped = kept
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${part.replace(/^\n+|\n+$/g, '')}</p>\n`)
    .join('');
  const block = `</?(?:${BLOCKS})[^>]*>`;
  return wrapped
    .replace(/<p>\s*<\/p>/g, '')
    .replace(new RegExp(`<p>\\s*(${block})\\s*</p>`, 'g'), '$1')
    .replace(/<p>(<li.+?)<\/p>/g, '$1')
    .replace(new RegExp(`<p>\\s*(${block})`, 'g'), '$1')
    .replace(new RegExp(`(${block})\\s*</p>`, 'g'), '$1')
    .replace(/(?<!<br \/>)\s*\n/g, '<br />\n')
    .replace(new RegExp(`(${block})\\s*<br />`, 'g'), '$1')
    .replace(/<br \/>(\s*<\/?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)/g, '$1')
    .replace(/\n<\/p>$/, '</p>')
    .replaceAll(BREAK, '\n');
}
