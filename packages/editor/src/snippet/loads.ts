import { chosenWidgets, embedFolder, embedIntegrity, type SnippetConfig } from './config.js';

/** Widgets that ask another service, and when. */
const SERVICES: Readonly<Record<string, string>> = {
  'mh-find-a-hub': 'When a reader searches for a postcode, that postcode goes to api.postcodes.io',
};

/** What a page with the snippet loads, from where, and what it sends: plain sentences for the hub and its privacy notice. */
export function loadsSentences(config: SnippetConfig): string[] {
  const { publishing } = config.project;
  const from = hostOf(embedFolder(config));
  const all = chosenWidgets(config);
  const held =
    embedIntegrity(config) === undefined
      ? []
      : [
          'The hash holds the loader, embed.js, to this one version; the files that it loads bear a hash in their names.',
        ];
  const terms = !all.some((each) => each.terms)
    ? []
    : publishing.terms === 'inline'
      ? ['Your terms stand in the page itself.']
      : [
          `Your terms are read from ${publishing.src || 'the address that you give'}${publishing.src.startsWith('http') ? ', which must allow other sites to read it if it is not your own' : ', on your own site'}.`,
        ];
  return [
    `This loads scripts from ${from}: a small loader at once, and each widget when a reader comes near it.`,
    ...hosting(config),
    ...terms,
    ...all.flatMap(({ choice }) => {
      const service = SERVICES[choice.tag];
      return service === undefined ? [] : [`${service}; nothing is sent before.`];
    }),
    ...(all.some(({ choice }) => choice.tag === 'mh-apply-form')
      ? ['An application goes to the address that you set as action, when the reader sends it.']
      : []),
    'It sets no cookies, loads no fonts and keeps nothing on the reader’s device unless they ask.',
    ...held,
  ];
}

/** What the folder's server must allow; the npm network's does. */
function hosting(config: SnippetConfig): string[] {
  if (config.project.publishing.host === 'cdn') return [];
  const folder = embedFolder(config);
  if (/^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/.test(folder))
    return [
      'That address is your own computer: other people’s browsers cannot read it. Before you publish, put the folder on a web server and give its address above.',
    ];
  return [
    'If that is another address than your page’s own, its server has to send the header Access-Control-Allow-Origin: * with these files, or browsers refuse them.',
  ];
}

function hostOf(folder: string): string {
  return URL.canParse(folder) ? new URL(folder).host : 'your own site';
}
