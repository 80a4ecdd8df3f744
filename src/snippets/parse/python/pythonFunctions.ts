import type {SyntaxNode} from '@lezer/common';
import type {FunctionExpression, Parameter} from '../expression';
import {childrenOf, listed} from '../syntaxTree';
import {statementsIn} from './pythonSyntax';
import {expressionOf} from './pythonExpressions';

/** What makes an object has one name in all languages. */
export function methodName(written: string): string {
  return written === '__init__' ? 'constructor' : written;
}

/** A function as it is defined. */
export function functionOf(node: SyntaxNode, code: string): FunctionExpression {
  const body = node.getChild('Body');
  return {
    at: node.from,
    type: 'function',
    parameters: parametersOf(node, code),
    body: body ? statementsIn(body, code) : [],
    isAsync: node.firstChild?.name === 'async',
    isGenerator: body !== null && /\byield\b/.test(code.slice(body.from, body.to)),
  };
}

/** The parameters of a function or lambda. */
export function parametersOf(node: SyntaxNode, code: string): readonly Parameter[] {
  const list = node.getChild('ParamList');
  return listed(list ? childrenOf(list) : []).flatMap((group): Parameter[] => {
    const [first, second] = group;
    const star = first?.name === '*' || first?.name === '**' ? first.name : undefined;
    const name = star === undefined ? first : second;
    const fallback = group[group.findIndex(part => part.name === 'AssignOp') + 1];
    if (!name || name.name !== 'VariableName') {
      return [];
    }
    const target = expressionOf(name, code);
    return [
      {
        target:
          group.some(part => part.name === 'AssignOp') && fallback
            ? {at: name.from, type: 'assignment', target, value: expressionOf(fallback, code)}
            : target,
        ...(star === undefined ? {} : {rest: star === '*' ? 'list' : 'record'}),
      },
    ];
  });
}
