import {join, resolve} from 'node:path';
import type {LoadContext, Plugin, PluginModule} from '@docusaurus/types';
import {posixPath} from '@docusaurus/utils';
import {build} from 'esbuild';
// Adds `devServer` to the type of a configuration.
import type {} from 'webpack-dev-server';

import type {Api} from '../api/operation';
import {writeBuiltFile} from './builtPages';
import {readDocument, type DocumentOptions} from './document';
import {apiData} from './operationData';

const NAME = 'mock-file';
const FILE = 'mock.mjs';

export interface MockFileOptions extends DocumentOptions {
  /** A module, from the site's folder, whose default export are hand-written rules for the mock; none by default. */
  readonly mockRules?: string;
}

export interface MockProgram {
  readonly api: Api;
  /** The file of the rules. */
  readonly rules: string | undefined;
  /** Where the site is: its pages may use the mock. */
  readonly origin: string;
}

/** The mock of an API as the text of one file, which Node runs with nothing beside it. */
export async function mockProgram({api, rules, origin}: MockProgram): Promise<string> {
  const {outputFiles} = await build({
    stdin: {
      contents: [
        `import {runOneFile} from ${JSON.stringify(resolve(__dirname, '../mock/node/oneFile.ts'))};`,
        rules === undefined ? 'const rules = undefined;' : `import rules from ${JSON.stringify(rules)};`,
        // JSON.parse reads what could not stand in code, such as a member `__proto__`.
        `const api = JSON.parse(${JSON.stringify(apiData(api))});`,
        `runOneFile({api, rules, file: '${FILE}', origin: ${JSON.stringify(origin)}});`,
      ].join('\n'),
      resolveDir: __dirname,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outputFiles.map(({text}) => text).join('');
}

/** Offers the mock for download, `mock.mjs`, so that nobody needs the source of the site to run it. */
export default function mockFilePlugin(options: MockFileOptions): PluginModule {
  return context => createPlugin(context, options);
}

function createPlugin(
  {siteDir, siteConfig, baseUrl, generatedFilesDir}: LoadContext,
  options: MockFileOptions,
): Plugin {
  const document = resolve(siteDir, options.document);

  /** Undefined while the document is broken; the plugin of the pages says how. */
  async function program(): Promise<string | undefined> {
    const state = await readDocument({...options, document});
    const rules = options.mockRules && resolve(siteDir, options.mockRules);
    return state.type === 'loaded'
      ? mockProgram({api: state.loaded.api, rules, origin: new URL(siteConfig.url).origin})
      : undefined;
  }

  return {
    name: NAME,

    async contentLoaded({actions}) {
      const text = process.env['NODE_ENV'] === 'production' ? undefined : await program();
      if (text !== undefined) {
        await actions.createData(FILE, text);
      }
    },

    async postBuild({outDir}) {
      const text = await program();
      if (text !== undefined) {
        await writeBuiltFile({outDir, baseUrl}, `${baseUrl}${FILE}`, text);
      }
    },

    getPathsToWatch: () => [posixPath(document)],

    configureWebpack: () => ({
      devServer: {static: [{directory: join(generatedFilesDir, NAME, 'default'), publicPath: baseUrl}]},
    }),
  };
}
