import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const allRooms = [
  'words',
  'api',
  'highlight',
  'siteSearch',
  'pageFiles',
  'request',
  'snippets',
  'client',
  'verify',
  'mock',
  'cloudindex',
  'plugin',
  'components',
  'theme',
  'pages',
];

/** A room of src/ may import itself, the words said to readers, and the rooms named here; the core knows neither React nor Docusaurus. */
function room(name, mayImport, options) {
  return restricted(`src/${name}`, patternsOf(name, mayImport, options));
}

/** A room within another: of its siblings it may import itself and those named here. */
function innerRoom(parent, siblings, name, mayImport) {
  const forbidden = siblings.filter(other => other !== name && !mayImport.includes(other));
  const patterns = forbidden.map(other => ({
    group: [`**/../${other}/**`, `**/../${other}`],
    message: `${parent.folder}/${name} may import of ${parent.folder} only: ${[name, ...mayImport].join(', ')}.`,
  }));
  return restricted(`src/${parent.folder}/${name}`, [...patternsOf(...parent.room), ...patterns]);
}

/** Rooms within one, in an order in which each may import those it names: the direction that values travel. */
function innerRooms(parent, rooms) {
  const siblings = Object.keys(rooms);
  return Object.entries(rooms).map(([name, mayImport]) => innerRoom(parent, siblings, name, mayImport));
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
      group: ['**/api/document/load'],
      message: 'The loader is for the build: it would weigh on every page.',
    });
  }
  return patterns;
}

const roomsOfComponents = [
  'components',
  ['api', 'highlight', 'siteSearch', 'pageFiles', 'request', 'snippets', 'client', 'mock', 'theme'],
  {pure: false},
];

const api = {folder: 'api', room: ['api', [], {pure: true}]};
const request = {folder: 'request', room: ['request', ['api'], {pure: true}]};
const verify = {folder: 'verify', room: ['verify', ['api', 'request', 'snippets', 'client'], {pure: true}]};
const playground = {folder: 'components/Playground', room: roomsOfComponents};

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
  room(...api.room),
  ...innerRooms(api, {schema: [], document: ['schema'], changes: ['schema']}),
  room('highlight', ['api'], {pure: true}),
  room('siteSearch', [], {pure: true}),
  room('pageFiles', [], {pure: true}),
  room(...request.room),
  ...innerRooms(request, {
    json: [],
    wire: ['json'],
    examples: ['json', 'wire'],
    secrets: ['json', 'examples'],
    form: ['json', 'wire', 'examples', 'secrets'],
    back: ['json', 'examples'],
    share: ['secrets'],
  }),
  room('snippets', ['api', 'request'], {pure: true}),
  room('client', ['api', 'request'], {pure: true}),
  room(...verify.room),
  ...innerRooms(verify, {
    plan: [],
    judge: ['plan'],
    run: ['plan', 'judge'],
    traffic: ['judge'],
    report: ['plan', 'judge', 'run'],
    http: [],
    samples: ['plan', 'judge', 'run'],
    recipes: ['plan', 'judge', 'run', 'traffic', 'samples'],
    cli: ['plan', 'judge', 'run', 'traffic', 'report', 'http', 'samples', 'recipes'],
  }),
  room('mock', ['api'], {pure: true}),
  room('cloudindex', ['api', 'mock'], {pure: true}),
  room('plugin', ['api', 'highlight', 'siteSearch', 'pageFiles', 'request', 'snippets', 'mock'], {
    pure: false,
  }),
  room(...roomsOfComponents),
  ...innerRooms(playground, {
    fields: [],
    form: ['fields'],
    server: ['fields'],
    credentials: ['fields'],
    code: ['server', 'credentials'],
    sharing: ['server'],
    exchange: ['fields', 'server', 'sharing'],
  }),
);
