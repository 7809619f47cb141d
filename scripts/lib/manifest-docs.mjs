/** Fails the manifest where a widget lacks what an integrator needs: a summary, and a type and text for every event. */
export function requireDocs() {
  return {
    name: 'require-docs',
    packageLinkPhase({ customElementsManifest }) {
      const faults = [];
      for (const { path, declarations = [] } of customElementsManifest.modules)
        for (const element of declarations.filter((item) => item.customElement)) {
          if (['MhElement', 'YearWidget'].includes(element.name)) continue;
          if (!element.summary) faults.push(`${path}: ${element.name} has no @summary.`);
          const documented = (element.events ?? []).filter(({ name }) => name?.startsWith('mh-'));
          const types = new Set(documented.map(({ type }) => type?.text));
          // The analyzer takes the first argument of a dispatched event for its name: such entries only tell the type.
          for (const { type } of element.events ?? [])
            if (!types.has(type?.text))
              faults.push(
                `${path}: ${element.name} dispatches ${type?.text}; add "@fires {${type?.text}} mh-… - text".`,
              );
          for (const { name, type, description } of documented)
            if (!type?.text || !description)
              faults.push(`${path}: ${name} needs "@fires {Type} ${name} - text".`);
          if (element.events) element.events = documented;
          if (!element.tagName) faults.push(`${path}: ${element.name} has no @tag.`);
          for (const field of (element.members ?? []).filter((member) => member.attribute))
            if (!field.description) faults.push(`${path}: ${element.name}.${field.name} has no description.`);
        }
      if (faults.length > 0)
        throw new Error(`The custom-elements manifest is incomplete:\n${faults.join('\n')}`);
    },
  };
}
