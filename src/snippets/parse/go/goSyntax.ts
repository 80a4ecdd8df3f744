import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/go';

import {textOfBytes} from '../curl/ansiC';
import {forgotten, numberAt, updated, type Entry, type Expression, type Statement} from '../expression';
import {character, childrenOf, demandSyntax, listed} from '../syntaxTree';

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
      case 'IncDecStatement': {
        const [target] = childrenOf(child);
        return target ? forgotten(expressionOf(target, code)) : [];
      }
      case 'ExprStatement':
        return childrenOf(child).map(inner => ({targets: [], value: expressionOf(inner, code)}));
      default:
        return statementsIn(child, code);
    }
  });
}

/** `a, err := f()`, `a = b`, `a, b = 1, 2`, `a += b` or `var a = b`. */
function assignment(node: SyntaxNode, code: string): readonly Statement[] {
  const children = childrenOf(node);
  const operator = children.findIndex(({name}) => /^(?::?=|UpdateOp)$/.test(name));
  const sign = children[operator];
  const values = children.slice(operator + 1).filter(({name}) => name !== ',');
  const [value] = values;
  if (!sign || !value) {
    return [];
  }
  const targets = children
    .slice(0, operator)
    .filter(({name}) => /^(?:DefName|VariableName|SelectorExpr|IndexExpr)$/.test(name))
    .map(target => expressionOf(target, code));
  const [target] = targets;
  if (sign.name === 'UpdateOp' && target) {
    return [updated(target, code.slice(sign.from, sign.to), expressionOf(value, code))];
  }
  return values.length > 1
    ? targets.flatMap((one, index) => {
        const own = values[index];
        return own ? [{targets: [one], value: expressionOf(own, code)}] : [];
      })
    : [{targets, value: expressionOf(value, code)}];
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
      return numberAt(at, written);
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
    case 'IndexExpr':
      return first && third
        ? {
            at,
            type: 'member',
            of: expressionOf(first, code),
            name: third.name === 'String' ? stringText(code.slice(third.from, third.to)) : undefined,
          }
        : {at, type: 'other'};
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
        ? {at, type: 'sum', first: expressionOf(first, code), second: expressionOf(third, code)}
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
  return expression.type === 'sum'
    ? {...expression, second: inLast(expression.second, change)}
    : change(expression);
}

/** `{"a": "b"}` is a record, `{"a", "b"}` a list. */
function literalValue(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const elements = children.filter(({name}) => name === 'Element').map(childrenOf);
  const entries = elements.flatMap(([key, , value]): Entry[] => {
    const name = key?.name === 'Key' ? key.firstChild : null;
    return name && value ? [{name: keyOf(name, code), value: expressionOf(value, code)}] : [];
  });
  return entries.length > 0 || elements.length === 0
    ? {at, type: 'record', entries}
    : {at, type: 'list', items: elements.flatMap(([item]) => (item ? [expressionOf(item, code)] : []))};
}

/** The name of a field of a struct stands for itself. */
function keyOf(node: SyntaxNode, code: string): Expression {
  return node.name === 'VariableName' || node.name === 'FieldName'
    ? {at: node.from, type: 'text', pieces: [code.slice(node.from, node.to)]}
    : expressionOf(node, code);
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
        /((?:\\x[\dA-Fa-f]{2}|\\[0-7]{3})+)|\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([\s\S]))/g,
        (_, bytes?: string, unit?: string, point?: string, letter = '') => {
          const hex = unit ?? point;
          return bytes !== undefined
            ? textOfBytes(bytes)
            : hex !== undefined
              ? character(hex)
              : (letters[letter] ?? letter);
        },
      );
}
