import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/python';

import {
  forgotten,
  numberAt,
  updated,
  type Entry,
  type Expression,
  type Spread,
  type Statement,
} from '../expression';
import {quotesOf, stringText, unescaped} from './pythonStrings';
import {childrenOf, demandSyntax, listed} from '../syntaxTree';

/** The statements of a script in the order they are written, those within blocks and functions among them. */
export function readPython(code: string): readonly Statement[] {
  const tree = parser.parse(code);
  demandSyntax(tree, 'Python');
  return statementsIn(tree.topNode, code);
}

function statementsIn(node: SyntaxNode, code: string): readonly Statement[] {
  return childrenOf(node).flatMap(child => {
    const children = childrenOf(child);
    switch (child.name) {
      case 'AssignStatement':
        return assignments(children, code);
      case 'UpdateStatement': {
        const [target, operator, value] = children;
        return target && operator && value
          ? [
              updated(
                expressionOf(target, code),
                code.slice(operator.from, operator.to),
                expressionOf(value, code),
              ),
            ]
          : [];
      }
      case 'DeleteStatement':
        return children.slice(1).flatMap(target => forgotten(expressionOf(target, code)));
      case 'ExpressionStatement':
      case 'ReturnStatement':
        return children
          .filter(({name}) => name !== 'return')
          .map(inner => ({targets: [], value: expressionOf(inner, code)}));
      case 'WithStatement':
        return [...contexts(children, code), ...statementsIn(child, code)];
      default:
        return statementsIn(child, code);
    }
  });
}

/** `with open("name") as file:` gives the file its name. */
function contexts(children: readonly SyntaxNode[], code: string): readonly Statement[] {
  return children.flatMap((child, index) => {
    const value = children[index - 1];
    const target = children[index + 1];
    return child.name === 'as' && value && target
      ? [{targets: [expressionOf(target, code)], value: expressionOf(value, code)}]
      : [];
  });
}

/** `a = 1`, `a = b = 1` or `a, b = 1, 2`. */
function assignments(children: readonly SyntaxNode[], code: string): readonly Statement[] {
  const sides: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === 'AssignOp') {
      sides.push([]);
    } else if (child.name !== ',' && child.name !== 'TypeDef') {
      sides.at(-1)?.push(child);
    }
  }
  const values = (sides.at(-1) ?? []).map(node => expressionOf(node, code));
  return sides.slice(0, -1).flatMap(side =>
    side.map((node, index) => ({
      targets: [expressionOf(node, code)],
      value:
        (side.length === values.length ? values[index] : undefined) ??
        (side.length === 1
          ? {at: node.from, type: 'list', items: values}
          : {at: node.from, type: 'other' as const}),
    })),
  );
}

function expressionOf(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const children = childrenOf(node);
  const written = code.slice(node.from, node.to);
  const [first, second, third] = children;
  switch (node.name) {
    case 'String':
      return {at, type: 'text', pieces: [stringText(written)]};
    case 'FormatString':
      return {at, type: 'text', pieces: formatPieces(node, code)};
    case 'ContinuedString':
      return {at, type: 'text', pieces: children.map(child => expressionOf(child, code))};
    case 'Number':
      return numberAt(at, written);
    case 'Boolean':
      return {at, type: 'constant', value: written === 'True' ? 'true' : 'false'};
    case 'None':
      return {at, type: 'constant', value: 'null'};
    case 'VariableName':
      return {at, type: 'name', name: written};
    case 'ArrayExpression':
    case 'TupleExpression':
      return {
        at,
        type: 'list',
        items: listed(children).flatMap(group => positional(group, code)),
      };
    case 'DictionaryExpression':
      return {at, type: 'record', entries: listed(children).flatMap(group => entry(group, code))};
    case 'ParenthesizedExpression': {
      const inner = children.find(({name}) => !/^[()]$/.test(name) && !/Comment$/.test(name));
      return inner ? expressionOf(inner, code) : {at, type: 'list', items: []};
    }
    case 'MemberExpression':
      return member(at, children, code);
    case 'CallExpression': {
      const list = children.find(({name}) => name === 'ArgList');
      const groups = list ? listed(childrenOf(list)) : [];
      return first
        ? {
            at,
            type: 'call',
            callee: expressionOf(first, code),
            args: groups.filter(isPositional).flatMap(group => positional(group, code)),
            named: groups.filter(group => !isPositional(group)).map(group => keyword(group, code)),
          }
        : {at, type: 'other'};
    }
    case 'UnaryExpression':
      return second?.name === 'Number' && written.startsWith('-')
        ? numberAt(at, code.slice(second.from, second.to), '-')
        : {at, type: 'other'};
    case 'BinaryExpression': {
      const operator = second && code.slice(second.from, second.to);
      if (first && third && operator === '+') {
        return {at, type: 'sum', first: expressionOf(first, code), second: expressionOf(third, code)};
      }
      return first && third && operator === 'or'
        ? {at, type: 'either', first: expressionOf(first, code), second: expressionOf(third, code)}
        : {at, type: 'other'};
    }
    default:
      return {at, type: 'other'};
  }
}

function isPositional([first, second]: readonly SyntaxNode[]): boolean {
  return first?.name === '*' || second === undefined;
}

function positional([first, second]: readonly SyntaxNode[], code: string): Expression[] {
  return first?.name === '*' ? [spread(first, second, code)] : first ? [expressionOf(first, code)] : [];
}

function spread({from}: SyntaxNode, of: SyntaxNode | undefined, code: string): Spread {
  return {at: from, type: 'spread', of: of ? expressionOf(of, code) : {at: from, type: 'other'}};
}

function keyword([name, second, value]: readonly SyntaxNode[], code: string): Entry | Spread {
  if (name?.name === '**') {
    return spread(name, second, code);
  }
  const at = name?.from ?? 0;
  return name?.name === 'VariableName' && second?.name === 'AssignOp' && value
    ? {
        name: {at, type: 'text', pieces: [code.slice(name.from, name.to)]},
        value: expressionOf(value, code),
      }
    : {at, type: 'spread', of: {at, type: 'other'}};
}

function entry([name, second, value]: readonly SyntaxNode[], code: string): (Entry | Spread)[] {
  return name?.name === '**'
    ? [spread(name, second, code)]
    : name && value
      ? [{name: expressionOf(name, code), value: expressionOf(value, code)}]
      : [];
}

/** `a.b` or `a["b"]`. */
function member(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const [of] = children;
  const property = children.findLast(({name}) => name !== ']');
  if (!of || !property || property === of) {
    return {at, type: 'other'};
  }
  const written = code.slice(property.from, property.to);
  const name =
    property.name === 'PropertyName' ? written : property.name === 'String' ? stringText(written) : undefined;
  return {at, type: 'member', of: expressionOf(of, code), name};
}

function formatPieces(node: SyntaxNode, code: string): (string | Expression)[] {
  const {raw, before, after} = quotesOf(code.slice(node.from, node.to));
  const textOf = (from: number, to: number): string => {
    const text = code.slice(from, to).replaceAll('{{', '{').replaceAll('}}', '}');
    return raw ? text : unescaped(text);
  };
  const pieces: (string | Expression)[] = [];
  let position = node.from + before;
  for (const child of childrenOf(node).filter(({name}) => name === 'FormatReplacement')) {
    const [, held, end] = childrenOf(child);
    pieces.push(textOf(position, child.from));
    pieces.push(held && end?.name === '}' ? expressionOf(held, code) : {at: child.from, type: 'other'});
    position = child.to;
  }
  return [...pieces, textOf(position, node.to - after)];
}
