const TARGET = /\s(?:href|src|action|formaction)=["']?$/;
const GUARD = 'safeHref';

const isGuarded = (node) => node.type === 'CallExpression' && node.callee.name === GUARD;

/** Whether a name stands for what `safeHref` gave back, and for nothing else. */
function isGuardedName(node, context) {
  if (node.type !== 'Identifier') return false;
  let scope = context.sourceCode.getScope(node);
  while (scope && !scope.set.has(node.name)) scope = scope.upper;
  const [definition, ...others] = scope?.set.get(node.name)?.defs ?? [];
  return (
    others.length === 0 &&
    definition?.type === 'Variable' &&
    definition.parent.kind === 'const' &&
    definition.node.init !== null &&
    definition.node.id.type === 'Identifier' &&
    isGuarded(definition.node.init)
  );
}

/** Lint: what a template puts into `href`, `src` or `action` has passed `safeHref`. */
export const safeLinks = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unsafe: 'Pass the address through safeHref: a hub’s text may hold any, `javascript:` too.' },
  },
  create: (context) => ({
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] > TemplateLiteral'({ quasis, expressions }) {
      expressions.forEach((expression, index) => {
        // What is offered to be saved is a file that the page itself has made.
        const isOwnFile = /^["']?\s+download/.test(quasis[index + 1].value.raw);
        if (isOwnFile || !TARGET.test(quasis[index].value.raw)) return;
        const values =
          expression.type === 'LogicalExpression' && expression.right.name === 'nothing'
            ? [expression.left]
            : [expression];
        for (const value of values)
          if (!isGuarded(value) && !isGuardedName(value, context))
            context.report({ node: value, messageId: 'unsafe' });
      });
    },
  }),
};
