import type {LoadContext, Plugin} from '@docusaurus/types';

import {twinAddress} from '../../pageFiles/addresses';
import {builtPages, writeBuiltFile} from '../builtPages';
import {asMarkdown, pageToMarkdown, type MarkdownPage} from './pageToMarkdown';

interface Twin extends MarkdownPage {
  /** The URL path of the page without the site's base URL. */
  readonly path: string;
  readonly address: string;
}

/**
 * Writes, beside every page of the build, the same page in Markdown at its address and `.md`, and for language models
 * `llms.txt`, an index of them, and `llms-full.txt`, all of them (llmstxt.org).
 */
export default function markdownTwinsPlugin({siteConfig, baseUrl}: LoadContext): Plugin {
  return {
    name: 'markdown-twins',

    async postBuild({outDir, routesPaths}) {
      const pages = await builtPages({outDir, routesPaths, baseUrl});
      const twins = (
        await Promise.all(
          pages.map(async ({html, path, route}): Promise<Twin[]> => {
            const twin = await pageToMarkdown(html, {url: siteConfig.url, baseUrl});
            return twin ? [{...twin, path, address: twinAddress(route, baseUrl)}] : [];
          }),
        )
      ).flat();
      const write = (address: string, content: string): Promise<void> =>
        writeBuiltFile({outDir, baseUrl}, address, content);
      await Promise.all(twins.map(({address, markdown}) => write(address, markdown)));
      await write(`${baseUrl}llms.txt`, index(siteConfig, baseUrl, twins));
      await write(`${baseUrl}llms-full.txt`, twins.map(({markdown}) => markdown).join('\n---\n\n'));
    },
  };
}

function index(
  {title, tagline, url}: LoadContext['siteConfig'],
  baseUrl: string,
  twins: readonly Twin[],
): string {
  const isReference = ({path}: Twin): boolean => path.startsWith('/api/');
  const list = (pages: readonly Twin[]): string =>
    pages
      .map(
        ({title: name, address, description}) =>
          `- [${asMarkdown(name)}](${url}${address})${description === '' ? '' : `: ${asMarkdown(description)}`}`,
      )
      .join('\n');
  return [
    `# ${asMarkdown(title)}`,
    `> ${asMarkdown(tagline)}`,
    `The whole API as one OpenAPI document: ${url}${baseUrl}openapi.yaml, and as JSON: ${url}${baseUrl}openapi.json`,
    `## Guides\n\n${list(twins.filter(twin => !isReference(twin)))}`,
    `## API reference\n\n${list(twins.filter(isReference))}`,
    '',
  ].join('\n\n');
}
