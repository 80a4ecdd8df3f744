import type {SyntaxNode} from '@lezer/common';
import {isOperator, nameAt, textAt, type Entry, type Expression, type Spread} from '../expression';
import {childrenOf, listed} from '../syntaxTree';
import {unescaped} from './javascriptStrings';
import {numberAt, numberText} from '../numbers';
import {classOf, functionOf, nameOf, patternOf} from './javascriptFunctions';

export function expressionOf(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const children = childrenOf(node);
  const written = code.slice(node.from, node.to);
  const [first, second, third] = children;
  switch (node.name) {
    case 'String':
      return textAt(at, unescaped(written.slice(1, -1)));
    case 'TemplateString':
      return {at, type: 'text', pieces: templatePieces(node, code)};
    case 'Number':
      return numberAt(at, rounded(written));
    case 'BooleanLiteral':
      return {at, type: 'constant', value: written === 'true' ? 'true' : 'false'};
    case 'null':
      return {at, type: 'constant', value: 'null'};
    case 'VariableName':
    case 'VariableDefinition':
    case 'this':
    case 'super':
      return written === 'undefined' ? {at, type: 'constant', value: 'undefined'} : nameAt(at, written);
    case 'ArrayExpression':
      return {at, type: 'list', items: listed(children).flatMap(group => inGroup(group, code))};
    case 'ObjectExpression':
      return {at, type: 'record', entries: children.flatMap(child => property(child, code))};
    case 'MemberExpression':
      return member(at, children, code);
    case 'CallExpression':
    case 'NewExpression': {
      const module = /^require\(\s*(['"])(?:node:)?([\w@/.-]+?)(?:\/promises)?\1\s*\)$/.exec(written)?.[2];
      if (module !== undefined) {
        return nameAt(at, module);
      }
      const callee = children.find(({name}) => name !== 'new');
      const list = children.find(({name}) => name === 'ArgList');
      return callee
        ? {
            at,
            type: 'call',
            callee:
              callee.name === 'super'
                ? {at, type: 'member', of: nameAt(at, 'this'), name: 'super.constructor'}
                : expressionOf(callee, code),
            args: list ? listed(childrenOf(list)).flatMap(group => inGroup(group, code)) : [],
            named: [],
          }
        : {at, type: 'other'};
    }
    case 'AwaitExpression':
      return awaited(inner(at, children, code));
    case 'ParenthesizedExpression':
      return inner(at, children, code);
    case 'InstantiationExpression':
      return first ? expressionOf(first, code) : {at, type: 'other'};
    case 'ArrowFunction':
    case 'FunctionExpression':
      return functionOf(node, code, node.name === 'FunctionExpression');
    case 'ClassExpression':
      return classOf(node, code);
    case 'UnaryExpression':
      return unary(node, first, second, code);
    case 'PostfixExpression':
      // `a!`; counting within an expression is not followed.
      return first && second?.name === 'LogicOp'
        ? expressionOf(first, code)
        : {
            at,
            type: 'assignment',
            target: first ? expressionOf(first, code) : {at, type: 'other'},
            value: {at, type: 'other'},
          };
    case 'ConditionalExpression': {
      const [test, , then, , otherwise] = children;
      return test && then && otherwise
        ? {
            at,
            type: 'conditional',
            test: expressionOf(test, code),
            then: expressionOf(then, code),
            otherwise: expressionOf(otherwise, code),
          }
        : {at, type: 'other'};
    }
    case 'AssignmentExpression': {
      const operator = second && code.slice(second.from, second.to);
      return first && third
        ? {
            at,
            type: 'assignment',
            target: patternOf(first, code),
            value:
              operator === '='
                ? expressionOf(third, code)
                : {at, type: 'other', parts: [expressionOf(third, code)]},
          }
        : {at, type: 'other'};
    }
    case 'BinaryExpression': {
      const sign = second ? code.slice(second.from, second.to) : '';
      if (first && (sign === 'as' || sign === 'satisfies')) {
        return expressionOf(first, code);
      }
      // `in` looks at the prototypes too.
      return first && third && isOperator(sign) && sign !== 'in'
        ? {
            at,
            type: 'binary',
            operator: sign,
            first: expressionOf(first, code),
            second: expressionOf(third, code),
          }
        : {at, type: 'other', parts: others(children, code)};
    }
    case 'SequenceExpression': {
      const last = children.at(-1);
      return last && children.length < 2
        ? expressionOf(last, code)
        : {at, type: 'other', parts: others(children, code)};
    }
    case 'TypeArgList':
    case 'TypeAnnotation':
      return {at, type: 'other'};
    default:
      return {at, type: 'other', parts: others(children, code)};
  }
}

/** A number as JavaScript writes it, with as many digits as it keeps. */
function rounded(written: string): string {
  const text = numberText(written) ?? '';
  const isOther = /[.e]/.test(text) || text.length > 15;
  return isOther && Number.isFinite(Number(text)) ? String(Number(text)) : written;
}

function others(children: readonly SyntaxNode[], code: string): readonly Expression[] {
  return children.map(child => expressionOf(child, code));
}

function unary(
  node: SyntaxNode,
  first: SyntaxNode | undefined,
  second: SyntaxNode | undefined,
  code: string,
): Expression {
  const at = node.from;
  const operator = code.slice(node.from, first?.to);
  if (!second) {
    return {at, type: 'other'};
  }
  const of = expressionOf(second, code);
  switch (operator) {
    case '!':
      return {at, type: 'not', of};
    case '-':
    case '+':
      return second.name === 'Number'
        ? numberAt(at, rounded(code.slice(second.from, second.to)), operator === '-' ? '-' : '')
        : {at, type: 'other', parts: [of]};
    case '++':
    case '--':
    case 'delete':
      return {at, type: 'assignment', target: of, value: {at, type: 'other'}};
    default:
      return {at, type: 'other', parts: [of]};
  }
}

function inGroup([first, second]: readonly SyntaxNode[], code: string): Expression[] {
  return first?.name === 'Spread' ? [spread(first, second, code)] : first ? [expressionOf(first, code)] : [];
}

function spread({from}: SyntaxNode, of: SyntaxNode | undefined, code: string): Spread {
  return {at: from, type: 'spread', of: of ? expressionOf(of, code) : {at: from, type: 'other'}};
}

/** What is returned is waited for too, by who waits for the function. */
export function awaited(expression: Expression): Expression {
  return expression.type === 'call' ? {...expression, isAwaited: true} : expression;
}

function inner(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const child = children.find(({name}) => !/^[()]$|^await$|Comment$/.test(name));
  return child ? expressionOf(child, code) : {at, type: 'other'};
}

/** `a.b`, `a?.b` or `a[b]`. */
function member(at: number, children: readonly SyntaxNode[], code: string): Expression {
  const [of] = children;
  const property = children.findLast(({name}) => name !== ']');
  if (!of || !property || property === of) {
    return {at, type: 'other'};
  }
  if (of.name === 'super') {
    return {
      at,
      type: 'member',
      of: nameAt(at, 'this'),
      name: `super.${code.slice(property.from, property.to)}`,
    };
  }
  const object = expressionOf(of, code);
  return property.name.endsWith('PropertyName')
    ? {at, type: 'member', of: object, name: nameOf(property, code)}
    : {at, type: 'member', of: object, key: expressionOf(property, code)};
}

function property(node: SyntaxNode, code: string): (Entry | Spread)[] {
  if (node.name !== 'Property') {
    return [];
  }
  const children = childrenOf(node).filter(({name}) => !/^[:[\]]$|^async$|^Star$/.test(name));
  const [key, value] = children;
  if (!key) {
    return [];
  }
  if (key.name === 'Spread') {
    return [spread(key, value, code)];
  }
  if (key.name === 'get' || key.name === 'set') {
    // When it is called is not followed, nor what it does then.
    const unfollowed: Expression = {
      at: key.from,
      type: 'call',
      callee: {at: key.from, type: 'other'},
      args: [functionOf(node, code, true)],
      named: [],
    };
    return [{name: unfollowed, value: {at: key.from, type: 'other'}}];
  }
  const written = code.slice(key.from, key.to);
  const isName = key.name === 'PropertyDefinition';
  // Unlike a computed or a short one, this names no member but the prototype.
  if (/^(['"]?)__proto__\1$/.test(written) && value && node.firstChild?.name !== '[') {
    return [{name: nameAt(key.from, '__proto__'), value: {at: key.from, type: 'other'}}];
  }
  const name: Expression = isName
    ? textAt(key.from, written)
    : key.name === 'Number'
      ? textAt(key.from, numberText(written) ?? written)
      : expressionOf(key, code);
  if (value?.name === 'ParamList') {
    return [{name, value: functionOf(node, code, true)}];
  }
  // `{name}` alone stands for the variable of that name.
  return [{name, value: value ? expressionOf(value, code) : nameAt(key.from, written)}];
}

function templatePieces(node: SyntaxNode, code: string): (string | Expression)[] {
  const pieces: (string | Expression)[] = [];
  let position = node.from + 1;
  for (const child of childrenOf(node).filter(({name}) => name === 'Interpolation')) {
    const held = childrenOf(child).find(({name}) => !/^Interpolation|Comment$/.test(name));
    pieces.push(unescaped(code.slice(position, child.from)));
    pieces.push(held ? expressionOf(held, code) : {at: child.from, type: 'other'});
    position = child.to;
  }
  return [...pieces, unescaped(code.slice(position, node.to - 1))];
}
