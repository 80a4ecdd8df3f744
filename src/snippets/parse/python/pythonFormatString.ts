import type {SyntaxNode} from '@lezer/common';
import {nameAt, textAt, type Expression} from '../expression';
import {childrenOf} from '../syntaxTree';
import {expressionOf} from './pythonExpressions';
import {quotesOf, unescaped} from './pythonStrings';

/** An f-string as a text with what is put into it. */
export function formatString(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const {raw, before, after} = quotesOf(code.slice(node.from, node.to));
  const pieces: (string | Expression)[] = [];
  let position = node.from + before;
  const add = (from: number, to: number): void => {
    const text = code.slice(from, to).replaceAll('{{', '{').replaceAll('}}', '}');
    const plain = raw ? text : unescaped(text);
    pieces.push(plain ?? {at, type: 'other'});
  };
  for (const child of childrenOf(node).filter(({name}) => name === 'FormatReplacement')) {
    add(position, child.from);
    pieces.push(...replacement(child, code));
    position = child.to;
  }
  add(position, node.to - after);
  return {at, type: 'text', pieces};
}

/** `{a}`, `{a!r}`, `{a:.2f}` or `{a=}`, as the functions of the language that it stands for. */
function replacement(node: SyntaxNode, code: string): readonly (string | Expression)[] {
  const at = node.from;
  const [, held, ...further] = childrenOf(node);
  const part = (name: string): SyntaxNode | undefined => further.find(one => one.name === name);
  const [self, conversion, spec] = [part('FormatSelfDoc'), part('FormatConversion'), part('FormatSpec')];
  const call = (name: string, ...args: readonly Expression[]): Expression => ({
    at,
    type: 'call',
    callee: nameAt(at, `builtins.${name}`),
    args,
    named: [],
  });
  if (!held) {
    return [{at, type: 'other'}];
  }
  const value = expressionOf(held, code);
  const by = conversion ? code.slice(conversion.from + 1, conversion.to) : self && !spec ? 'r' : '';
  const converted = by === '' ? value : call(by === 's' ? 'str' : by === 'r' ? 'repr' : 'ascii', value);
  const end = conversion ?? spec ?? further.at(-1);
  return [
    ...(self ? [code.slice(node.from + 1, end?.from)] : []),
    spec
      ? spec.getChild('FormatReplacement')
        ? {at, type: 'other', parts: [value]}
        : call('format', converted, textAt(at, code.slice(spec.from + 1, spec.to)))
      : converted,
  ];
}
