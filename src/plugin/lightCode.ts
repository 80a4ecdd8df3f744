import type {Plugin} from '@docusaurus/types';

/**
 * Keeps the highlighter out of the JavaScript that every page loads: pages are coloured when they are built
 * (src/components/Code), while Docusaurus' theme has each browser load Prism, with all languages, at its start.
 */
export default function lightCodePlugin(): Plugin {
  const startOfPrism = require
    .resolve('@docusaurus/theme-classic/lib/prism-include-languages.js')
    .replace(/\.js$/, '');
  return {
    name: 'light-code',

    configureWebpack(_config, isServer) {
      return {
        mergeStrategy: {'resolve.extensions': 'prepend'},
        // `highlighter.server.ts` stands in for `highlighter.ts` where pages are rendered.
        resolve: isServer ? {extensions: ['.server.ts']} : {alias: {[startOfPrism]: false}},
      };
    },
  };
}
