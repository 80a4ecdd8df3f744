import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';

import {builtPages} from '../builtPages';
import {pageToMarkdown, twinPath, type MarkdownPage} from './pageToMarkdown';

interface Twin extends MarkdownPage {
  /** The URL path of the page, with the site's base URL, and without it. */
  readonly route: string;
  readonly path: string;
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
          pages.map(async ({html, ...page}): Promise<Twin[]> => {
            const twin = await pageToMarkdown(html, siteConfig.url, baseUrl);
            return twin ? [{...twin, ...page}] : [];
          }),
        )
      ).flat();
      await Promise.all(
        twins.map(async ({path, markdown}) => {
          const file = join(outDir, twinPath(path));
          await mkdir(dirname(file), {recursive: true});
          await writeFile(file, markdown);
        }),
      );
      await writeFile(join(outDir, 'llms.txt'), index({...siteConfig, baseUrl}, twins));
      await writeFile(join(outDir, 'llms-full.txt'), twins.map(({markdown}) => markdown).join('\n---\n\n'));
    },
  };
}

function index(
  {title, tagline, url, baseUrl}: Pick<LoadContext['siteConfig'], 'title' | 'tagline' | 'url' | 'baseUrl'>,
  twins: readonly Twin[],
): string {
  const isReference = ({path}: Twin): boolean => path.startsWith('/api/');
  const list = (pages: readonly Twin[]): string =>
    pages
      .map(
        ({title: name, route, description}) =>
          `- [${name}](${url}${twinPath(route, baseUrl)})${description === '' ? '' : `: ${description}`}`,
      )
      .join('\n');
  return [
    `# ${title}`,
    `> ${tagline}`,
    `The whole API as one OpenAPI document: ${url}/openapi.yaml`,
    `## Guides\n\n${list(twins.filter(twin => !isReference(twin)))}`,
    `## API reference\n\n${list(twins.filter(isReference))}`,
    '',
  ].join('\n\n');
}
