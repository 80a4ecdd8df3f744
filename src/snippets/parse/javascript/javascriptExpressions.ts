import type {SyntaxNode} from '@lezer/common';

import {
  isOperator,
  nameAt,
  numberAt,
  numberText,
  textAt,
  type ClassExpression,
  type Entry,
  type Expression,
  type FunctionExpression,
  type Parameter,
  type Spread,
} from '../expression';
import {childrenOf, listed} from '../syntaxTree';
import {statementsIn} from './javascriptSyntax';
import {unescaped} from './javascriptStrings';

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

/** A number of more digits than JavaScript keeps, as it keeps it. */
function rounded(written: string): string {
  const text = numberText(written) ?? '';
  return text.replace(/\.|e.*/g, '').length > 15 ? String(Number(text)) : written;
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
    return [{name: {at: key.from, type: 'other'}, value: {at: key.from, type: 'other'}}];
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

/** A target, or several that take a value apart. */
export function patternOf(node: SyntaxNode, code: string): Expression {
  const at = node.from;
  const children = childrenOf(node);
  switch (node.name) {
    case 'ArrayPattern':
      return {at, type: 'list', items: places(children.slice(1, -1), code)};
    case 'ObjectPattern':
      return {
        at,
        type: 'record',
        entries: children
          .filter(({name}) => name === 'PatternProperty')
          .map((one): Entry | Spread => {
            const parts = childrenOf(one).filter(({name}) => !/^[:[\]]$/.test(name));
            const [key, value] = parts;
            if (key?.name === 'Spread') {
              return {at: one.from, type: 'spread', of: value ? patternOf(value, code) : {at, type: 'other'}};
            }
            const name = key ? code.slice(key.from, key.to) : '';
            const target = value && value.name !== 'Equals' ? patternOf(value, code) : nameAt(one.from, name);
            return {
              name:
                key?.name === 'PropertyName' || key?.name === 'VariableDefinition'
                  ? textAt(one.from, name)
                  : {at, type: 'other'},
              value: withFallback(target, parts, code),
            };
          }),
      };
    default:
      return expressionOf(node, code);
  }
}

/** `[a, , b = 1, ...c]`. */
function places(children: readonly SyntaxNode[], code: string): readonly Expression[] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === ',') {
      groups.push([]);
    } else {
      groups.at(-1)?.push(child);
    }
  }
  return groups.map((group): Expression => {
    const [first, second] = group;
    return first?.name === 'Spread'
      ? {
          at: first.from,
          type: 'spread',
          of: second ? patternOf(second, code) : {at: first.from, type: 'other'},
        }
      : first
        ? withFallback(patternOf(first, code), group, code)
        : {at: 0, type: 'other'};
  });
}

function withFallback(target: Expression, nodes: readonly SyntaxNode[], code: string): Expression {
  const value = nodes[nodes.findIndex(({name}) => name === 'Equals') + 1];
  return nodes.some(({name}) => name === 'Equals') && value
    ? {at: target.at, type: 'assignment', target, value: expressionOf(value, code)}
    : target;
}

/** The name of a member; one that its class alone sees has a word before it. */
function nameOf({from, to}: SyntaxNode, code: string): string {
  return code.slice(from, to).replace(/^#/, 'private #');
}

/** Any function; all but arrows take the object first that they are called on. */
export function functionOf(node: SyntaxNode, code: string, isMethod = false): FunctionExpression {
  const at = node.from;
  const children = childrenOf(node);
  const list = children.find(({name}) => name === 'ParamList');
  const body = children.at(-1);
  const given = list ? listed(childrenOf(list)) : [];
  const parameters = given.map((group): Parameter => {
    const parts = group.filter(({name}) => !/^(?:TypeAnnotation|Optional|Privacy|readonly)$/.test(name));
    const [first, second] = parts;
    const target = first?.name === 'Spread' ? second : first;
    return {
      target: target ? withFallback(patternOf(target, code), parts, code) : {at, type: 'other'},
      ...(first?.name === 'Spread' ? {rest: 'list'} : {}),
    };
  });
  return {
    at,
    type: 'function',
    parameters: isMethod ? [{target: nameAt(at, 'this')}, ...parameters] : parameters,
    body: !body
      ? []
      : body.name === 'Block'
        ? statementsIn(body, code)
        : [{at: body.from, type: 'return', value: awaited(expressionOf(body, code))}],
    isMethod,
    isAsync: children.some(({name}) => name === 'async'),
    isGenerator: children.some(({name}) => name === 'Star'),
  };
}

export function classOf(node: SyntaxNode, code: string): ClassExpression {
  const at = node.from;
  const children = childrenOf(node);
  const body = children.find(({name}) => name === 'ClassBody');
  const members = body ? childrenOf(body) : [];
  const base = children[children.findIndex(({name}) => name === 'extends') + 1];
  const definitionIn = (member: SyntaxNode): SyntaxNode | undefined =>
    childrenOf(member).find(({name}) => /^(?:Private)?PropertyDefinition$/.test(name));
  const isStatic = (one: SyntaxNode): boolean => childrenOf(one).some(child => child.name === 'static');
  const fieldsOf = (declared: readonly SyntaxNode[]): readonly Entry[] =>
    declared.flatMap((one): Entry[] => {
      const name = definitionIn(one);
      const value = one.getChild('Equals')?.nextSibling;
      return one.name === 'PropertyDeclaration' && name && value
        ? [{name: textAt(name.from, nameOf(name, code)), value: expressionOf(value, code)}]
        : [];
    });
  return {
    at,
    type: 'class',
    methods: members.flatMap(one => {
      const name = definitionIn(one);
      return one.name === 'MethodDeclaration' && name
        ? [
            {
              name: accessor(one) + nameOf(name, code),
              value: functionOf(one, code, !isStatic(one)),
            },
          ]
        : [];
    }),
    fields: fieldsOf(members.filter(one => !isStatic(one))),
    statics: fieldsOf(members.filter(isStatic)),
    ...(children.some(({name}) => name === 'extends')
      ? {base: base ? expressionOf(base, code) : {at, type: 'other'}}
      : {}),
  };
}

/** A method that is called where a member is looked at or given a value has that before its name. */
function accessor(method: SyntaxNode): string {
  const word = childrenOf(method).find(({name}) => name === 'get' || name === 'set');
  return word ? `${word.name} ` : '';
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
