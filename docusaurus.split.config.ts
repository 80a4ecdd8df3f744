import config from './docusaurus.config';
export default {...config, plugins: [...config.plugins!, () => ({name: 'split', configureWebpack: (_c: unknown, isServer: boolean) => isServer ? {} : ({optimization: {splitChunks: {cacheGroups: {react: {test: /node_modules[\\/](react-dom|scheduler|react)[\\/]/, name: 'react', chunks: 'initial', priority: 50, enforce: true}}}}})})]};
