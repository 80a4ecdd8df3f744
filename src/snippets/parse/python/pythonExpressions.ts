import type {SyntaxNode} from '@lezer/common';
import {isOperator, nameAt, textAt, type Entry, type Expression, type Spread} from '../expression';
import {numberAt} from '../numbers';
import {childrenOf, listed} from '../syntaxTree';
import {formatString} from './pythonFormatString';
import {stringText} from './pythonStrings';
import {methodName, parametersOf} from './pythonFunctions';

export function expressionOf(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const children = childrenOf(node);
  const written = code.slice(node.from, node.to);
  const [first, second] = children;
  const other = (): Expression => ({
    at,
    type: 'other',
    parts: children.map(child => expressionOf(child, code)),
  });
  switch (node.name) {
    case 'String': {
      const text = stringText(written);
      return text === undefined ? {at, type: 'other'} : textAt(at, text);
    }
    case 'FormatString':
      return formatString(node, code);
    case 'ContinuedString':
      return {at, type: 'text', pieces: children.map(child => expressionOf(child, code))};
    case 'Number':
      return numberAt(at, written);
    case 'Boolean':
      return {at, type: 'constant', value: written === 'True' ? 'true' : 'false'};
    case 'None':
      return {at, type: 'constant', value: 'null'};
    case 'VariableName':
      return nameAt(at, written);
    case 'ArrayExpression':
    case 'TupleExpression':
      return {
        at,
        type: 'list',
        items: listed(children).flatMap(group => positional(group, code)),
        isFixed: node.name === 'TupleExpression',
      };
    case 'DictionaryExpression':
      return {at, type: 'record', entries: listed(children).flatMap(group => entry(group, code))};
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      return comprehension(at, children.slice(1, -1), code) ?? other();
    case 'ParenthesizedExpression':
    case 'AwaitExpression': {
      const inner = children.find(({name}) => !/^[()]$|^await$|Comment$/.test(name));
      const value: Expression = inner ? expressionOf(inner, code) : {at, type: 'list', items: []};
      return value.type === 'call' && node.name === 'AwaitExpression' ? {...value, isAwaited: true} : value;
    }
    case 'MemberExpression':
      return member(at, children, code);
    case 'CallExpression':
      return call(at, children, code);
    case 'NamedExpression': {
      const value = children.at(-1);
      return first && value
        ? {at, type: 'assignment', target: expressionOf(first, code), value: expressionOf(value, code)}
        : other();
    }
    case 'ConditionalExpression': {
      const [then, , test, , otherwise] = children;
      return then && test && otherwise
        ? {
            at,
            type: 'conditional',
            test: expressionOf(test, code),
            then: expressionOf(then, code),
            otherwise: expressionOf(otherwise, code),
          }
        : other();
    }
    case 'LambdaExpression': {
      const body = children.at(-1);
      return {
        at,
        type: 'function',
        parameters: parametersOf(node, code),
        body: body ? [{at: body.from, type: 'return', value: expressionOf(body, code)}] : [],
      };
    }
    case 'UnaryExpression':
      return second && written.startsWith('not')
        ? {at, type: 'not', of: expressionOf(second, code)}
        : second?.name === 'Number' && written.startsWith('-')
          ? numberAt(at, code.slice(second.from, second.to), '-')
          : other();
    case 'BinaryExpression':
      return binary(at, children, code) ?? other();
    default:
      return other();
  }
}

const words: Readonly<Record<string, string>> = {
  or: '||',
  and: '&&',
  is: '==',
  isnot: '!=',
  in: 'in',
  notin: 'in',
};

function binary(at: number, children: readonly SyntaxNode[], code: string): Expression | undefined {
  const first = children[0];
  const second = children.at(-1);
  const word = children
    .slice(1, -1)
    .map(one => code.slice(one.from, one.to))
    .join('');
  const operator = words[word] ?? word;
  // `a < b < c` is a chain.
  if (!first || !second || !isOperator(operator) || (/[<>=]/.test(operator) && isComparison(first))) {
    return undefined;
  }
  const value: Expression = {
    at,
    type: 'binary',
    operator,
    first: expressionOf(first, code),
    second: expressionOf(second, code),
  };
  return word === 'notin' ? {at, type: 'not', of: value} : value;
}

function isComparison(node: SyntaxNode): boolean {
  return node.name === 'BinaryExpression' && node.getChild('CompareOp') !== null;
}

/** One expression, or a tuple of several with commas between them. */
export function parallel(at: number, nodes: readonly SyntaxNode[], code: string): Expression {
  const [only] = nodes;
  return nodes.length === 1 && only
    ? expressionOf(only, code)
    : {at, type: 'list', items: listed(nodes).flatMap(group => positional(group, code)), isFixed: true};
}

function call(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const [first] = children;
  const list = children.find(({name}) => name === 'ArgList');
  const inner = list ? childrenOf(list) : [];
  const made = inner.some(({name}) => name === 'for')
    ? comprehension(at, inner.slice(1, -1), code)
    : undefined;
  const groups = listed(inner);
  return first
    ? {
        at,
        type: 'call',
        callee: expressionOf(first, code),
        args: made ? [made] : groups.filter(isPositional).flatMap(group => positional(group, code)),
        named: made ? [] : groups.filter(group => !isPositional(group)).map(group => keyword(group, code)),
      }
    : {at, type: 'other'};
}

/** `item for target in of if test`, with one `for`. */
function comprehension(at: number, children: readonly SyntaxNode[], code: string): Expression | undefined {
  const place = (word: string): number => children.findIndex(({name}) => name === word);
  const [start, within] = [place('for'), place('in')];
  const [item, colon, value] = children.slice(0, start);
  const [of, ...behind] = children.slice(within + 1);
  if (!item || !of || behind.some(({name}) => name === 'for' || name === 'async')) {
    return undefined;
  }
  return {
    at,
    type: 'comprehension',
    item:
      colon?.name === ':' && value
        ? {name: expressionOf(item, code), value: expressionOf(value, code)}
        : expressionOf(item, code),
    target: parallel(at, children.slice(start + 1, within), code),
    of: expressionOf(of, code),
    tests: behind.filter(({name}) => name !== 'if').map(test => expressionOf(test, code)),
  };
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
    ? {name: textAt(at, code.slice(name.from, name.to)), value: expressionOf(value, code)}
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
  if (!of || !property || property === of || children.some(({name}) => name === ':' || name === ',')) {
    return {at, type: 'other', parts: of ? [expressionOf(of, code)] : []};
  }
  const name = code.slice(property.from, property.to);
  if (of.name === 'CallExpression' && /^super\(/.test(code.slice(of.from, of.to))) {
    return {at, type: 'member', of: nameAt(at, 'self'), name: `super.${methodName(name)}`};
  }
  const object = expressionOf(of, code);
  return property.name === 'PropertyName'
    ? {at, type: 'member', of: object, name}
    : {at, type: 'member', of: object, key: expressionOf(property, code)};
}
