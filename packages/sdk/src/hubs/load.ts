import type { HubDirectory } from './directory/directory.js';
import type { HubPlace } from './directory/places.js';
import type { Suggester } from './suggest/suggest.js';

/** Loads the forty hubs, the areas of England and the evidence between them, on demand. */
export async function loadHubs(): Promise<HubDirectory> {
  const { openDirectory } = await import('./directory/directory-data.js');
  return openDirectory();
}

/** Loads the names of about 4,900 towns, villages and stretches of country, when first needed. */
export async function loadPlaces(): Promise<readonly HubPlace[]> {
  const { openPlaces } = await import('./directory/place-data.js');
  return openPlaces();
}

/** Loads the places and makes a suggester over them, the councils and the hubs: for typed names. */
export async function loadSuggester(directory: HubDirectory): Promise<Suggester> {
  const [{ createSuggester, prepareEntries }, places] = await Promise.all([
    import('./suggest/suggest.js'),
    loadPlaces(),
  ]);
  await prepareEntries(directory, places);
  return createSuggester(directory, places);
}
