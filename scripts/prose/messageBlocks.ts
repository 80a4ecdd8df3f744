import ts from 'typescript';

import type {ProseBlock} from './block';
import {textBlocks} from './markdownBlocks';

/**
 * The texts of the interface: messages of `translate`, `plural`, `messages` and `<Translate>` in a TypeScript source.
 */
export function messageBlocks(file: string, source: string): readonly ProseBlock[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const blocks: ProseBlock[] = [];

  function add(text: string, node: ts.Node): void {
    const {line} = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    blocks.push(...textBlocks(file, text.replace(/\s+/g, ' ').trim(), line + 1));
  }

  function look(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      messagesOf(node, node.expression.getText(tree)).forEach(message => add(message.text, message));
    } else if (ts.isJsxElement(node) && node.openingElement.tagName.getText(tree) === 'Translate') {
      const words = node.children.map(child => jsxWords(child)).join('');
      add(words, node.children.find(child => jsxWords(child).trim() !== '') ?? node);
    }
    ts.forEachChild(node, look);
  }

  look(tree);
  return blocks;
}

/** The texts in a call of `translate`, `plural` or `messages`. */
function messagesOf(call: ts.CallExpression, name: string): readonly ts.StringLiteralLike[] {
  const table = call.arguments.find(argument => ts.isObjectLiteralExpression(argument));
  if (!table || !['translate', 'plural', 'messages'].includes(name)) {
    return [];
  }
  return name === 'messages'
    ? table.properties.flatMap(property =>
        ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer)
          ? [property.initializer]
          : [],
      )
    : [propertyOf(table, 'message')].filter(message => message !== undefined);
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
