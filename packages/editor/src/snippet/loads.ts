import type { WidgetChoice } from '../project/project.js';
import { APPLY_FORM } from '../widgets/manifest.js';
import {
  chosenWidgets,
  embedFolder,
  embedIntegrity,
  framePageUrl,
  siteFolder,
  type SnippetConfig,
} from './config.js';
import { released } from './holds.js';
import { wayOf, type OutputId } from './ways.js';

/** What a page with this output loads, from where, and what it sends: plain sentences for the hub and its privacy notice. */
export function loadsSentences(config: SnippetConfig, output: OutputId): string[] {
  const { page } = config.project.publishing;
  const way = wayOf(output);
  if (way === undefined)
    return [
      'The content loads nothing and sends nothing: your terms stand in the page itself.',
      'Links become widgets only on a page that has the loader; what they load then, the tab “WordPress” says.',
    ];
  if (output === 'link' && page !== '')
    return [
      `The link loads nothing by itself. It leads to ${page}; what that page loads, its own snippet says.`,
    ];
  const free = released(config, way);
  const all = chosenWidgets(free);
  if (all.length === 0) return ['There is nothing to copy yet, so nothing is loaded.'];
  const frame = way === 'frame';
  const folder = frame ? siteFolder(free) : embedFolder(free);
  return [
    ...(frame ? [pageSentence(output, hostOf(folder))] : []),
    `This loads scripts from ${hostOf(folder)}: a small loader at once, and each widget when a reader comes near it.`,
    ...hosting(folder, frame, free),
    ...(all.some(({ terms }) => terms) ? termsSentences(free, output) : []),
    ...all.flatMap(({ choice }) => serviceSentence(choice, frame)),
    'It sets no cookies, loads no fonts and keeps nothing on the reader’s device unless they ask.',
    ...(way !== 'page' || embedIntegrity(free) === undefined
      ? []
      : [
          'The hash holds the loader, embed.js, to this one version; the files that it loads bear a hash in their names.',
        ]),
  ];
}

function pageSentence(output: OutputId, host: string): string {
  return output === 'link'
    ? `The link loads nothing by itself. It leads to a page on ${host}, of which the rest is said.`
    : `Each frame loads a page from ${host}, of which the rest is said.`;
}

function termsSentences(config: SnippetConfig, output: OutputId): string[] {
  const { terms, src, frames } = config.project.publishing;
  const way = wayOf(output);
  if (way !== 'page' && frames === 'public')
    return ['Your own terms are not shown: readers see the public evidence, as you chose.'];
  const file = ['page', 'element'].includes(way ?? '') ? src : fileOfFrame(config);
  const read = `${file}${file.startsWith('http') ? (way === 'frame' ? '' : ', which must allow other sites to read it if it is not your own') : ', on your own site'}.`;
  if (way !== 'page' || terms === 'src') return [`Your terms are read from ${read}`];
  return ['Your terms stand in the page itself.'];
}

/** The whole address of the terms file, as the page of a frame reads it. */
function fileOfFrame(config: SnippetConfig): string {
  const { src } = config.project.publishing;
  const page = framePageUrl(config);
  return page !== null && URL.canParse(src, page) ? new URL(src, page).href : src;
}

/** Whom a widget asks or sends to, and when. A frame takes no attribute that would change it. */
function serviceSentence({ tag, attributes }: WidgetChoice, frame: boolean): string[] {
  if (tag === 'mh-find-a-hub')
    return !frame && ['index', 'none'].includes(attributes['resolver'] ?? '')
      ? []
      : [
          'When a reader searches for a postcode, that postcode goes to api.postcodes.io; nothing is sent before.',
        ];
  if (tag !== APPLY_FORM) return [];
  const { action, href, mailto } = attributes;
  if (action) return [`An application goes to ${action} when the reader sends it.`];
  if (href) return [`The apply form leads to ${href}, with those answers that this address has a place for.`];
  return [`An application becomes a letter to ${mailto ?? ''} in the reader’s own e-mail program.`];
}

/** What the folder's server must allow; the npm network's does. */
function hosting(folder: string, frame: boolean, { project, version }: SnippetConfig): string[] {
  if (!frame && project.publishing.host === 'cdn')
    return [
      `It works once version ${version} of @maths-hubs/components is published on npm; until then nothing arrives, and readers see the plain content.`,
    ];
  if (/^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/.test(folder))
    return [
      'That address is your own computer: other people’s browsers cannot read it. Before you publish, put the folder on a web server and give its address above. On WordPress, the plugin brings the widgets and no server is needed.',
    ];
  return [
    frame
      ? 'Only the frame that fits its content needs more: for it, that server has to send the header Access-Control-Allow-Origin: * with frame-host.js.'
      : 'If that is another address than your page’s own, its server has to send the header Access-Control-Allow-Origin: * with these files, or browsers refuse them.',
  ];
}

function hostOf(folder: string): string {
  return URL.canParse(folder) ? new URL(folder).host : 'your own site';
}
