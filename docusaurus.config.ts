import {resolve} from 'node:path';
import type {PrismTheme} from 'prism-react-renderer';
import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';

import openApiPlugin from './src/plugin';
import {openApiRemarkPlugins} from './src/plugin/remark';
import {openApiSidebar} from './src/plugin/sidebar';

/** Token colours come from src/css/code.css by class, so that one HTML serves light and dark. */
const codeTheme: PrismTheme = {
  plain: {color: 'var(--ci-code-text)', backgroundColor: 'var(--ci-code-bg)'},
  styles: [],
};

const url = 'https://docs.cloudindex.com';
const openApi = {document: resolve(__dirname, 'static/openapi.yaml'), url: `${url}/openapi.yaml`};
const beforeDefaultRemarkPlugins = openApiRemarkPlugins(openApi);

const config: Config = {
  title: 'CloudIndex Docs',
  tagline: 'Index documents. Ask questions.',
  favicon: 'img/favicon.svg',
  headTags: [{tagName: 'link', attributes: {rel: 'apple-touch-icon', href: '/img/apple-touch-icon.png'}}],
  url,
  baseUrl: '/',
  baseUrlIssueBanner: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: {hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'}},
  future: {v4: true, faster: true},
  customFields: {localMockUrl: process.env.LOCAL_MOCK_URL ?? 'http://localhost:4010'},
  plugins: [openApiPlugin({...openApi, pages: 'docs/api'})],
  presets: [
    [
      'classic',
      {
        docs: {
          routeBasePath: '/',
          sidebarPath: './sidebars.ts',
          sidebarItemsGenerator: openApiSidebar(openApi),
          beforeDefaultRemarkPlugins,
        },
        pages: {beforeDefaultRemarkPlugins},
        blog: false,
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
        {to: '/api/users/create-user', activeBasePath: '/api/', label: 'API reference'},
        {
          href: 'pathname:///openapi.yaml',
          label: 'OpenAPI',
          position: 'right',
          target: '_self',
          download: 'openapi.yaml',
        },
      ],
    },
    footer: {
      links: [
        {label: 'Quickstart', to: '/quickstart'},
        {label: 'Authentication', to: '/authentication'},
        {label: 'Errors', to: '/errors'},
        {label: 'API reference', to: '/api/users/create-user'},
        {
          label: 'OpenAPI document',
          href: 'pathname:///openapi.yaml',
          target: '_self',
          download: 'openapi.yaml',
        },
      ],
      copyright: 'CloudIndex Docs. MIT-licensed.',
    },
    prism: {
      theme: codeTheme,
      darkTheme: codeTheme,
      additionalLanguages: ['bash', 'json', 'http'],
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
