import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/run.mjs';

/** What somebody who imports a package reads above each name in their editor. */
describe.each(['sdk', 'components', 'intake', 'desk'])('@maths-hubs/%s', (name) => {
  const folder = join(root, 'packages', name);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entries = Object.values(exports)
    .map((entry) => (typeof entry === 'string' ? undefined : entry.types))
    // The frameworks' types of the tags are made from the manifest, and documented there.
    .filter((types) => types !== undefined && !types.includes('*') && !types.includes('/dist/types/'))
    .map((types) => join(folder, types));

  it('says of every name that it exports what it is', () => {
    expect(entries.filter((entry) => !existsSync(entry))).toEqual([]);
    const program = ts.createProgram(entries, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      skipLibCheck: true,
    });
    const checker = program.getTypeChecker();
    const exported = new Set(
      entries
        .flatMap((entry) => {
          const source = program.getSourceFile(entry);
          const module = source && checker.getSymbolAtLocation(source);
          return module ? checker.getExportsOfModule(module) : [];
        })
        .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
        .filter((symbol) => symbol.declarations?.[0]?.getSourceFile().fileName.startsWith(`${folder}/`)),
    );
    expect(exported.size).toBeGreaterThan(5);
    const silent = [...exported].filter(
      (symbol) =>
        symbol.getDocumentationComment(checker).length === 0 && symbol.getJsDocTags(checker).length === 0,
    );
    expect(silent.map((symbol) => symbol.name)).toEqual([]);
  });
});
