import { readFile } from 'node:fs/promises';
import { Application } from 'typedoc';

/** The reference of every public function and type of the SDK, from its doc comments. */
export async function apiReference(root, out) {
  const { exports } = JSON.parse(await readFile(`${root}packages/sdk/package.json`, 'utf8'));
  const entryPoints = Object.entries(exports)
    .filter(([name, { types } = {}]) => name !== '.' && types)
    .map(
      ([, { types }]) => `${root}packages/sdk/${types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts')}`,
    );
  const app = await Application.bootstrap({
    name: '@maths-hubs/sdk',
    entryPoints: [...new Set(entryPoints)],
    tsconfig: `${root}packages/sdk/tsconfig.json`,
    readme: 'none',
    skipErrorChecking: true,
    disableSources: true,
    githubPages: false,
    hideGenerator: true,
    logLevel: 'Error',
    blockTags: ['@param', '@returns', '@throws', '@example', '@source', '@summary'],
  });
  const project = await app.convert();
  if (!project) throw new Error('The API reference could not be made.');
  await app.generateDocs(project, out);
}
