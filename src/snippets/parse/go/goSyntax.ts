import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/go';
import {counted, nameAt, updated, type Expression, type Statement} from '../expression';
import {childrenOf, demandSyntax} from '../syntaxTree';
import {typesIn} from './goTypes';
import {expressionOf, functionOf, stringText} from './goExpressions';
import {zeroOf} from './goLiterals';
import {branch, loop, switched} from './goBlocks';

/** The statements of a program, or of a part of a function. */
export function readGo(code: string): readonly Statement[] {
  // The grammar knows no end of a statement behind these; texts are taken from the code itself.
  const ended = code.replace(
    /^((?:(?!\/\/).)*\b(?:true|false))[ \t]*(?:\n|[ \t](?=\/\/))/gm,
    (whole, before: string) => `${before};`.padEnd(whole.length),
  );
  const tree = parser.parse(ended);
  demandSyntax(tree, 'Go');
  return [...typesIn(tree.topNode, code), ...statementsIn(tree.topNode, code)];
}

export function statementsIn(node: SyntaxNode, code: string): readonly Statement[] {
  return childrenOf(node).flatMap(child => statementsOf(child, code));
}

function written(node: SyntaxNode | undefined | null, code: string): string {
  return node ? code.slice(node.from, node.to) : '';
}

export function statementsOf(node: SyntaxNode, code: string): readonly Statement[] {
  const at = node.from;
  const children = childrenOf(node);
  const [first, second] = children;
  switch (node.name) {
    case 'ImportDecl':
    case 'SpecList':
    case 'ConstDecl':
      return statementsIn(node, code);
    case 'ImportSpec': {
      const path =
        stringText(written(node.getChild('String'), code))
          .replace(/\/v\d+$/, '')
          .split('/')
          .at(-1) ?? '';
      const name = node.getChild('DefName');
      return [{at, type: 'import', name: name ? written(name, code) : path, path}];
    }
    case 'VarDecl':
      return first?.name === 'var' ? statementsIn(node, code) : assignment(node, code);
    case 'VarSpec':
    case 'ConstSpec':
    case 'Assignment':
      return assignment(node, code);
    case 'FunctionDecl':
      return [
        {
          at,
          type: 'assign',
          targets: [nameAt(at, written(node.getChild('DefName'), code))],
          value: functionOf(node, code),
          declares: 'block',
          isHoisted: true,
        },
      ];
    case 'IncDecStatement':
      return first && second ? [counted(expressionOf(first, code), written(second, code))] : [];
    case 'ExprStatement':
      return children.flatMap((inner): Statement[] => [
        {at, type: 'do', value: expressionOf(inner, code)},
        ...filledBy(inner, code),
      ]);
    case 'Block':
      return [{at, type: 'block', body: statementsIn(node, code)}];
    case 'IfStatement':
      return [branch(node, code)];
    case 'ForStatement':
      return [loop(node, code)];
    case 'SwitchStatement':
    case 'TypeSwitchStatement':
    case 'SelectStatement':
      return [switched(node, code)];
    case 'DeferStatement':
      return second ? deferred(at, expressionOf(second, code)) : [];
    case 'GoStatement':
      // When it runs is not known.
      return second
        ? [
            {
              at,
              type: 'do',
              value: {
                at,
                type: 'call',
                callee: {at, type: 'other'},
                args: [
                  {
                    at,
                    type: 'function',
                    parameters: [],
                    body: [{at, type: 'do', value: expressionOf(second, code)}],
                  },
                ],
                named: [],
              },
            },
          ]
        : [];
    case 'GotoStatement':
      return node.getChild('LabelName') || first?.name === 'goto'
        ? [{at, type: 'unfollowed'}]
        : [{at, type: 'leave', how: first?.name === 'continue' ? 'continue' : 'break'}];
    case 'FallthroughStatement':
    case 'SendStatement':
      return [{at, type: 'unfollowed'}];
    case 'LabeledStatement':
      return statementsIn(node, code);
    case 'ReturnStatement': {
      const values = children.slice(1).filter(({name}) => name !== ',');
      const [only] = values;
      return [
        {
          at,
          type: 'return',
          ...(values.length > 1
            ? {value: {at, type: 'list', items: values.map(value => expressionOf(value, code))}}
            : only
              ? {value: expressionOf(only, code)}
              : {}),
        },
      ];
    }
    default:
      return [];
  }
}

/** `a, err := f()`, `a = b`, `a, b = 1, 2`, `a += b`, `var a = b` or `var a T`. */
function assignment(node: SyntaxNode, code: string): readonly Statement[] {
  const at = node.from;
  const children = childrenOf(node);
  const operator = children.findIndex(({name}) => /^(?::?=|UpdateOp)$/.test(name));
  const sign = children[operator];
  const declares = /Spec$/.test(node.name) || sign?.name === ':=' ? 'block' : undefined;
  const before = operator < 0 ? children : children.slice(0, operator);
  const targets = before
    .filter(({name}, index) => name !== ',' && (declares === undefined || name === 'DefName' || index === 0))
    .map((target): Expression => expressionOf(target, code));
  const values = operator < 0 ? [] : children.slice(operator + 1).filter(({name}) => name !== ',');
  const [target] = targets;
  const [value] = values;
  // What is written through a pointer is not followed.
  if (before.some(({name}) => name === 'UnaryExp')) {
    return [{at, type: 'unfollowed'}];
  }
  if (!sign || !value) {
    const type = children.findLast(({name}) => !/^(?:DefName|,)$/.test(name));
    return targets.map((one): Statement => ({
      at,
      type: 'assign',
      targets: [one],
      value: node.name === 'ConstSpec' ? {at, type: 'other'} : zeroOf(type, code),
      ...(declares ? {declares} : {}),
    }));
  }
  if (sign.name === 'UpdateOp' && target) {
    return [updated(target, written(sign, code), expressionOf(value, code))];
  }
  const given = values.map(one => expressionOf(one, code));
  const list = (items: readonly Expression[]): Expression => ({at, type: 'list', items});
  const [one = list([])] = given;
  return [
    {
      at,
      type: 'assign',
      targets: [targets.length === 1 && target ? target : list(targets)],
      value: given.length > 1 ? list(given) : one,
      ...(declares ? {declares} : {}),
    },
    ...values.flatMap(each => filledBy(each, code)),
  ];
}

/** What is called when the block is left has the arguments of now. */
function deferred(at: number, value: Expression): readonly Statement[] {
  if (value.type !== 'call') {
    return [{at, type: 'deferred', value}];
  }
  // No name in a program has a space.
  const names = value.args.map((arg, index) => nameAt(arg.at, `defer ${at} ${index}`));
  return [
    ...value.args.map((arg, index): Statement => ({
      at,
      type: 'assign',
      targets: names.slice(index, index + 1),
      value: arg,
      declares: 'block',
    })),
    {at, type: 'deferred', value: {...value, args: names}},
  ];
}

/** Variables whose addresses are given to a call that writes to them, and readers that a call reads to their end. */
function filledBy(node: SyntaxNode, code: string): readonly Statement[] {
  const callee = node.name === 'CallExpr' ? written(node.firstChild, code) : '';
  const args = node.getChild('Arguments');
  return /(?:Unmarshal|Decode|Scan\w*|Bind\w*|Var)$/.test(callee)
    ? emptied(args?.getChildren('UnaryExp') ?? [])
    : /^(?:io|ioutil)\.(?:ReadAll|Copy)$/.test(callee) && args
      ? emptied([args])
      : [];

  function emptied(addresses: readonly SyntaxNode[]): readonly Statement[] {
    return addresses.flatMap((address): Statement[] => {
      const name = address.getChildren('VariableName').at(-1);
      return name
        ? [
            {
              at: node.from,
              type: 'assign',
              targets: [expressionOf(name, code)],
              value: {at: node.from, type: 'other'},
            },
          ]
        : [];
    });
  }
}
