import {existsSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import type {LoadContext, Plugin, PluginModule} from '@docusaurus/types';
import {posixPath} from '@docusaurus/utils';

import {faultListFile, writeFaultList} from '../api/document/faultList';
import {shortPath} from '../api/document/problems';
import type {Api} from '../api/operation';
import {withinSite} from '../pageFiles/addresses';
import {setWords} from '../words';
import {reportBrokenDocument} from './brokenDocument';
import {writeBuiltFile} from './builtPages';
import {catalogModule, loadersModule} from './catalog';
import {operationFile} from './dataFiles';
import {readDocument, type DocumentOptions} from './document';
import {siteHighlighter} from './highlighter';
import {generatedPages} from './generatedPages';
import {chosenLanguages, languageModules, type LanguageOptions} from './languages';
import {apiData, operationData} from './operationData';
import {generatedDocs, schemaSource, writePages} from './operationPages';
import {pagePermalinks} from './permalinks';
import {referenceFiles, type ReferenceFile} from './references';
import {forgetPages, pagesOf, schemasAddress} from './schemaPages';
import {keepSitePages, sitePaths} from './sitePages';

const NAME = 'openapi';
const PAGES_FILE = 'pages.json';

export interface OpenApiPluginOptions extends DocumentOptions, LanguageOptions {
  /** The folder of the docs under which the pages of operations are, from the site's folder. */
  readonly pages: string;
  /** A module, from the site's folder, whose default export are rules by hand for the mock (`MockRules`); none by default. */
  readonly mockRules?: string;
}

interface Content {
  readonly api: Api;
  /** The file that documents each operation. */
  readonly pages: ReadonlyMap<string, string>;
  /** The ids by which Docusaurus knows the pages that were generated. */
  readonly generated: readonly string[];
}

const emptyApi: Api = {title: '', version: '', servers: [], tags: [], operations: []};

/**
 * Brings an OpenAPI document into the site: data for each operation, a catalog of all, and a page for each operation that
 * nobody wrote one for. What is no document stops a build, and so do faults where the option `strict` is set; a development
 * server shows them and goes on once they are mended. Other faults are counted on the terminal and listed in a file.
 */
export default function openApiPlugin(options: OpenApiPluginOptions): PluginModule {
  return context => createPlugin(context, options);
}

async function createPlugin(context: LoadContext, options: OpenApiPluginOptions): Promise<Plugin> {
  // Languages are built one after another, each with plugins of its own: pages are made in the one that was set last.
  const {currentLocale, defaultLocale} = context.i18n;
  forgetPages();
  setWords({locale: currentLocale, original: defaultLocale, messages: context.codeTranslations});
  const document = resolve(context.siteDir, options.document);
  const source: DocumentOptions = {...options, document};
  const folder = resolve(context.siteDir, options.pages);
  const schemasAt = schemasAddress(options);
  const mockRules = options.mockRules && posixPath(resolve(context.siteDir, options.mockRules));
  const isBuild = process.env['NODE_ENV'] === 'production';
  const modulesOfLanguages = languageModules(options, posixPath(resolve(__dirname, '../snippets')));

  const warned = new Set<string>();

  /** Pages must be there before the docs are read, which happens beside `loadContent`. */
  let content = await load({api: emptyApi, pages: new Map(), generated: []});
  const files = await documentFiles();
  const wordFiles = [join(context.localizationDir, 'code.json')].filter(existsSync);
  const data = join(context.generatedFilesDir, NAME, 'default');
  const pagesFile = join(data, PAGES_FILE);
  const routeLists = ['routes.js', 'registry.js', 'routesChunkNames.json'].map(list =>
    join(context.generatedFilesDir, list),
  );
  const pagesAsData = generatedPages({
    site: context.siteDir,
    docs: posixPath(dirname(folder)),
    data: posixPath(data),
  });

  async function load(lastWhole: Content): Promise<Content> {
    const state = await readDocument(source);
    if (state.type === 'broken') {
      if (isBuild) {
        throw state.error;
      }
      return lastWhole;
    }
    const {api, faults} = state.loaded;
    if (currentLocale === defaultLocale) {
      const list = faultListFile(context.siteDir, document);
      warn(await writeFaultList(list, shortPath(document), faults));
    }
    const pages = await writePages(folder, api, pagesOf(api, schemasAt).schemas());
    return {api, pages, generated: await generatedDocs(folder)};
  }

  /** The file of the page that tells of an operation or a schema. */
  function sourceOf(told: ReferenceFile['of']): string | undefined {
    return 'operation' in told ? content.pages.get(told.operation) : schemaSource(folder, told.schema);
  }

  /** Says a warning once, however often the document is read. */
  function warn(message: string | undefined): void {
    if (message !== undefined && !warned.has(message)) {
      warned.add(message);
      console.warn(`[WARNING] ${message}`);
    }
  }

  async function documentFiles(): Promise<readonly string[]> {
    const state = await readDocument(source);
    return state.type === 'loaded' ? state.loaded.files : [document];
  }

  return {
    name: NAME,

    getClientModules() {
      return [resolve(__dirname, 'setWords.ts')];
    },

    async loadContent() {
      content = await load(content);
      return content;
    },

    async contentLoaded({actions}) {
      const {api} = content;
      await actions.createData('api.json', apiData(api));
      for (const [file, source] of Object.entries(modulesOfLanguages)) {
        await actions.createData(file, source);
      }
      if (!isBuild) {
        for (const operation of api.operations) {
          await actions.createData(operationFile(operation.id), operationData(operation));
        }
      }
    },

    async postBuild({outDir, baseUrl}) {
      for (const operation of content.api.operations) {
        const address = `${baseUrl}assets/${operationFile(operation.id)}`;
        await writeBuiltFile({outDir, baseUrl}, address, operationData(operation));
      }
      await pagesAsData.writeBuilt({outDir, baseUrl});
    },

    async allContentLoaded({allContent, actions}) {
      const paths = sitePaths(allContent, context.baseUrl);
      keepSitePages(paths);
      // The pages of operations are compiled again when this file changes: their links lead to pages that are there.
      await actions.createData(PAGES_FILE, JSON.stringify([...paths].toSorted(), null, 2));
      const {themeConfig, trailingSlash} = context.siteConfig;
      const highlight = await siteHighlighter(themeConfig);
      const permalinks = pagePermalinks(allContent, context.siteDir, content.pages);
      const {baseUrl} = context;
      const pages = pagesOf(content.api, schemasAt);
      pages.keepPaths(
        new Map([...permalinks].map(([id, permalink]) => [id, withinSite(permalink, baseUrl)] as const)),
      );
      const {tabs} = chosenLanguages(options);
      const look = {highlight, baseUrl, trailingSlash, pictures: options.pictures, languages: tabs};
      pagesAsData.keepDocs(allContent);
      for (const reference of referenceFiles(content.api, pages, look)) {
        await actions.createData(reference.file, JSON.stringify(reference.parts));
        const page = pagesAsData.dataFile(sourceOf(reference.of), reference);
        if (page) {
          await actions.createData(page.file, page.content);
        }
      }
      await actions.createData('catalog.js', catalogModule(content.api, permalinks));
      await actions.createData(
        'loaders.js',
        loadersModule(content.api.operations, {
          mockRules,
          ...(isBuild && {fetchFrom: posixPath(resolve(__dirname, 'dataFiles.ts'))}),
        }),
      );
    },

    getPathsToWatch() {
      return [...files, `${folder}/**/*.mdx`].map(posixPath);
    },

    configureWebpack(_config, isServer) {
      return {
        plugins: isBuild ? [] : [reportBrokenDocument(source, files)],
        module: {
          rules: [
            ...pagesAsData.rules(isServer, isBuild && !isServer ? routeLists : []),
            {
              // Not `test`: Docusaurus takes a rule with that for one that compiles the page.
              resource: /\.mdx?$/,
              enforce: 'pre',
              use: [
                {
                  loader: resolve(__dirname, 'dependOnDocument.mjs'),
                  options: {files: [...files, ...wordFiles, pagesFile]},
                },
              ],
            },
            {
              include: [
                join(context.generatedFilesDir, 'globalData.json'),
                join(context.generatedFilesDir, 'docusaurus-plugin-content-docs', 'default', 'p'),
              ],
              type: 'javascript/auto',
              use: [
                {
                  loader: resolve(__dirname, 'generatedPages/packDocs.mjs'),
                  options: {ids: content.generated},
                },
              ],
            },
            {
              include: join(data, 'references'),
              type: 'javascript/auto',
              use: [
                {
                  loader: resolve(__dirname, 'loadReference.mjs'),
                  options: {isServer, partsOf: resolve(__dirname, '../components/ReferencePart/partsOf.ts')},
                },
              ],
            },
          ],
        },
      };
    },
  };
}
