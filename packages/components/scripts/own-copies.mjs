import { readFile } from 'node:fs/promises';

const COPY_OF = '?of=';

/** What a widget has a copy of: small parts, whichever uses one; of greater rooms, what one widget uses and others need only later. */
const COPIED = [
  {
    files:
      /\/components\/src\/foundation\/(announcer|controls|exchange|facts-controller|frame-forms|icons|late-styles|pounds|step-history)\.(styles\.)?ts$/,
  },
  {
    files:
      /\/foundation\/edition\/(day-text|firmness-lines|phase-(change-event|in|picker)|print(-event)?|term-(strings|text)|where-to-apply)\.ts$/,
  },
  {
    files:
      /\/node_modules\/lit(-html)?\/(development\/)?((async-)?directive|directive-helpers|directives\/[a-z-]+)\.js$/,
  },
  { files: /\/sdk\/dist\/(commitments|funding)\/[a-z-]+\.js$/ },
  {
    files:
      /\/sdk\/dist\/(programme\/(index|guide-specialists|guide-words|recruitment|specialist-path|term-labels)|eligibility\/(index|(say-)?firmness))\.js$/,
  },
  { files: /\/sdk\/dist\/(applications|typed)\/(?!school-year)[a-z-]+\.js$/, by: 'apply-form' },
  {
    files: /\/sdk\/dist\/(rules\/[a-z-]+|eligibility\/[a-z-]+|programme\/school-facts|schools\/index)\.js$/,
    by: 'specialist-path',
  },
];

/** What changes while the page lives, at the top of a module: a second copy would hold its own. What is kept by its key may be. */
const KEPT = /^(?:export )?(let \w+|(?:const|var) \w+(?:: [^=]+)? = new (?:Map|Set)(?:<[^=]*>)?\(\))/m;

const sourceOf = (id) => id.split('?')[0];
/** The widget whose folder a file is in, or whose copy it is. */
const ownerOf = (id) =>
  id.split(COPY_OF)[1] ??
  /\/components\/src\/(?!foundation|embed)([a-z-]+)\/[^/]+\.ts$/.exec(sourceOf(id))?.[1];

/**
 * Lets all that a widget is drawn with be four files: those that all share, its own, and its data. A part that some widgets use would be
 * a fifth, so each has its own copy: the same few bytes twice, where a page has two of them.
 */
export function ownCopies() {
  return {
    name: 'own-copies',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const owner = importer && ownerOf(importer);
      if (!owner) return undefined;
      const found = await this.resolve(source, sourceOf(importer), { ...options, skipSelf: true });
      if (!found || found.external) return found;
      const isCopied = COPIED.some(({ files, by = owner }) => by === owner && files.test(found.id));
      return isCopied ? { ...found, id: `${found.id}${COPY_OF}${owner}` } : found;
    },
    async load(id) {
      if (!id.includes(COPY_OF)) return undefined;
      const code = await readFile(sourceOf(id), 'utf8');
      const [, kept] = KEPT.exec(code) ?? [];
      if (kept)
        throw new Error(
          `${sourceOf(id)}: each widget has its own copy, and would have its own “${kept}”. Keep it on the page by a Symbol.for, or take the file out of COPIED.`,
        );
      return code;
    },
  };
}
