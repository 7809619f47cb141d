type Versioned = CustomElementConstructor & { readonly version: string };

/**
 * Registers an element once. A second copy of the same version is silent;
 * another version leaves the first in place and says so in the console.
 */
export function define(
  tag: string,
  element: Versioned,
  registry: CustomElementRegistry = customElements,
): void {
  // A page sent as XML reads our templates as XML, and fails at the first of them.
  if (globalThis.document?.contentType.endsWith('xml')) throw new Error('Not text/html');
  const present = registry.get(tag) as Versioned | undefined;
  if (present === undefined) registry.define(tag, element);
  else if (present.version !== element.version)
    console.warn(`<${tag}>: Maths Hubs ${present.version} runs, not ${element.version}. Load one.`);
}
