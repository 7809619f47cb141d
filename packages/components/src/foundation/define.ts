import { VERSION } from './version.js';

type Versioned = CustomElementConstructor & { readonly version?: string };

/**
 * Registers an element once. A second copy of the same version is silent;
 * another version leaves the first in place and says so in the console.
 */
export function define(
  tag: string,
  element: Versioned,
  registry: CustomElementRegistry = customElements,
): void {
  const present: Versioned | undefined = registry.get(tag);
  if (present === undefined) registry.define(tag, element);
  else if (present !== element && present.version !== element.version) {
    console.warn(
      `<${tag}> is already registered by version ${present.version ?? 'unknown'} of Maths Hubs components; ` +
        `version ${element.version ?? VERSION} was not registered. Load one version on a page.`,
    );
  }
}
