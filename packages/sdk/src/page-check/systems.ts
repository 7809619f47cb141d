/** The system that a page came from, as far as its source shows. */
export type PageSystem = 'amp' | 'wordpress' | 'wix' | 'squarespace' | 'google-sites' | 'unknown';

const SIGNS: readonly (readonly [PageSystem, RegExp])[] = [
  ['amp', /<html[^>]*\s(amp|⚡)[\s=>]/i],
  ['wordpress', /\/wp-(content|includes|json)\/|content="WordPress/i],
  ['wix', /static\.wixstatic\.com|static\.parastorage\.com|content="Wix\.com/i],
  ['squarespace', /static1\.squarespace\.com|assets\.squarespace\.com|squarespace-cdn\.com/i],
  ['google-sites', /\/\/sites\.google\.com\/|gstatic\.com\/atari\//i],
];

/** @param text  the page as it is delivered */
export function systemOf(text: string): PageSystem {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'unknown';
}

/** What works in each system, for pages that lose what was pasted. */
const WAYS_ON: Readonly<Record<PageSystem, string>> = {
  amp: 'This is an AMP page, and those take no script but AMP’s own. Leave AMP off for this page, or link from it to a page of your site that has the widgets.',
  wordpress:
    'Your account, or a colleague’s who saved the page, may not post scripts. Install the Maths Hubs plugin, or ask whoever may: its blocks and shortcodes are safe for every account, and it keeps your terms too, since WordPress takes no .json file.',
  wix: 'A text box of Wix keeps no tags. Use Add, Embed code, Custom element, as the tab “Wix” says.',
  squarespace:
    'Paste it into a Code block with “Display source” off; scripts need a plan that allows JavaScript. On a smaller plan, paste the plain content.',
  'google-sites':
    'Google Sites keeps no tags in its text. Use Insert, Embed, Embed code, and paste the frame of the tab “Google Sites and other frames”.',
  unknown:
    'Your account may not post scripts. On WordPress, use the Maths Hubs plugin: its blocks are safe for every account. Elsewhere, ask whoever may to put the loader into the site once, and paste links in place of tags, from the tab “Links and plain content”.',
};

export function wayOn(text: string): string {
  return WAYS_ON[systemOf(text)];
}

/** Where the widgets' files can come from. */
export function whereToHost(text: string): string {
  return systemOf(text) === 'wordpress'
    ? 'Install the Maths Hubs plugin: it brings the widgets, and no other server is needed.'
    : 'Put the folder of widgets on a web server, give its address under “Your snippet”, and paste again. On WordPress, the Maths Hubs plugin brings them.';
}

/** Whether an address is the visitor's own computer. */
export function isOwnComputer(address: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\]|[^/]*\.local[:/])/i.test(address);
}
