import type {SyntaxNode} from '@lezer/common';
import {
  nameAt,
  textAt,
  type ClassExpression,
  type Entry,
  type Expression,
  type FunctionExpression,
  type Parameter,
  type Spread,
  type Statement,
} from '../expression';
import {childrenOf, listed} from '../syntaxTree';
import {statementsIn} from './javascriptSyntax';
import {awaited, expressionOf} from './javascriptExpressions';

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
export function nameOf({from, to}: SyntaxNode, code: string): string {
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
        ? [...hoisted(body, list, code), ...statementsIn(body, code)]
        : [{at: body.from, type: 'return', value: awaited(expressionOf(body, code))}],
    isMethod,
    isAsync: children.some(({name}) => name === 'async'),
    isGenerator: children.some(({name}) => name === 'Star'),
  };
}

/** What `var` declares anywhere in a function has its name in all of it. */
function hoisted(body: SyntaxNode, parameters: SyntaxNode | undefined, code: string): readonly Statement[] {
  if (!/\bvar\b/.test(code.slice(body.from, body.to))) {
    return [];
  }
  const given: readonly string[] = parameters
    ? (code.slice(parameters.from, parameters.to).match(/[\w$]+/g) ?? [])
    : [];
  const statements: Statement[] = [];
  body.cursor().iterate(node => {
    if (node.name === 'VariableDefinition' && node.node.parent?.firstChild?.name === 'var') {
      const {from: at, to} = node;
      const name = code.slice(at, to);
      if (!given.includes(name)) {
        statements.push({
          at,
          type: 'assign',
          targets: [nameAt(at, name)],
          value: {at, type: 'constant', value: 'undefined'},
          declares: 'function',
          isHoisted: true,
        });
      }
    }
    return !/Function$|^FunctionExpression$|^FunctionDeclaration$|^ClassBody$/.test(node.name);
  });
  return statements;
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
