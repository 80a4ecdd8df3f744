import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';

import {pageToMarkdown, twinPath, type MarkdownPage} from './pageToMarkdown';

interface Twin extends MarkdownPage {
  readonly route: string;
}

/**
 * Writes, beside every page of the build, the same page in Markdown at its address and `.md`, and for language models
 * `llms.txt`, an index of them, and `llms-full.txt`, all of them (llmstxt.org).
 */
export default function markdownTwinsPlugin({siteConfig}: LoadContext): Plugin {
  return {
    name: 'markdown-twins',

    async postBuild({outDir, routesPaths}) {
      const routes = routesPaths.filter(route => !/404|\.html$/.test(route)).toSorted();
      const twins = (await Promise.all(routes.map(route => readTwin(outDir, route, siteConfig.url)))).flat();
      await Promise.all(
        twins.map(async ({route, markdown}) => {
          const file = join(outDir, twinPath(route));
          await mkdir(dirname(file), {recursive: true});
          await writeFile(file, markdown);
        }),
      );
      await writeFile(
        join(outDir, 'llms.txt'),
        index(siteConfig.title, siteConfig.tagline, siteConfig.url, twins),
      );
      await writeFile(join(outDir, 'llms-full.txt'), twins.map(({markdown}) => markdown).join('\n---\n\n'));
    },
  };
}

async function readTwin(outDir: string, route: string, url: string): Promise<Twin[]> {
  const html = await readFile(join(outDir, route, 'index.html'), 'utf8').catch(() => undefined);
  const page = html === undefined ? undefined : await pageToMarkdown(html, url);
  return page ? [{...page, route}] : [];
}

function index(title: string, tagline: string, url: string, twins: readonly Twin[]): string {
  const isReference = ({route}: Twin): boolean => route.startsWith('/api/');
  const list = (pages: readonly Twin[]): string =>
    pages
      .map(
        ({title: name, route, description}) =>
          `- [${name}](${url}${twinPath(route)})${description === '' ? '' : `: ${description}`}`,
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
