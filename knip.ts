import type {KnipConfig} from 'knip';

/** Whether everything is used: `npm run lint` fails for a file, an export or a package that nothing needs. */
const config: KnipConfig = {
  entry: [
    'docusaurus.config.ts',
    'sidebars.ts',
    'docs/**/*.mdx',
    // Docusaurus finds these by their place or by a path, webpack its loaders and what they import.
    'src/pages/**/*.tsx',
    'src/css/custom.css',
    'src/theme/**/{index,MDXComponents}.tsx',
    'src/plugin/{calmPrefetch,setWords,wellFormedAddress}.ts',
    'src/plugin/**/*.mjs',
    'src/components/GeneratedPage/{createPage,pageRoutes}.tsx',
    'src/components/ReferencePart/partsOf.ts',
    'src/components/Code/highlighter.server.ts',
    // Code that the build writes imports it.
    'src/plugin/dataFiles.ts',
    // Compiled by `start.mjs`, with the rules that are named to it, and by `mockFile.ts`.
    'src/mock/node/{cli,faults,oneFile}.ts',
    'scripts/languages/*.ts',
    'tests/bench/**/*.{ts,mjs}',
    // Started by `runSample.ts`.
    'tests/samples/support/runNode.mjs',
  ],
  project: [
    'src/**/*.{ts,tsx,mjs,css}',
    'docs/**/*.mdx',
    'scripts/**/*.ts',
    'tests/**/*.{ts,mjs}',
    '*.{ts,mts}',
  ],
  // A type in the signature of a function that others call is as public as the function.
  ignoreExportsUsedInFile: {interface: true, type: true},
  // It runs the functions of our plugins, without the context that Docusaurus gives them.
  docusaurus: false,
  compilers: {
    css: text =>
      [...text.matchAll(/url\('~([^']+)'\)|(?:from|@import) '([^']+)'/g)]
        .map(([, font, sheet]) => `import '${font ?? sheet}';`)
        .join('\n'),
  },
  ignoreDependencies: [
    // Names that Docusaurus gives to its own modules and to what it generates.
    /^@docusaurus\/(?:Head|Link|Translate|router|use\w+)$/,
    /^@(?:generated|theme|theme-original)\//,
    // What Docusaurus brings in the version that it runs.
    '@docusaurus/theme-classic',
    'webpack',
    'webpack-dev-server',
    // Imported by a path that is put together.
    'prismjs',
    // Read as files.
    '@readme/oas-examples',
    'axe-core',
  ],
  ignoreIssues: {
    // What it compares with, it installs beside.
    'tests/bench/snippets/**': ['unlisted'],
  },
};

export default config;
