import {simpleHash} from '@docusaurus/utils';
import type {Plugin} from '@docusaurus/types';

/**
 * Cuts the JavaScript that pages share where a browser gains by it: to start, Docusaurus has each page load one large file
 * and then about ten small ones. Says also how long a part may take to come.
 */
export default function sharedChunksPlugin(): Plugin {
  return {
    name: 'shared-chunks',

    configureWebpack(_config, isServer) {
      return isServer
        ? {}
        : {
            resolve: {alias: {'jsonc-parser$': leanJsonc}},
            module: {
              rules: [
                {test: leanJsonc, sideEffects: false},
                {
                  test: /jsonc-parser.lib.esm.impl.scanner\.js$/,
                  loader: require.resolve('./withoutCharacterCodes.mjs'),
                },
              ],
            },
            output: {chunkLoadTimeout: LONGEST_LOAD_MS},
            optimization: {splitChunks: {cacheGroups: {react, docs}}},
          };
    },
  };
}

const leanJsonc = require.resolve('./leanJsonc.mjs');

/** A part that hangs for longer is told as one that did not load; the bundler waits for two minutes. */
const LONGEST_LOAD_MS = 30_000;

/** Fetched beside the rest, compiled in a task of its own, and kept from one release of the site to the next. */
const react = {
  name: 'react',
  test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
  chunks: 'initial',
  enforce: true,
  priority: 45,
} as const;

/** What surrounds the content of every page of the docs; Docusaurus names the chunk of a component by a hash. */
const docsChunks = new Set(
  ['@theme/DocsRoot', '@theme/DocVersionRoot', '@theme/DocRoot', '@theme/DocItem'].map(module =>
    simpleHash(module, 8),
  ),
);

const docs = {
  name: 'docs',
  chunks: ({name}: {readonly name?: string | null | undefined}) => docsChunks.has(name ?? ''),
  enforce: true,
  // Above Docusaurus' own group for what pages share, and below the one that gathers all CSS.
  priority: 45,
} as const;
