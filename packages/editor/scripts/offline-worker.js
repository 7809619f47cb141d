/* global BUILD, FILES */
/**
 * Keeps the editor's page on the device, so that it opens and works where there is no network. What a person writes is not kept here.
 * FILES and BUILD are written in by the build.
 */
const folder = new URL('./', self.location.href).href;
const embed = new URL('../embed/', folder).href;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(BUILD)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('maths-hubs-editor ') && name !== BUILD)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && (url.startsWith(folder) || url.startsWith(embed)))
    event.respondWith(answer(event.request));
});

/** The network's answer, kept for later; where there is none, what was kept. */
async function answer(request) {
  const cache = await caches.open(BUILD);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (kept) return kept;
    throw error;
  }
}
