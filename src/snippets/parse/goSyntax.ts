import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/go';

import {pathOf, type Entry, type Expression, type Statement} from './expression';
import {character, childrenOf, demandSyntax, listed} from './syntaxTree';

/** The statements of a program, or of a part of a function, in the order they are written. */
export function readGo(code: string): readonly Statement[] {
  const tree = parser.parse(code);
  demandSyntax(tree, 'Go');
  return statementsIn(tree.topNode, code);
}

function statementsIn(node: SyntaxNode, code: string): readonly Statement[] {
  return childrenOf(node).flatMap(child => {
    switch (child.name) {
      case 'VarDecl':
      case 'VarSpec':
      case 'ConstSpec':
      case 'Assignment':
        return [...assignment(child, code), ...statementsIn(child, code)];
      case 'ExprStatement':
        return childrenOf(child).map(inner => ({targets: [], value: expressionOf(inner, code)}));
      default:
        return statementsIn(child, code);
    }
  });
}

/** `a, err := f()`, `a = b` or `var a = b`. */
function assignment(node: SyntaxNode, code: string): readonly Statement[] {
  const children = childrenOf(node);
  const operator = children.findIndex(({name}) => name === ':=' || name === '=');
  const value = children[operator + 1];
  if (operator < 0 || !value) {
    return [];
  }
  const targets = children
    .slice(0, operator)
    .filter(({name}) => name === 'DefName' || name === 'VariableName' || name === 'SelectorExpr')
    .map(target => pathOf(expressionOf(target, code)) ?? '');
  return [{targets, value: expressionOf(value, code)}];
}

function expressionOf(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const children = childrenOf(node);
  const written = code.slice(node.from, node.to);
  const [first, second, third] = children;
  switch (node.name) {
    case 'String':
      return {at, type: 'text', pieces: [stringText(written)]};
    case 'Number':
      return {at, type: 'number', text: written.replaceAll('_', '')};
    case 'Bool':
      return {at, type: 'constant', value: written === 'true' ? 'true' : 'false'};
    case 'Nil':
      return {at, type: 'constant', value: 'null'};
    case 'VariableName':
    case 'DefName':
      return {at, type: 'name', name: written};
    case 'SelectorExpr': {
      const name = children.at(-1);
      return first && name && first !== name
        ? selector(expressionOf(first, code), code.slice(name.from, name.to), at)
        : {at, type: 'other'};
    }
    case 'CallExpr': {
      const list = children.find(({name}) => name === 'Arguments');
      const args = list
        ? listed(childrenOf(list)).flatMap(([arg]) => (arg ? [expressionOf(arg, code)] : []))
        : [];
      // `[]byte(text)` is the text.
      const [only] = args;
      return first?.name === 'SliceType' && only
        ? only
        : first
          ? called(expressionOf(first, code), args, at)
          : {at, type: 'other'};
    }
    case 'ParenthesizedExpr':
      return second ? expressionOf(second, code) : {at, type: 'other'};
    case 'UnaryExp':
      return second && (written.startsWith('&') || written.startsWith('*'))
        ? expressionOf(second, code)
        : {at, type: 'other'};
    case 'BinaryExp':
      return first && third && second && code.slice(second.from, second.to) === '+'
        ? {at, type: 'text', pieces: [expressionOf(first, code), expressionOf(third, code)]}
        : {at, type: 'other'};
    case 'TypedLiteral': {
      const literal = children.find(({name}) => name === 'LiteralValue');
      return literal ? expressionOf(literal, code) : {at, type: 'other'};
    }
    case 'LiteralValue':
      return literalValue(at, children, code);
    default:
      return {at, type: 'other'};
  }
}

/** The grammar takes `"a"+b.C` for `("a"+b).C`, and the same with calls: what stands last in a sum is what is meant. */
function selector(of: Expression, name: string, at: number): Expression {
  return inLast(of, last => ({at, type: 'member', of: last, name}));
}

function called(callee: Expression, args: readonly Expression[], at: number): Expression {
  return inLast(callee, last => ({at, type: 'call', callee: last, args, named: []}));
}

function inLast(expression: Expression, change: (last: Expression) => Expression): Expression {
  const last = expression.type === 'text' ? expression.pieces.at(-1) : undefined;
  return expression.type === 'text' && last !== undefined && typeof last !== 'string'
    ? {...expression, pieces: [...expression.pieces.slice(0, -1), inLast(last, change)]}
    : change(expression);
}

/** `{"a": "b"}` is a record, `{"a", "b"}` a list. */
function literalValue(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const elements = children.filter(({name}) => name === 'Element').map(childrenOf);
  const entries = elements.flatMap(([key, , value]): Entry<Expression>[] => {
    const name = key?.name === 'Key' ? key.firstChild : null;
    return name && value ? [{name: expressionOf(name, code), value: expressionOf(value, code)}] : [];
  });
  return entries.length > 0 || elements.length === 0
    ? {at, type: 'record', entries}
    : {at, type: 'list', items: elements.flatMap(([item]) => (item ? [expressionOf(item, code)] : []))};
}

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

function stringText(written: string): string {
  const inner = written.slice(1, -1);
  return written.startsWith('`')
    ? inner.replaceAll('\r', '')
    : inner.replace(
        /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{3})|([\s\S]))/g,
        (_, byte?: string, unit?: string, point?: string, octal?: string, letter = '') => {
          const hex = byte ?? unit ?? point;
          return hex !== undefined
            ? character(hex)
            : octal !== undefined
              ? String.fromCharCode(Number.parseInt(octal, 8))
              : (letters[letter] ?? letter);
        },
      );
}
