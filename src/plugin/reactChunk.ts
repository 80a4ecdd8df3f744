import type {Plugin} from '@docusaurus/types';

/**
 * Gives React a file of its own. A browser fetches it beside the rest, compiles the two in separate tasks, and keeps it
 * from one release of the site to the next.
 */
export default function reactChunkPlugin(): Plugin {
  return {
    name: 'react-chunk',

    configureWebpack(_config, isServer) {
      return isServer ? {} : {optimization: {splitChunks: {cacheGroups: {react}}}};
    },
  };
}

const react = {
  name: 'react',
  test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
  chunks: 'initial',
  enforce: true,
  priority: 50,
} as const;
