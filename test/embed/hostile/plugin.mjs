import { HOSTILE_PAGES, hostilePage } from './pages.mjs';

/** Serves `/__hostile/<number>`: the pages of `pages.mjs`, in their order. */
export function hostilePages() {
  return {
    name: 'hostile-pages',
    serve({ path }) {
      const name = Object.keys(HOSTILE_PAGES)[Number(/^\/__hostile\/(\d+)$/.exec(path)?.[1] ?? NaN)];
      if (name !== undefined) {
        const { type } = HOSTILE_PAGES[name];
        return { body: hostilePage(name), type: 'html', ...(type && { headers: { 'content-type': type } }) };
      }
      // What an optimiser makes of the loader: its text in a file of another folder.
      if (path === '/test/embed/hostile/merged.js')
        return { body: `import('./nowhere/shared.js').catch(() => undefined);`, type: 'js' };
      return undefined;
    },
  };
}
