import { loadHubs } from '@maths-hubs/sdk/hubs';
import { loadEdition, programmeFacts, statistics, widerRules } from '@maths-hubs/sdk/programme';

/** What a widget has in hand before it is drawn: the same on the server and in the page that takes over. */
export async function dataOf(tag) {
  if (tag === 'mh-find-a-hub') return loadHubs();
  if (tag === 'mh-mastery-guide') return programmeFacts();
  if (tag === 'mh-specialist-path') return widerRules();
  if (tag === 'mh-programme-reach') return statistics();
  if (tag === 'mh-stories')
    return [
      {
        title: 'A first year',
        href: 'https://example.org/first',
        about: 'A story.',
        kind: 'page',
        player: null,
      },
    ];
  return loadEdition('2020/21');
}

/**
 * What a server would have in hand of a tag with these attributes; nothing where a hub's own file or list is read by the browser.
 * @param {string} tag
 * @param {(attribute: string) => string | null} read
 */
export async function dataInHand(tag, read) {
  if (['mh-settings', 'mh-apply-form', 'mh-stories'].includes(tag)) return undefined;
  if (['src', 'hub-src', 'programme'].some((attribute) => read(attribute) !== null)) return undefined;
  if (['mh-find-a-hub', 'mh-mastery-guide', 'mh-specialist-path', 'mh-programme-reach'].includes(tag))
    return dataOf(tag);
  return loadEdition(read('edition') || '2024/25').catch(() => undefined);
}
