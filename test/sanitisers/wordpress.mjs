import sanitize from 'sanitize-html';

/**
 * Elements that WordPress lets through for people without the right to post any HTML, as its
 * documentation of `wp_kses_post` lists them (WordPress 6). Forms, inputs, scripts, iframes, styles and
 * custom elements are not among them: the tag goes, what was between the tags stays.
 */
const ELEMENTS =
  'address a abbr acronym area article aside audio b bdo big blockquote br button caption cite code col colgroup del dd dfn details div dl dt em fieldset figure figcaption font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label legend li main map mark menu nav object p pre q rb rp rt rtc ruby s samp span section small strike strong sub summary sup table tbody td textarea tfoot th thead title tr track tt u ul ol var video';

const ATTRIBUTES = {
  '*': ['aria-*', 'class', 'data-*', 'dir', 'hidden', 'id', 'lang', 'role', 'style', 'title', 'xml:lang'],
  a: ['href', 'rel', 'rev', 'name', 'target', 'download'],
  details: ['open'],
  ol: ['start', 'type', 'reversed'],
  td: ['colspan', 'headers', 'rowspan', 'scope'],
  th: ['colspan', 'headers', 'rowspan', 'scope'],
};

/** What WordPress leaves of a post's HTML. */
export function wordpress(html) {
  return sanitize(html, {
    allowedTags: ELEMENTS.split(' '),
    allowedAttributes: ATTRIBUTES,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // kses takes the tags of a script away and leaves its text.
    nonTextTags: [],
    disallowedTagsMode: 'discard',
  });
}

const BLOCKS =
  'table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary';

/**
 * What automatic paragraphs do, in WordPress and in TinyMCE: text between empty lines is wrapped in `<p>`,
 * a line break inside text becomes `<br>`; block elements are left alone.
 */
export function paragraphs(html) {
  const begins = new RegExp(`^</?(?:${BLOCKS})(?:\\s[^>]*)?>`, 'i');
  const ends = new RegExp(`</?(?:${BLOCKS})(?:\\s[^>]*)?>$`, 'i');
  return html
    .trim()
    .split(/\n\s*\n/)
    .map((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      const text = lines.reduce(
        (all, line) => `${all}${ends.test(all) || begins.test(line) ? '' : '<br />'}\n${line}`,
      );
      return begins.test(text) ? text : `<p>${text}</p>`;
    })
    .join('\n');
}
