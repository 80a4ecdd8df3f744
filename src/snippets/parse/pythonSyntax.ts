import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/python';

import {pathOf, type Entry, type Expression, type Statement} from './expression';
import {character, childrenOf, demandSyntax, listed} from './syntaxTree';

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
      case 'AssignStatement': {
        const [target] = children;
        const value = children.at(-1);
        const path = target && pathOf(expressionOf(target, code));
        return value && path !== undefined ? [{targets: [path], value: expressionOf(value, code)}] : [];
      }
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
      ? [{targets: [code.slice(target.from, target.to)], value: expressionOf(value, code)}]
      : [];
  });
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
      return {at, type: 'number', text: written.replaceAll('_', '')};
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
        items: listed(children).flatMap(([item]) => (item ? [expressionOf(item, code)] : [])),
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
            args: groups.filter(isPositional).flatMap(([arg]) => (arg ? [expressionOf(arg, code)] : [])),
            named: groups.filter(group => !isPositional(group)).flatMap(group => keyword(group, code)),
          }
        : {at, type: 'other'};
    }
    case 'UnaryExpression':
      return second?.name === 'Number' && written.startsWith('-')
        ? {at, type: 'number', text: `-${code.slice(second.from, second.to).replaceAll('_', '')}`}
        : {at, type: 'other'};
    case 'BinaryExpression': {
      const operator = second && code.slice(second.from, second.to);
      if (first && third && operator === '+') {
        return {at, type: 'text', pieces: [expressionOf(first, code), expressionOf(third, code)]};
      }
      return first && third && operator === 'or'
        ? {at, type: 'either', first: expressionOf(first, code), second: expressionOf(third, code)}
        : {at, type: 'other'};
    }
    default:
      return {at, type: 'other'};
  }
}

function isPositional(group: readonly SyntaxNode[]): boolean {
  return group.length === 1;
}

function keyword([name, , value]: readonly SyntaxNode[], code: string): Entry<Expression>[] {
  return name && value && name.name === 'VariableName'
    ? [
        {
          name: {at: name.from, type: 'text', pieces: [code.slice(name.from, name.to)]},
          value: expressionOf(value, code),
        },
      ]
    : [];
}

function entry([name, , value]: readonly SyntaxNode[], code: string): Entry<Expression>[] {
  return name && value ? [{name: expressionOf(name, code), value: expressionOf(value, code)}] : [];
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
  return name === undefined ? {at, type: 'other'} : {at, type: 'member', of: expressionOf(of, code), name};
}

interface Quotes {
  readonly raw: boolean;
  /** How many characters stand before and after the text. */
  readonly before: number;
  readonly after: number;
}

function quotesOf(written: string): Quotes {
  const [whole = '', prefix = '', quote = ''] = /^([A-Za-z]*)("""|'''|"|')/.exec(written) ?? [];
  return {raw: /r/i.test(prefix), before: whole.length, after: quote.length};
}

function stringText(written: string): string {
  const {raw, before, after} = quotesOf(written);
  const text = written.slice(before, -after);
  return raw ? text : unescaped(text);
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

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** An escape that Python does not know stays as it is, backslash included. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{1,3})|([\s\S]))/g,
    (whole, byte?: string, unit?: string, point?: string, octal?: string, letter = '') => {
      const hex = byte ?? unit;
      if (hex !== undefined) {
        return String.fromCharCode(Number.parseInt(hex, 16));
      }
      if (point !== undefined) {
        return character(point);
      }
      return octal !== undefined
        ? String.fromCharCode(Number.parseInt(octal, 8))
        : (letters[letter] ?? whole);
    },
  );
}
