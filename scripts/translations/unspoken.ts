import {readFileSync} from 'node:fs';
import ts from 'typescript';

import {sourceFiles} from './catalogue';

/** At least two words, and the end of a sentence: `Nothing is stored.` */
const sentence = /[a-z]{2,} .*[a-z)"][.?!:…]$/;

/**
 * Sentences in the source below a folder that are not messages: readers would get them in English whatever their
 * language. Errors for the authors of the site are left out.
 */
export function unspokenSentences(folder: string): readonly string[] {
  return sourceFiles(folder).flatMap(file => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    return sentencesIn(source).map(text => `${file}: ${text}`);
  });
}

function sentencesIn(node: ts.Node): readonly string[] {
  if (isSpoken(node)) {
    return [];
  }
  const text = textOf(node);
  const own = text !== undefined && sentence.test(text) ? [text] : [];
  const inside: string[] = [];
  ts.forEachChild(node, child => void inside.push(...sentencesIn(child)));
  return [...own, ...inside];
}

function isSpoken(node: ts.Node): boolean {
  const isMessage =
    ts.isCallExpression(node) && /^(?:translate|plural|messages)$/.test(node.expression.getText());
  const isElement = ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Translate';
  const isError = ts.isNewExpression(node) && node.expression.getText() === 'Error';
  return isMessage || isElement || isError;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  if (ts.isJsxText(node)) {
    return node.text.trim();
  }
  return ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(span => `…${span.literal.text}`).join('')
    : undefined;
}
