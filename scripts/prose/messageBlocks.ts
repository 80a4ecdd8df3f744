import ts from 'typescript';

import type {Block} from './block';
import {textBlocks} from './markdownBlocks';

/** What the interface says: the messages of `translate` and of `<Translate>` in a TypeScript source. */
export function messageBlocks(file: string, source: string): readonly Block[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const blocks: Block[] = [];

  function add(text: string, node: ts.Node): void {
    const {line} = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    blocks.push(...textBlocks(file, text.replace(/\s+/g, ' ').trim(), line + 1));
  }

  function look(node: ts.Node): void {
    if (ts.isCallExpression(node) && node.expression.getText(tree) === 'translate') {
      const [first] = node.arguments;
      const message = first && ts.isObjectLiteralExpression(first) ? propertyOf(first, 'message') : undefined;
      if (message) {
        add(message.text, message);
      }
    } else if (ts.isJsxElement(node) && node.openingElement.tagName.getText(tree) === 'Translate') {
      const words = node.children.map(child => jsxWords(child)).join('');
      add(words, node.children.find(child => jsxWords(child).trim() !== '') ?? node);
    }
    ts.forEachChild(node, look);
  }

  look(tree);
  return blocks;
}

function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.StringLiteralLike | undefined {
  const [value] = object.properties.flatMap(property =>
    ts.isPropertyAssignment(property) && property.name.getText() === name ? [property.initializer] : [],
  );
  return value && ts.isStringLiteralLike(value) ? value : undefined;
}

function jsxWords(child: ts.JsxChild): string {
  if (ts.isJsxText(child)) {
    return child.text;
  }
  return ts.isJsxExpression(child) && child.expression && ts.isStringLiteralLike(child.expression)
    ? child.expression.text
    : '';
}
