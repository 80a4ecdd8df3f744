import {createHash} from 'node:crypto';
import {toString} from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';

/** What stands in pages and not in files of their own, as sources of a policy: `'sha256-…'`. */
export interface InlineHashes {
  readonly scripts: ReadonlySet<string>;
  /** Of style elements and of style attributes. */
  readonly styles: ReadonlySet<string>;
}

const parser = unified().use(rehypeParse);

/** The hashes of all inline scripts and styles of pages (CSP Level 3, §6.7.3.3). Data in script elements is not run and needs none. */
export async function inlineHashes(pages: AsyncIterable<string>): Promise<InlineHashes> {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for await (const html of pages) {
    visit(parser.parse(html), 'element', element => {
      const {tagName, properties, children} = element;
      const text = (): string => toString({type: 'root', children});
      if (tagName === 'script' && properties.src === undefined && isRun(properties.type)) {
        scripts.add(hashOf(text()));
      }
      if (tagName === 'style') {
        styles.add(hashOf(text()));
      }
      if (typeof properties.style === 'string') {
        styles.add(hashOf(properties.style));
      }
    });
  }
  return {scripts, styles};
}

/** Whether a browser runs a script of this type; others are data (HTML, "prepare the script element"). */
function isRun(type: unknown): boolean {
  return typeof type !== 'string' || /^(?:|module|(?:text|application)\/(?:java|ecma)script)$/i.test(type);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
