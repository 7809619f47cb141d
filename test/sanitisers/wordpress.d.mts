/** What WordPress keeps of a page that an account without `unfiltered_html` saves. */
export function wordpress(html: string): string;
/** What its visual editor makes of pasted lines. */
export function paragraphs(html: string): string;
