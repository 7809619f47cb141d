/** What Lit says to a programmer who hands its `css` something else, by what is left of it. The compiler says it before any page could. */
const MESSAGES = [
  ['CSSResult is not constructable. Use `unsafeCSS` or `css` instead.', 'css'],
  ["Value passed to 'css' function must be a 'css' function result: ", 'css: '],
  [". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.", ''],
];

/** Leaves out of every page what only a programmer could be told. Another text in a later Lit fails the build. */
export function shortMessages() {
  return {
    name: 'short-messages',
    transform(code, id) {
      if (!/\/@lit\/reactive-element\/(development\/)?css-tag\.js$/.test(id)) return undefined;
      for (const [long, short] of MESSAGES) {
        if (!code.includes(long)) throw new Error(`${id} no longer says “${long}”.`);
        code = code.replace(long, short);
      }
      return { code, map: null };
    },
  };
}
