import type {LoadContext} from '@docusaurus/types';

import {twinAddress} from '../../pageFiles/addresses';
import {writeBuiltFile, type PageFiles} from '../builtPages';
import {allTogether} from './allTogether';
import {asMarkdown, pageToMarkdown, type MarkdownPage} from './pageToMarkdown';

interface Twin extends MarkdownPage {
  /** The URL path of the page without the site's base URL. */
  readonly path: string;
  readonly address: string;
}

/**
 * Writes, beside every page of the build, the same page in Markdown at its address and `.md`, and for language models
 * `llms.txt`, an index of them, and `llms-full.txt`, all of them up to a limit (llmstxt.org).
 */
export const markdownTwins: PageFiles = ({siteConfig}, {outDir, baseUrl}) => {
  const write = (address: string, content: string): Promise<void> =>
    writeBuiltFile({outDir, baseUrl}, address, content);
  const twins: Twin[] = [];
  return {
    async read({document, path, route}) {
      const twin = await pageToMarkdown(document, {url: siteConfig.url, baseUrl});
      if (twin) {
        const address = twinAddress(route, baseUrl);
        twins.push({...twin, path, address});
        await write(address, twin.markdown);
      }
    },
    async finish() {
      await write(`${baseUrl}llms.txt`, index(siteConfig, baseUrl, twins));
      await write(`${baseUrl}llms-full.txt`, allTogether(twins, `${siteConfig.url}${baseUrl}llms.txt`));
    },
  };
};

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
