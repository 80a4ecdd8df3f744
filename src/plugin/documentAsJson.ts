import {basename, extname, join, resolve} from 'node:path';
import type {LoadContext, Plugin, PluginModule} from '@docusaurus/types';
import {posixPath} from '@docusaurus/utils';
// Adds `devServer` to the type of a configuration.
import type {} from 'webpack-dev-server';

import {withDigits} from '../api/digits';
import {writeBuiltFile} from './builtPages';
import {readDocument, type DocumentOptions} from './document';
import {replaceStaticFiles} from './staticDocument';

const NAME = 'document-as-json';

/**
 * Offers the OpenAPI document as JSON too, beside the YAML that is written by hand: a file of the build, and of the
 * development server. What the document refers to in other files is in it. Where something internal is left out, a build has
 * no other copy either.
 */
export default function documentAsJsonPlugin(options: DocumentOptions): PluginModule {
  return context => createPlugin(context, options);
}

function createPlugin(context: LoadContext, options: DocumentOptions): Plugin {
  const {siteDir, baseUrl, generatedFilesDir} = context;
  const document = resolve(siteDir, options.document);
  const file = `${basename(document, extname(document))}.json`;

  /** Undefined while the document is broken; the plugin of the pages says how. */
  async function json(): Promise<string | undefined> {
    const state = await readDocument({...options, document});
    return state.type === 'loaded'
      ? `${withDigits(state.loaded, JSON.stringify(state.loaded.document, null, 2))}\n`
      : undefined;
  }

  return {
    name: NAME,

    async contentLoaded({actions}) {
      const content = await json();
      if (content !== undefined) {
        await actions.createData(file, content);
      }
    },

    async postBuild({outDir}) {
      const content = await json();
      if (content !== undefined) {
        await writeBuiltFile({outDir, baseUrl}, `${baseUrl}${file}`, content);
      }
      const state = await readDocument({...options, document});
      if (state.type === 'loaded') {
        await replaceStaticFiles(state.loaded, document, staticFolders(context), outDir);
      }
    },

    getPathsToWatch: () => [posixPath(document)],

    configureWebpack: () => ({
      devServer: {static: [{directory: join(generatedFilesDir, NAME, 'default'), publicPath: baseUrl}]},
    }),
  };
}

function staticFolders({siteDir, siteConfig}: LoadContext): readonly string[] {
  return siteConfig.staticDirectories.map(folder => resolve(siteDir, folder));
}
