import type {Compiler, WebpackPluginInstance} from 'webpack';

import {readDocument, type DocumentOptions} from './document';

/**
 * Shows what is wrong with the OpenAPI document where a development server shows every build error: in the terminal and
 * over the page. The compilation depends on the document's files, so it runs again as soon as one is mended.
 */
export function reportBrokenDocument(
  options: DocumentOptions,
  files: readonly string[],
): WebpackPluginInstance {
  return {
    apply(compiler: Compiler) {
      compiler.hooks.make.tapPromise('OpenApiDocument', async compilation => {
        compilation.fileDependencies.addAll(files);
        const state = await readDocument(options);
        if (state.type === 'broken') {
          compilation.errors.push(new compiler.webpack.WebpackError(state.error.message));
        }
      });
    },
  };
}
