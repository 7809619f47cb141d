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
