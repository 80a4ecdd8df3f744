import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/javascript';

import {
  forgotten,
  numberAt,
  numberText,
  updated,
  type Entry,
  type Expression,
  type Spread,
  type Statement,
} from '../expression';
import {character, childrenOf, demandSyntax, listed} from '../syntaxTree';

const typescript = parser.configure({dialect: 'ts'});

/** The statements of a script in the order they are written, those within functions and blocks among them. */
export function readJavaScript(code: string): readonly Statement[] {
  const tree = typescript.parse(code);
  demandSyntax(tree, 'JavaScript');
  return statementsIn(tree.topNode, code);
}

function statementsIn(node: SyntaxNode, code: string): readonly Statement[] {
  return childrenOf(node).flatMap(child => {
    switch (child.name) {
      case 'VariableDeclaration':
        return [...declarations(child, code), ...statementsIn(child, code)];
      case 'ExpressionStatement':
      case 'ReturnStatement':
        return [
          ...childrenOf(child)
            .filter(({name}) => name !== ';' && name !== 'return')
            .flatMap(inner => statement(inner, code)),
          ...statementsIn(child, code),
        ];
      default:
        return statementsIn(child, code);
    }
  });
}

function declarations(node: SyntaxNode, code: string): readonly Statement[] {
  const children = childrenOf(node);
  return children.flatMap((child, index) => {
    const value = children.slice(index + 1).find(({name}) => name !== 'TypeAnnotation' && name !== 'Equals');
    return child.name === 'VariableDefinition' && value && value.name !== ','
      ? [
          {
            targets: [{at: child.from, type: 'name', name: code.slice(child.from, child.to)}],
            value: expressionOf(value, code),
          },
        ]
      : [];
  });
}

function statement(node: SyntaxNode, code: string): readonly Statement[] {
  const [first, second, third] = childrenOf(node);
  switch (node.name) {
    case 'AssignmentExpression': {
      if (!first || !second || !third) {
        return [];
      }
      const target = expressionOf(first, code);
      const value = expressionOf(third, code);
      return [
        second.name === 'Equals'
          ? {targets: [target], value}
          : updated(target, code.slice(second.from, second.to), value),
      ];
    }
    case 'PostfixExpression':
      return first ? forgotten(expressionOf(first, code)) : [];
    case 'UnaryExpression':
      return second && /^(?:delete|\+\+|--)$/.test(code.slice(node.from, first?.to))
        ? forgotten(expressionOf(second, code))
        : [];
    default:
      return [{targets: [], value: expressionOf(node, code)}];
  }
}

function expressionOf(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const children = childrenOf(node);
  const written = code.slice(node.from, node.to);
  const [first, second, third] = children;
  switch (node.name) {
    case 'String':
      return {at, type: 'text', pieces: [unescaped(written.slice(1, -1))]};
    case 'TemplateString':
      return {at, type: 'text', pieces: templatePieces(node, code)};
    case 'Number':
      return numberAt(at, written);
    case 'BooleanLiteral':
      return {at, type: 'constant', value: written === 'true' ? 'true' : 'false'};
    case 'null':
      return {at, type: 'constant', value: 'null'};
    case 'VariableName':
      return written === 'undefined'
        ? {at, type: 'constant', value: 'null'}
        : {at, type: 'name', name: written};
    case 'ArrayExpression':
      return {at, type: 'list', items: listed(children).flatMap(group => inGroup(group, code))};
    case 'ObjectExpression':
      return {at, type: 'record', entries: children.flatMap(child => property(child, code))};
    case 'MemberExpression':
      return member(at, children, code);
    case 'CallExpression':
    case 'NewExpression': {
      const callee = children.find(({name}) => name !== 'new');
      const list = children.find(({name}) => name === 'ArgList');
      return callee
        ? {
            at,
            type: 'call',
            callee: expressionOf(callee, code),
            args: list ? listed(childrenOf(list)).flatMap(group => inGroup(group, code)) : [],
            named: [],
          }
        : {at, type: 'other'};
    }
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
    case 'AsExpression':
    case 'NonNullExpression':
      return inner(at, children, code);
    case 'UnaryExpression':
      return first && second && /^[-+]$/.test(code.slice(first.from, first.to)) && second.name === 'Number'
        ? numberAt(at, code.slice(second.from, second.to), written.startsWith('-') ? '-' : '')
        : {at, type: 'other'};
    case 'BinaryExpression': {
      const operator = second && code.slice(second.from, second.to);
      if (first && third && operator === '+') {
        return {at, type: 'sum', first: expressionOf(first, code), second: expressionOf(third, code)};
      }
      return first && third && (operator === '??' || operator === '||')
        ? {at, type: 'either', first: expressionOf(first, code), second: expressionOf(third, code)}
        : {at, type: 'other'};
    }
    default:
      return {at, type: 'other'};
  }
}

function inGroup([first, second]: readonly SyntaxNode[], code: string): Expression[] {
  return first?.name === 'Spread' ? [spread(first, second, code)] : first ? [expressionOf(first, code)] : [];
}

function spread({from}: SyntaxNode, of: SyntaxNode | undefined, code: string): Spread {
  return {at: from, type: 'spread', of: of ? expressionOf(of, code) : {at: from, type: 'other'}};
}

function inner(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const child = children.find(({name}) => !/^[()]$|^await$/.test(name));
  return child ? expressionOf(child, code) : {at, type: 'other'};
}

/** `a.b`, `a?.b` or `a["b"]`. */
function member(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const [of] = children;
  const property = children.findLast(({name}) => name !== ']');
  if (!of || !property || property === of) {
    return {at, type: 'other'};
  }
  const written = code.slice(property.from, property.to);
  const name =
    property.name === 'PropertyName'
      ? written
      : property.name === 'String'
        ? unescaped(written.slice(1, -1))
        : undefined;
  return {at, type: 'member', of: expressionOf(of, code), name};
}

function property(node: SyntaxNode, code: string): (Entry | Spread)[] {
  if (node.name !== 'Property') {
    return [];
  }
  const children = childrenOf(node).filter(({name}) => !/^[:[\]]$/.test(name));
  const [key, value] = children;
  if (!key) {
    return [];
  }
  if (key.name === 'Spread') {
    return [spread(key, value, code)];
  }
  const written = code.slice(key.from, key.to);
  const name: Expression =
    key.name === 'PropertyDefinition'
      ? {at: key.from, type: 'text', pieces: [written]}
      : key.name === 'Number'
        ? {at: key.from, type: 'text', pieces: [numberText(written) ?? written]}
        : expressionOf(key, code);
  // `{name}` alone stands for the variable of that name.
  return [{name, value: value ? expressionOf(value, code) : {at: key.from, type: 'name', name: written}}];
}

function templatePieces(node: SyntaxNode, code: string): (string | Expression)[] {
  const pieces: (string | Expression)[] = [];
  let position = node.from + 1;
  for (const child of childrenOf(node).filter(({name}) => name === 'Interpolation')) {
    const held = childrenOf(child).find(({name}) => !name.startsWith('Interpolation'));
    pieces.push(unescaped(code.slice(position, child.from)));
    pieces.push(held ? expressionOf(held, code) : {at: child.from, type: 'other'});
    position = child.to;
  }
  return [...pieces, unescaped(code.slice(position, node.to - 1))];
}

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
  '\r\n': '',
};

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]+)\}|(\r\n|[\s\S]))/g,
    (_, byte?: string, unit?: string, point?: string, letter = '') => {
      const hex = byte ?? unit;
      return hex !== undefined
        ? String.fromCharCode(Number.parseInt(hex, 16))
        : point !== undefined
          ? character(point)
          : (letters[letter] ?? letter);
    },
  );
}
