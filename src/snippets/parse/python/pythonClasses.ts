import type {SyntaxNode} from '@lezer/common';
import {
  nameAt,
  textAt,
  type Entry,
  type Expression,
  type FunctionExpression,
  type Parameter,
  type Statement,
} from '../expression';
import {childrenOf, listed} from '../syntaxTree';
import {bodies} from './pythonBlocks';
import {expressionOf} from './pythonExpressions';
import {functionOf, methodName} from './pythonFunctions';

/** A class whose members make its constructor; undefined for any other. */
export function dataClass(children: readonly SyntaxNode[], code: string): readonly Statement[] | undefined {
  const decorators = children.filter(({name}) => name === 'Decorator');
  const node = children.find(({name}) => name === 'ClassDefinition');
  const [decorator, ...others] = decorators.map(({from, to}) => code.slice(from, to).trim());
  const isPlain = /^@(?:dataclasses\.)?dataclass(?:\(\s*(?:(?:frozen|slots)\s*=\s*True[,\s]*)*\))?$/;
  const members = node ? bodies(childrenOf(node)).flatMap(childrenOf) : [];
  const own = members.filter(({name}) => name === 'AssignStatement');
  if (
    !node ||
    others.length > 0 ||
    !isPlain.test(decorator ?? '') ||
    node.getChild('ArgList') ||
    own.some(one => !/^: ?(?!.*(?:ClassVar|InitVar|KW_ONLY))/.test(typeOf(one, code))) ||
    members.some(one => /^def __/.test(code.slice(one.from, one.to)))
  ) {
    return undefined;
  }
  const at = node.from;
  const fields = own.flatMap(one => {
    const [target, , value] = childrenOf(one).filter(({name}) => name !== 'TypeDef');
    return target ? [{name: nameAt(target.from, code.slice(target.from, target.to)), value}] : [];
  });
  const constructor: FunctionExpression = {
    at,
    type: 'function',
    parameters: [
      {target: nameAt(at, 'self')},
      ...fields.map(({name, value}): Parameter => {
        const given: Expression | undefined =
          value && (madeAnew(value, code) ? none(value.from) : expressionOf(value, code));
        return {target: given ? {at: name.at, type: 'assignment', target: name, value: given} : name};
      }),
    ],
    body: fields.map(({name, value}) => {
      const anew = value && madeAnew(value, code);
      return {
        at: name.at,
        type: 'assign',
        targets: [{at: name.at, type: 'member', of: nameAt(name.at, 'self'), name: name.name}],
        value: anew
          ? {
              at: name.at,
              type: 'conditional',
              test: {at: name.at, type: 'binary', operator: '===', first: name, second: none(name.at)},
              then: anew,
              otherwise: name,
            }
          : name,
      };
    }),
  };
  return classes(node, childrenOf(node), code).map(statement =>
    statement.type === 'assign' && statement.value.type === 'class'
      ? {
          ...statement,
          value: {
            ...statement.value,
            methods: [...statement.value.methods, {name: 'constructor', value: constructor}],
            statics: [],
          },
        }
      : statement,
  );
}

function none(at: number): Expression {
  return {at, type: 'constant', value: 'undefined'};
}

/** What `field(default_factory=…)` makes for each object. */
function madeAnew({from: at, to}: SyntaxNode, code: string): Expression | undefined {
  const factory = /^(?:dataclasses\.)?field\(\s*default_factory\s*=\s*(list|dict)\s*,?\s*\)$/.exec(
    code.slice(at, to),
  );
  return factory
    ? factory[1] === 'list'
      ? {at, type: 'list', items: []}
      : {at, type: 'record', entries: []}
    : undefined;
}

function typeOf(assignment: SyntaxNode, code: string): string {
  const type = assignment.getChild('TypeDef');
  return type ? code.slice(type.from, type.to) : '';
}

/** A class with its methods, and what it has itself. */
export function classes(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  code: string,
): readonly Statement[] {
  const at = node.from;
  const name = children.find(child => child.name === 'VariableName');
  const bases = children.find(child => child.name === 'ArgList');
  const members = bodies(children).flatMap(childrenOf);
  if (!name) {
    return [];
  }
  const [[base] = [], ...others] = (bases ? listed(childrenOf(bases)) : []).filter(
    ([one]) => one && code.slice(one.from, one.to) !== 'object',
  );
  const fields = members.flatMap((member): Entry[] => {
    const [target, operator, value] = childrenOf(member).filter(child => child.name !== 'TypeDef');
    return member.name === 'AssignStatement' && target && operator && value
      ? [
          {
            name: textAt(target.from, code.slice(target.from, target.to)),
            value: expressionOf(value, code),
          },
        ]
      : [];
  });
  return [
    {
      at,
      type: 'assign',
      targets: [expressionOf(name, code)],
      value: {
        at,
        type: 'class',
        methods: members.flatMap(member => {
          const own = childrenOf(member).find(child => child.name === 'VariableName');
          const written = own && code.slice(own.from, own.to);
          return member.name === 'FunctionDefinition' && written !== undefined
            ? [{name: methodName(written), value: functionOf(member, code)}]
            : [];
        }),
        fields: [],
        statics: fields,
        sharesStatics: true,
        ...(base
          ? {base: others.length === 0 ? expressionOf(base, code) : ({at, type: 'other'} as const)}
          : {}),
      },
    },
  ];
}
