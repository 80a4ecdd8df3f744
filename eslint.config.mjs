import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const allRooms = [
  'words',
  'api',
  'siteSearch',
  'pageFiles',
  'request',
  'snippets',
  'client',
  'mock',
  'plugin',
  'components',
  'theme',
  'pages',
];

/** A room of src/ may import itself, the words said to readers, and the rooms named here; the core knows neither React nor Docusaurus. */
function room(name, mayImport, options) {
  return restricted(`src/${name}`, patternsOf(name, mayImport, options));
}

/** A room of the playground may import, of its rooms, itself and those named here. */
function playgroundRoom(name, mayImport) {
  const forbidden = playgroundRooms.filter(other => other !== name && !mayImport.includes(other));
  const patterns = forbidden.map(other => ({
    group: [`**/../${other}/**`, `**/../${other}`],
    message: `Playground/${name} may import of the playground only: ${[name, ...mayImport].join(', ')}.`,
  }));
  return restricted(`src/components/Playground/${name}`, [...patternsOf(...roomsOfComponents), ...patterns]);
}

function restricted(folder, patterns) {
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: {'no-restricted-imports': ['error', {patterns}]},
  };
}

function patternsOf(name, mayImport, {pure}) {
  const allowed = [...new Set([name, 'words', ...mayImport])];
  const forbidden = allRooms.filter(other => !allowed.includes(other));
  const patterns = [
    {
      group: forbidden.flatMap(other => [`**/../${other}/**`, `**/../${other}`, `@site/src/${other}/**`]),
      message: `src/${name} may import only: ${allowed.join(', ')}.`,
    },
  ];
  if (pure) {
    patterns.push({
      group: ['react', 'react-dom', 'react/*', '@docusaurus/*', '@theme/*', '@generated/*'],
      message: `src/${name} runs in Node without React or Docusaurus.`,
    });
  }
  if (name === 'components') {
    patterns.push({
      group: ['**/api/load'],
      message: 'The loader is for the build: it would weigh on every page.',
    });
  }
  return patterns;
}

const roomsOfComponents = [
  'components',
  ['api', 'siteSearch', 'pageFiles', 'request', 'snippets', 'client', 'mock', 'theme'],
  {pure: false},
];

const playgroundRooms = ['fields', 'form', 'server', 'credentials', 'code', 'exchange', 'sharing'];

const throwing = ['decodeURIComponent', 'decodeURI'].map(name => ({
  name,
  message: 'It throws at what is no UTF-8, such as %E0: take percentDecoded of src/api/percentDecoding.ts.',
}));

/** Words that readers see go through `translate` or `<Translate>`, so that they can be said in another language. */
const word = '/[A-Za-z]{2}/';
const phrase = '/^[A-Za-z][a-z]+( [A-Za-z]|[.:…]?$)/';
const spoken = '[openingElement.name.name=/^(Translate|code|kbd)$/]';
const untranslated = [
  `JSXElement:not(${spoken}) > JSXText[value=${word}]`,
  `JSXFragment > JSXText[value=${word}]`,
  `JSXElement:not(${spoken}) > JSXExpressionContainer > Literal[value=${word}]`,
  `JSXElement > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=${phrase}]`,
  `JSXAttribute[name.name=/^(aria-label|aria-description|alt|label|placeholder|title|what)$/] > Literal[value=${phrase}]`,
].map(selector => ({selector, message: 'Readers see this: say it by translate or <Translate>.'}));

export default tseslint.config(
  {
    ignores: [
      '.cache/',
      'build',
      '.docusaurus',
      'node_modules',
      'test-results',
      'playwright-report',
      'tests/fixtures',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {files: ['docs/recipes/**/*.mjs'], languageOptions: {globals: globals.node}},
  {
    files: ['**/*.{ts,tsx}'],
    plugins: {'react-hooks': reactHooks},
    languageOptions: {globals: {...globals.browser, ...globals.node}},
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: {attributes: false}}],
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true}],
      // Control characters are what quoting and header checks are about.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', {null: 'ignore'}],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
  },
  {files: ['scripts/**', 'tests/**', '*.{ts,mjs}'], languageOptions: {globals: globals.node}},
  {
    files: ['src/{components,pages,theme}/**/*.tsx'],
    rules: {'no-restricted-syntax': ['error', ...untranslated]},
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/api/percentDecoding.ts'],
    rules: {'no-restricted-globals': ['error', ...throwing]},
  },
  room('words', [], {pure: true}),
  room('api', [], {pure: true}),
  room('siteSearch', [], {pure: true}),
  room('pageFiles', [], {pure: true}),
  room('request', ['api'], {pure: true}),
  room('snippets', ['api', 'request'], {pure: true}),
  room('client', ['api', 'request'], {pure: true}),
  room('mock', ['api'], {pure: true}),
  room('plugin', ['api', 'siteSearch', 'pageFiles', 'request', 'snippets'], {pure: false}),
  room(...roomsOfComponents),
  playgroundRoom('fields', []),
  playgroundRoom('form', ['fields']),
  playgroundRoom('server', ['fields']),
  playgroundRoom('credentials', ['fields']),
  playgroundRoom('code', ['server', 'credentials']),
  playgroundRoom('sharing', ['server']),
  playgroundRoom('exchange', ['fields', 'server', 'sharing']),
);
