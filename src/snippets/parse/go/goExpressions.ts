import type {SyntaxNode} from '@lezer/common';
import {textOfBytes} from '../curl/ansiC';
import {
  isOperator,
  nameAt,
  textAt,
  type Expression,
  type FunctionExpression,
  type Parameter,
} from '../expression';
import {numberAt} from '../numbers';
import {character, childrenOf, listed} from '../syntaxTree';
import {withResults} from './goResults';
import {statementsIn} from './goSyntax';
import {zeroOf, typedLiteral} from './goLiterals';

export function expressionOf(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const children = childrenOf(node);
  const written = code.slice(node.from, node.to);
  const [first, second, third] = children;
  const other = (): Expression => ({
    at,
    type: 'other',
    parts: children.map(child => expressionOf(child, code)),
  });
  switch (node.name) {
    case 'String':
      return textAt(at, stringText(written));
    case 'Number':
      return numberAt(at, written);
    case 'Bool':
      return {at, type: 'constant', value: written === 'true' ? 'true' : 'false'};
    case 'Nil':
      return {at, type: 'constant', value: 'null'};
    case 'VariableName':
    case 'DefName':
      return nameAt(at, written);
    case 'SelectorExpr': {
      const name = children.at(-1);
      return first && name && first !== name
        ? selector(expressionOf(first, code), code.slice(name.from, name.to), at)
        : other();
    }
    case 'IndexExpr': {
      const key = third && expressionOf(third, code);
      return first && key
        ? inLast(expressionOf(first, code), last => ({at, type: 'member', of: last, key}))
        : other();
    }
    case 'CallExpr':
      return call(node, children, code);
    case 'Conversion': {
      const inner = children.find(({name}) => !/Type$|^[()]$/.test(name));
      return inner && first?.name === 'SliceType'
        ? converted(first, expressionOf(inner, code), code)
        : other();
    }
    case 'ParenthesizedExpr':
      return second ? expressionOf(second, code) : other();
    case 'UnaryExp':
      return unary(at, written, second, code) ?? other();
    case 'BinaryExp': {
      const operator = second && code.slice(second.from, second.to);
      return first && third && isOperator(operator)
        ? {at, type: 'binary', operator, first: expressionOf(first, code), second: expressionOf(third, code)}
        : other();
    }
    case 'FunctionLiteral':
      return functionOf(node, code);
    case 'TypeAssertion':
      return first ? expressionOf(first, code) : other();
    case 'TypedLiteral': {
      const literal = node.getChild('LiteralValue');
      return first && literal ? typedLiteral(at, first, literal, code) : other();
    }
    default:
      return other();
  }
}

function unary(
  at: number,
  written: string,
  of: SyntaxNode | undefined,
  code: string,
): Expression | undefined {
  if (!of) {
    return undefined;
  }
  switch (written.charAt(0)) {
    case '&':
      return {at, type: 'pointer', of: expressionOf(of, code)};
    case '*':
      return {at, type: 'pointer', of: expressionOf(of, code), isUndone: true};
    case '!':
      return {at, type: 'not', of: expressionOf(of, code)};
    case '-':
      return of.name === 'Number' ? numberAt(at, code.slice(of.from, of.to), '-') : undefined;
    default:
      return undefined;
  }
}

function call(node: SyntaxNode, children: readonly SyntaxNode[], code: string): Expression {
  const at = node.from;
  const [first] = children;
  const list = children.find(({name}) => name === 'Arguments');
  const groups = list ? listed(childrenOf(list)) : [];
  const [[type] = []] = groups;
  const callee = first && code.slice(first.from, first.to);
  if (!first) {
    return {at, type: 'other'};
  }
  if ((callee === 'make' || callee === 'new') && type) {
    const zero = zeroOf(type, code);
    return callee === 'make' && type.name === 'MapType'
      ? {at, type: 'record', entries: []}
      : callee === 'make' && type.name === 'SliceType'
        ? emptySlice(at, groups, code)
        : {at, type: 'pointer', of: zero};
  }
  const args = groups.flatMap(([arg, dots]): Expression[] =>
    arg
      ? [
          dots?.name === '...'
            ? {at: arg.from, type: 'spread', of: expressionOf(arg, code)}
            : expressionOf(arg, code),
        ]
      : [],
  );
  const [only] = args;
  if (only && (first.name === 'SliceType' || callee === 'string')) {
    return converted(first, only, code);
  }
  return called(expressionOf(first, code), args, at);
}

/** `make([]T, 0, 9)` has room for what is appended to it. */
function emptySlice(at: number, groups: readonly (readonly SyntaxNode[])[], code: string): Expression {
  const [, [length] = [], room] = groups;
  const list: Expression = {at, type: 'list', items: []};
  return length && code.slice(length.from, length.to) !== '0'
    ? {at, type: 'other'}
    : room
      ? called(nameAt(at, 'append'), [list], at)
      : list;
}

/** `string(text)` and `[]byte(text)`. */
function converted({from, to}: SyntaxNode, of: Expression, code: string): Expression {
  const type = code.slice(from, to);
  return /^(?:string|\[\]byte)$/.test(type) && of.type !== 'number'
    ? {at: from, type: 'call', callee: nameAt(from, type), args: [of], named: []}
    : {at: from, type: 'other', parts: [of]};
}

/** The grammar takes `"a"+b.C` for `("a"+b).C`, and the same with calls: what stands last in a sum is what is meant. */
function selector(of: Expression, name: string, at: number): Expression {
  return inLast(of, last => ({at, type: 'member', of: last, name}));
}

function called(callee: Expression, args: readonly Expression[], at: number): Expression {
  return inLast(callee, last => ({at, type: 'call', callee: last, args, named: []}));
}

function inLast(expression: Expression, change: (last: Expression) => Expression): Expression {
  return expression.type === 'binary'
    ? {...expression, second: inLast(expression.second, change)}
    : change(expression);
}

/** Any function; a method takes the object that it is called on first. */
export function functionOf(node: SyntaxNode, code: string): FunctionExpression {
  const all = node.getChildren('Parameters');
  const count = node.name === 'MethodDecl' ? 2 : 1;
  const lists = all.slice(0, count);
  const block = node.getChild('Block');
  const parameters = lists.flatMap(list =>
    list.getChildren('Parameter').flatMap((parameter): Parameter[] => {
      const children = childrenOf(parameter);
      const names = children.filter(({name}) => name === 'DefName');
      return names.map(name => ({
        target: nameAt(name.from, code.slice(name.from, name.to)),
        ...(children.some(one => one.name === '...') ? {rest: 'list'} : {}),
      }));
    }),
  );
  return {
    at: node.from,
    type: 'function',
    parameters,
    body: block ? withResults(statementsIn(block, code), all[count], code) : [],
  };
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

export function stringText(written: string): string {
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
