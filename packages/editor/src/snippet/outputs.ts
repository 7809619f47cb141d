import { chosenWidgets, embedFolder, type SnippetConfig } from './config.js';
import { fittingFrames, frameTags, linkTags } from './frame.js';
import { holdsFor, released, type Hold } from './holds.js';
import { embedScript, htmlSnippet, settingsTag, contentOnly, widgetTag } from './html.js';
import { linkedWidgets, linkLoader } from './links.js';
import { pageConfigs, sitePages } from './pages.js';
import { wayOf, type OutputId } from './ways.js';

/** Something to copy. */
interface Block {
  readonly title: string;
  readonly text: string;
  /** Without any widget, so that it can be copied whatever is held back. */
  readonly plain?: true;
}

/** What one kind of site accepts: the steps, then what to copy, then what to know. */
export interface Output {
  readonly id: OutputId;
  readonly label: string;
  readonly steps: readonly string[];
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
  /** Widgets that the blocks leave out until something is put right. */
  readonly holds: readonly Hold[];
}

type Draft = Omit<Output, 'holds'>;

const FRAME_TERMS =
  'A frame reads your terms only from a file on the same site as embed.html: put the folder and your terms file on one site.';

/** What to copy for each kind of site. */
export function outputsFor(config: SnippetConfig): Output[] {
  const page = released(config, 'page');
  return [
    html(page),
    wordpress(page, config),
    wix(released(config, 'element')),
    squarespace(page),
    ...withoutScript(released(config, 'frame'), page, config),
  ].map((draft) => withHolds(draft, config));
}

/** Where every widget is held back there is nothing to copy, but for plain content. */
function withHolds(draft: Draft, config: SnippetConfig): Output {
  const way = wayOf(draft.id);
  const ownPage = draft.id === 'link' && config.project.publishing.page !== '';
  if (way === undefined || ownPage) return { ...draft, holds: [] };
  const holds = holdsFor(config, way);
  const none = holds.length > 0 && chosenWidgets(released(config, way)).length === 0;
  return { ...draft, blocks: none ? draft.blocks.filter(({ plain }) => plain) : draft.blocks, holds };
}

/** Something to copy for each page of the hub's site. */
function perPage(config: SnippetConfig, title: string, text: (page: SnippetConfig) => string): Block[] {
  const pages = sitePages(config.project);
  return pageConfigs(config).map((page, index) => ({
    title: pages.length === 1 ? title : `${title}, page ${index + 1}: ${pages[index]?.names ?? ''}`,
    text: text(page),
  }));
}

function html(config: SnippetConfig): Draft {
  return {
    id: 'html',
    label: 'Plain HTML',
    steps: [
      'Copy the snippet.',
      'Paste it into your page’s HTML, where the widgets are to stand.',
      'Save, and look at the page.',
    ],
    blocks: perPage(config, 'Snippet', htmlSnippet),
    notes: [
      'What is between the tags is read when the script does not arrive: keep it.',
      ...(config.project.look.accent || config.project.look.font
        ? [
            'A site with a strict Content Security Policy ignores style attributes: set --mh-accent in its own style sheet there.',
          ]
        : []),
    ],
  };
}

function wordpress(config: SnippetConfig, whole: SnippetConfig): Draft {
  const inline = config.project.publishing.terms === 'inline';
  return {
    id: 'wordpress',
    label: 'WordPress',
    steps: [
      'Best of all, have the Maths Hubs plugin installed: its blocks and the shortcode [maths-hub journey-map] are safe for every account, and your terms and applications stay in WordPress. Nothing below is needed then.',
      'Without it, edit the page and add a block called “Custom HTML” (not “Paragraph”, not “Code”).',
      'Paste the snippet into it, and press Preview inside the block.',
      'Update the page and look at it signed out.',
    ],
    blocks: [
      ...perPage(config, 'Snippet for a Custom HTML block', htmlSnippet),
      ...perPage(config, 'If your account may not add scripts: links that become widgets', linkedWidgets),
      { title: 'The loader for such links, once, by an administrator', text: linkLoader(config) },
      { title: 'If nobody may add scripts: plain content', text: contentOnly(whole), plain: true },
    ],
    notes: [
      'WordPress takes scripts and tags out of whatever an account without “unfiltered_html” saves: an author’s page, and yours too once such a colleague corrects a word. Links with lists survive.',
      ...(inline
        ? [
            'Where scripts are taken out, terms written inline are left behind as text. If you are not sure of your account, use the links.',
          ]
        : []),
      'On WordPress.com, scripts need a plan that allows plugins; else use the plain content or a link.',
    ],
  };
}

function wix(config: SnippetConfig): Draft {
  const { project } = config;
  return {
    id: 'wix',
    label: 'Wix',
    steps: [
      'In the editor choose Add, Embed code, Custom element, and place it.',
      'Choose Source: Server URL, and paste the address. Tick that it is a module, where Wix asks.',
      'Paste the tag name, then add each attribute with its value.',
      'Repeat for each widget; publish, and look at the live page.',
    ],
    blocks: chosenWidgets(config).flatMap(({ choice, terms }) => {
      const attributes: Record<string, string> = {
        ...(terms && project.publishing.src && project.publishing.frames === 'own'
          ? { src: project.publishing.src }
          : {}),
        ...choice.attributes,
      };
      const list = Object.entries(attributes).filter(([, value]) => value !== '');
      return [
        { title: `Server URL of ${choice.tag}`, text: `${embedFolder(config)}embed.js` },
        { title: `Tag name of ${choice.tag}`, text: choice.tag },
        ...list.map(([name, value]) => ({ title: `Attribute ${name} of ${choice.tag}`, text: value })),
      ];
    }),
    notes: [
      'A Wix custom element has no content between its tags, so your terms must be in a file. Wix needs a plan with your own domain for custom elements.',
    ],
  };
}

function squarespace(config: SnippetConfig): Draft {
  return {
    id: 'squarespace',
    label: 'Squarespace',
    steps: [
      'Edit the page and add a block called “Code”; leave it on HTML, with “Display source” off.',
      'Paste the snippet, save, and look at the page signed out.',
      'For more than one widget block on a page, paste the first line only once: into Settings, Advanced, Code injection.',
    ],
    blocks: [
      ...perPage(config, 'Snippet for a Code block', htmlSnippet),
      { title: 'Only the script, for Code injection', text: embedScript(config) },
      ...perPage(config, 'Only the widgets', (page) =>
        [settingsTag(page), ...chosenWidgets(page).map((each) => widgetTag(page, each))].join('\n'),
      ),
    ],
    notes: [
      'Scripts in a Code block need a plan that allows JavaScript; else use the plain content or a link.',
    ],
  };
}

function withoutScript(config: SnippetConfig, page: SnippetConfig, whole: SnippetConfig): Draft[] {
  return [
    {
      id: 'iframe',
      label: 'Google Sites and other frames',
      steps: [
        'In Google Sites choose Insert, Embed, Embed code; elsewhere, the block for a frame or “iframe”.',
        'Paste the frame. If only an address is asked for, paste what is in src.',
        'Make the box tall enough that it needs no scroll bar of its own.',
      ],
      blocks: [
        { title: 'Frame', text: frameTags(config) },
        {
          title: 'Where scripts are allowed too: a frame that fits its content',
          text: fittingFrames(config),
        },
      ],
      notes: [FRAME_TERMS],
    },
    {
      id: 'static',
      label: 'Links and plain content',
      steps: [
        'Copy the content and paste it into your page’s HTML. It needs no script, and prints.',
        'Copy it again when your terms change: it does not change by itself.',
      ],
      blocks: [
        ...perPage(whole, 'Content', (own) => contentOnly(own)),
        { title: 'Links that become widgets, on a site that has the loader', text: linkedWidgets(page) },
        { title: 'The loader, once, for whoever may add scripts', text: linkLoader(page) },
        {
          title: 'For an editor that loses lists of terms: paragraphs and tables',
          text: contentOnly(whole, 'simple'),
        },
        { title: 'As Markdown', text: contentOnly(whole, 'markdown') },
      ],
      notes: [],
    },
    {
      id: 'link',
      label: 'A link only',
      steps: ['Paste the link into any page, newsletter or email.'],
      blocks: [{ title: 'Link', text: linkTags(config) }],
      notes: [config.project.publishing.page ? 'It leads to your own page.' : FRAME_TERMS],
    },
  ];
}
