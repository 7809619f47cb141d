const LIT = 'lit/decorators.js';
const OURS = `\0${LIT}`;
const HELPER = 'function decorate([decorator], prototype, name) { decorator(prototype, name); }';

/**
 * Lit's `@property()` and `@state()`, and the compiler's helper for decorators, for the one way in which they are used here: one to a
 * plain field. What else they can do, standard decorators and accessors, is half a kilobyte of every page; a source that uses it fails
 * the build.
 */
export function shortDecorators() {
  return {
    name: 'short-decorators',
    enforce: 'pre',
    resolveId: (id) => (id === LIT ? OURS : undefined),
    load(id) {
      if (id === OURS)
        return `export const property = (options) => (prototype, name) => prototype.constructor.createProperty(name, options);
export const state = () => property({ state: true, attribute: false });`;
      return undefined;
    },
    transform(code, id) {
      if (/runtime.*\/helpers\/(esm\/)?decorate\.js$/.test(id))
        return { code: `${HELPER}\nexport { decorate as default, decorate };`, map: null };
      if (!/\/components\/src\/.*\.ts$/.test(id)) return;
      const [, names] = /import \{([^}]*)\} from 'lit\/decorators\.js'/.exec(code) ?? [];
      const other = names?.split(',').find((name) => !['property', 'state', ''].includes(name.trim()));
      const unusual =
        /@(?:property|state)\([^()]*\)\s+(?:@|(?:[a-z]+ )*(?:accessor|get|set) \w)|@state\([^)]/.exec(
          code,
        )?.[0];
      const found = other ?? unusual;
      if (found)
        throw new Error(`${id}: ${found.trim()} needs more of Lit's decorators than the build keeps.`);
    },
  };
}
