const using = (framework) =>
  `/** Types of every \`<mh-…>\` tag in ${framework}: import this once, or name it in \`types\` of tsconfig.json. */`;

const listed = (tags, indent) => tags.map((tag) => `${indent}'${tag}': Tag<'${tag}'>;`).join('\n');

/** The type files of each framework, by name; what they share stands in `elements.d.ts`. */
export const frameworkTypes = (tags) => ({
  react: `${using('React 19')}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Handlers, MhElements } from './elements.js';

type Tag<T extends keyof MhElements> = MhElements[T]['props'] &
  Handlers<T> &
  Omit<
    DetailedHTMLProps<HTMLAttributes<MhElements[T]['element']>, MhElements[T]['element']>,
    keyof MhElements[T]['props']
  >;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${listed(tags, '      ')}
    }
  }
}
`,
  preact: `${using('Preact')}
import type { HTMLAttributes } from 'preact';
import type { Handlers, MhElements } from './elements.js';

type Tag<T extends keyof MhElements> = MhElements[T]['props'] &
  Handlers<T> &
  Omit<HTMLAttributes<MhElements[T]['element']>, keyof MhElements[T]['props']>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${listed(tags, '      ')}
    }
  }
}
`,
  vue: `${using('Vue templates')}
import type { HTMLAttributes, PublicProps } from 'vue';
import type { EventsOf, MhElements } from './elements.js';

type Camel<S extends string> = S extends \`\${infer Head}-\${infer Tail}\`
  ? \`\${Head}\${Capitalize<Camel<Tail>>}\`
  : S;

/** \`@mh-phase-toggle\` in a template is the property \`onMhPhaseToggle\`. */
type Listeners<T extends keyof MhElements> = {
  [E in keyof EventsOf<T> & string as \`on\${Capitalize<Camel<E>>}\`]?: (event: EventsOf<T>[E]) => void;
};

type Tag<T extends keyof MhElements> = new () => {
  $props: MhElements[T]['props'] &
    Listeners<T> &
    Omit<HTMLAttributes, keyof MhElements[T]['props']> &
    PublicProps;
};

declare module 'vue' {
  interface GlobalComponents {
${listed(tags, '    ')}
  }
}
`,
  svelte: `${using('Svelte 5')}
import type { HTMLAttributes } from 'svelte/elements';
import type { Handlers, MhElements } from './elements.js';

type Tag<T extends keyof MhElements> = MhElements[T]['props'] &
  Handlers<T> &
  Omit<HTMLAttributes<MhElements[T]['element']>, keyof MhElements[T]['props']>;

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
${listed(tags, '    ')}
  }
}
`,
});
