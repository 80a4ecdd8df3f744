import {parseExpressionAt} from 'acorn';
import type {Program, TemplateElement} from 'estree';
import {visit as visitJavaScript} from 'estree-util-visit';
import type {Root} from 'mdast';
import type {Node} from 'unist';
import {visitParents} from 'unist-util-visit-parents';
import type {VFile} from 'vfile';

import {containerPrefix} from './containers';

const containerTypes = new Set(['listItem', 'blockquote', 'containerDirective', 'footnoteDefinition']);

/**
 * A remark plugin: gives every template literal of a page the text that stands in the page, byte for byte. MDX takes up to
 * two spaces of indentation from each of its lines, which breaks code that is shown and copied. Indentation that belongs to
 * a list or a quote around it is none of the literal's own and stays out.
 */
export function exactTemplates() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    if (!source.includes('`')) {
      return;
    }
    const lines = source.split(/\r\n|\r|\n/);
    visitParents(tree, (node: Node, ancestors: readonly Node[]) => {
      const containers = ancestors.filter(({type}) => containerTypes.has(type));
      programs(node).forEach(program => restore(program, source, lines, containers));
    });
  };
}

/** The JavaScript that a node carries: an expression, the values of attributes, imports and exports. */
function programs(node: Node): Program[] {
  const attributes = 'attributes' in node && Array.isArray(node.attributes) ? node.attributes : [];
  return [node, ...attributes, ...attributes.map((attribute: {value?: unknown}) => attribute.value)].flatMap(
    programOf,
  );
}

function programOf(holder: unknown): Program[] {
  const data = hasData(holder) ? holder.data : undefined;
  return data?.estree ? [data.estree] : [];
}

function hasData(holder: unknown): holder is {data?: {estree?: Program | null}} {
  return typeof holder === 'object' && holder !== null && 'data' in holder;
}

function restore(
  program: Program,
  source: string,
  lines: readonly string[],
  containers: readonly Node[],
): void {
  visitJavaScript(program, node => {
    if (
      node.type === 'TemplateElement' &&
      node.range &&
      node.loc &&
      node.loc.end.line > node.loc.start.line
    ) {
      const [start, end] = node.range;
      const [first = '', ...rest] = source.slice(start, end).split(/\r\n|\r|\n/);
      const firstLine = node.loc.start.line;
      const own = rest.map((text, index) =>
        text.slice(containerPrefix(containers, lines, firstLine + index + 1)),
      );
      node.value = templateValue([first, ...own].join('\n'), node);
    }
  });
}

/** Raw text as JavaScript reads it, escapes resolved. A tagged template may hold escapes that mean nothing. */
function templateValue(raw: string, {value}: TemplateElement): TemplateElement['value'] {
  if (value.cooked == null) {
    return {...value, raw};
  }
  const literal = parseExpressionAt(`\`${raw}\``, 0, {ecmaVersion: 'latest'});
  const [quasi] = literal.type === 'TemplateLiteral' ? literal.quasis : [];
  return {raw, cooked: quasi?.value.cooked ?? raw};
}
