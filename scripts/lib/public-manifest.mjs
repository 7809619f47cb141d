/**
 * Keeps the custom-elements manifest to what an integrator may use, and fails it where a widget lacks what an
 * integrator needs: a summary, and a type and text for every event.
 */
export function publicManifest() {
  return {
    name: 'public-manifest',
    /** What an attribute is called where no code is read, and what it does: `@label` and `@help` of its doc comment. */
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.getText());
      for (const member of node.members) {
        const documented = declaration?.members?.find(({ name }) => name === member.name?.getText());
        if (!documented) continue;
        for (const { tagName, comment } of ts.getJSDocTags(member))
          if (['label', 'help'].includes(tagName.getText()))
            documented[tagName.getText()] = ts.getTextOfJSDocComment(comment);
      }
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      const faults = manifest.modules.flatMap(({ path, declarations = [] }) =>
        declarations
          .filter(({ customElement }) => customElement && !path.includes('/foundation/'))
          .flatMap((element) => faultsOf(element).map((fault) => `${path}: ${fault}`)),
      );
      if (faults.length > 0)
        throw new Error(`The custom-elements manifest is incomplete:\n${faults.join('\n')}`);
      for (const file of manifest.modules) {
        const kept = (file.declarations ?? []).filter((each) => isWidget(each) || isEvent(each));
        const names = new Set(kept.map(({ name }) => name));
        file.declarations = kept.map(publicPart);
        file.exports = (file.exports ?? []).filter(
          ({ kind, declaration }) => kind === 'custom-element-definition' || names.has(declaration.name),
        );
      }
      manifest.modules = manifest.modules.filter(
        ({ declarations, exports }) => declarations.length + exports.length > 0,
      );
    },
  };
}

/** The class of a tag; one that only other classes extend is not. */
const isWidget = ({ customElement, tagName }) => Boolean(customElement && tagName);
const isEvent = ({ kind, superclass }) => kind === 'class' && superclass?.name === 'MhEvent';

function faultsOf(element) {
  const documented = (element.events ?? []).filter(({ name }) => name?.startsWith('mh-'));
  const types = new Set(documented.map(({ type }) => type?.text));
  const faults = [];
  if (!element.tagName) faults.push(`${element.name} has no @tag.`);
  if (!element.summary) faults.push(`${element.name} has no @summary.`);
  // The analyzer takes the first argument of a dispatched event for its name: such entries only give the type.
  for (const { type } of element.events ?? [])
    if (!types.has(type?.text))
      faults.push(`${element.name} dispatches ${type?.text}; add "@fires {${type?.text}} mh-… - text".`);
  for (const { name, type, description } of documented)
    if (!type?.text || !description) faults.push(`${name} needs "@fires {Type} ${name} - text".`);
  for (const field of (element.members ?? []).filter(({ attribute }) => attribute))
    if (!field.description) faults.push(`${element.name}.${field.name} has no description.`);
  return faults;
}

/** A class without its private and protected members; of its events those that it documents. */
function publicPart({ members = [], events, attributes, ...element }) {
  const wordsOf = ({ fieldName }) => {
    const { label, help } = members.find(({ name }) => name === fieldName) ?? {};
    return label && help ? { label, help } : {};
  };
  return {
    ...element,
    ...(attributes && { attributes: attributes.map((each) => ({ ...each, ...wordsOf(each) })) }),
    members: members
      .filter(({ privacy }) => privacy === undefined || privacy === 'public')
      .map(({ label: _label, help: _help, ...member }) => member),
    ...(events && { events: events.filter(({ name }) => name?.startsWith('mh-')) }),
  };
}
