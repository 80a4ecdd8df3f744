import {resolve} from 'node:path';
import type {PrismTheme} from 'prism-react-renderer';
import type {Config, PluginConfig} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';
import {GlobExcludeDefault} from '@docusaurus/utils';

import {baseUrl, homeOf, i18n} from './locales';
import openApiPlugin from './src/plugin';
import builtPagesPlugin from './src/plugin/builtPages';
import changelogFeedPlugin from './src/plugin/changelogFeed';
import {datedSitemap} from './src/plugin/datedSitemap';
import documentAsJsonPlugin from './src/plugin/documentAsJson';
import {parseFrontMatter} from './src/plugin/frontMatter';
import hostingPlugin from './src/plugin/hosting';
import {grammarsOfSamples} from './src/plugin/languages';
import lightCodePlugin from './src/plugin/lightCode';
import {markdownTwins} from './src/plugin/markdownTwins';
import mockFilePlugin from './src/plugin/mockFile';
import {pictures} from './src/plugin/pictures';
import {openApiRemarkPlugins} from './src/plugin/remark';
import sharedChunksPlugin from './src/plugin/sharedChunks';
import {searchIndex} from './src/plugin/searchIndex';
import robotsPlugin from './src/plugin/robots';
import {openApiSidebar} from './src/plugin/sidebar';

/** Token colours come from src/css/code.css by class, so that one HTML serves light and dark. */
const codeTheme: PrismTheme = {
  plain: {color: 'var(--ci-code-text)', backgroundColor: 'var(--ci-code-bg)'},
  styles: [],
};

/** Where the site is, without its path; a preview stands elsewhere. */
const url = process.env.SITE_URL || 'https://docs.cloudindex.com';
/** Where the pages of the language that is being built begin. */
const home = homeOf(process.env.DOCUSAURUS_CURRENT_LOCALE ?? i18n.defaultLocale);

/** Origins of others, such as `https://img.example.com`, whose pictures the descriptions of the document may show. */
const pictureOrigins: readonly string[] = [];

const openApi = {
  document: resolve(__dirname, 'static/openapi.yaml'),
  url: `${url}${baseUrl}openapi.yaml`,
  pages: 'docs/api',
  mockRules: 'src/cloudindex/mock/rules.ts',
  pictures: pictureOrigins,
  strict: true,
  moreLanguages: ['ruby', 'php'],
};
const beforeDefaultRemarkPlugins = openApiRemarkPlugins(openApi);

/** Without JavaScript nothing can switch tabs: all samples show, each under its label. */
const withoutScript = `
[data-needs-script]{display:none!important}
[data-panels]{max-block-size:none!important}
[data-panels]>*{display:grid!important}
[data-panels]>*::before{content:attr(data-label);padding:.9rem 1rem 0;font-weight:600}`;

/** The document in both of its forms. */
const downloads = ['yaml', 'json'].map(form => ({
  label: `OpenAPI ${form.toUpperCase()}`,
  href: `pathname:///openapi.${form}`,
  target: '_self',
  download: `openapi.${form}`,
}));

/** The changelog, for readers of feeds. */
const feeds = [
  {label: 'RSS', type: 'application/rss+xml', href: `${home}changelog.rss`},
  {label: 'Atom', type: 'application/atom+xml', href: `${home}changelog.atom`},
];

/** Pages that only the browser tests read, such as hand-written samples: a folder, at /fixtures/. */
const {FIXTURE_PAGES} = process.env;

const config: Config = {
  title: 'CloudIndex Docs',
  tagline: 'Index documents. Ask questions.',
  favicon: 'img/favicon.svg',
  headTags: [
    {tagName: 'link', attributes: {rel: 'apple-touch-icon', href: `${home}img/apple-touch-icon.png`}},
    ...feeds.map(({href, label, type}) => ({
      tagName: 'link',
      attributes: {rel: 'alternate', type, title: `Changelog (${label})`, href},
    })),
    {tagName: 'noscript', attributes: {}, innerHTML: `<style>${withoutScript}</style>`},
  ],
  i18n,
  url,
  baseUrl,
  baseUrlIssueBanner: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: {parseFrontMatter, hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'}},
  future: {v4: true, faster: true},
  clientModules: ['./src/plugin/wellFormedAddress.ts', './src/plugin/calmPrefetch.ts'],
  customFields: {localMockUrl: process.env.LOCAL_MOCK_URL ?? 'http://localhost:4010'},
  plugins: [
    openApiPlugin(openApi),
    documentAsJsonPlugin(openApi),
    mockFilePlugin(openApi),
    lightCodePlugin,
    sharedChunksPlugin,
    builtPagesPlugin([
      searchIndex,
      markdownTwins,
      pictures({tokens: 'src/css/tokens.css', logo: 'static/img/logo-dark.svg'}),
    ]),
    changelogFeedPlugin({page: '/changelog', title: 'Changes of the CloudIndex API'}),
    robotsPlugin,
    hostingPlugin({folder: 'deploy', pictures: pictureOrigins}),
    ...(FIXTURE_PAGES
      ? [
          [
            '@docusaurus/plugin-content-docs',
            {id: 'fixtures', path: FIXTURE_PAGES, routeBasePath: 'fixtures', beforeDefaultRemarkPlugins},
          ] satisfies PluginConfig,
        ]
      : []),
  ],
  presets: [
    [
      'classic',
      {
        docs: {
          routeBasePath: '/',
          // For whoever changes the code, and no pages of the site.
          exclude: [...GlobExcludeDefault, 'decisions/**'],
          sidebarPath: './sidebars.ts',
          sidebarItemsGenerator: openApiSidebar(openApi),
          beforeDefaultRemarkPlugins,
        },
        pages: {beforeDefaultRemarkPlugins},
        blog: false,
        sitemap: datedSitemap(openApi),
        theme: {customCss: './src/css/custom.css'},
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: 'CloudIndex',
      logo: {
        alt: '',
        src: 'img/logo.svg',
        srcDark: 'img/logo-dark.svg',
        width: 26,
        height: 26,
      },
      items: [
        {type: 'docSidebar', sidebarId: 'guides', label: 'Guides'},
        {to: '/api', activeBasePath: '/api', label: 'API reference'},
        {type: 'dropdown', label: 'OpenAPI', position: 'right', items: downloads},
        {type: 'localeDropdown', position: 'right'},
      ],
    },
    footer: {
      links: [
        {label: 'Quickstart', to: '/quickstart'},
        {label: 'Authentication', to: '/authentication'},
        {label: 'Errors', to: '/errors'},
        {label: 'API reference', to: '/api'},
        {label: 'Errors by status', to: '/api/errors'},
        {label: 'Changelog', to: '/changelog'},
        {label: 'RSS', href: 'pathname:///changelog.rss', target: '_self'},
        {label: 'llms.txt', href: 'pathname:///llms.txt', target: '_self'},
        ...downloads,
      ],
      copyright: 'CloudIndex Docs. MIT-licensed.',
    },
    prism: {
      theme: codeTheme,
      darkTheme: codeTheme,
      additionalLanguages: [...grammarsOfSamples(openApi), 'json', 'http'],
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
