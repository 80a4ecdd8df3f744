import type {SyntaxNode} from '@lezer/common';
import {nameAt, type Expression, type Statement} from '../expression';
import {childrenOf} from '../syntaxTree';
import {zeroOf} from './goLiterals';

/** The body of a function whose results have names: they are variables, which `return` alone gives. */
export function withResults(
  body: readonly Statement[],
  results: SyntaxNode | undefined,
  code: string,
): readonly Statement[] {
  const zeros = (results?.getChildren('Parameter') ?? []).flatMap((result): Statement[] => {
    const children = childrenOf(result);
    return children
      .filter(({name}) => name === 'DefName')
      .map(({from: at, to}) => ({
        at,
        type: 'assign',
        targets: [nameAt(at, code.slice(at, to))],
        value: zeroOf(children.at(-1), code),
        declares: 'block',
      }));
  });
  const names = zeros.flatMap(zero => (zero.type === 'assign' ? zero.targets : []));
  return names.length === 0
    ? body
    : [...zeros, ...body.map(statement => returning(statement, names, isLate(body)))];
}

/** Whether something is done after the function gave its results, which may change them. */
function isLate(body: readonly Statement[]): boolean {
  return body.some(({type}) => type === 'deferred');
}

function returning(statement: Statement, names: readonly Expression[], late: boolean): Statement {
  const {at} = statement;
  const within = (inner: readonly Statement[]): readonly Statement[] =>
    inner.map(one => returning(one, names, late));
  switch (statement.type) {
    case 'return': {
      const [only] = names;
      const all: Expression = names.length === 1 && only ? only : {at, type: 'list', items: names};
      return late ? {at, type: 'return', value: {at, type: 'other'}} : {value: all, ...statement};
    }
    case 'block':
    case 'each':
    case 'while':
      return {...statement, body: within(statement.body)};
    case 'if':
      return {...statement, then: within(statement.then), otherwise: within(statement.otherwise)};
    case 'switch':
      return {...statement, cases: statement.cases.map(one => ({...one, body: within(one.body)}))};
    default:
      return statement;
  }
}
