import type {SyntaxNode} from '@lezer/common';
import type {Expression, Statement} from '../expression';
import {childrenOf} from '../syntaxTree';
import {expressionOf} from './goExpressions';
import {statementsIn, statementsOf} from './goSyntax';

/** `if a := f(); a != nil { … } else { … }`. */
export function branch(node: SyntaxNode, code: string): Statement {
  const at = node.from;
  const children = childrenOf(node);
  const block = children.findIndex(({name}) => name === 'Block');
  const semicolon = children.findIndex(({name}) => name === ';');
  const test = children[block - 1];
  const otherwise = children.findIndex(({name}) => name === 'else') + 1;
  const last = otherwise > 0 ? children[otherwise] : undefined;
  const then = children[block];
  const start = semicolon > 0 && semicolon < block ? children.slice(1, semicolon) : [];
  return {
    at,
    type: 'block',
    body: [
      ...start.flatMap(one => statementsOf(one, code)),
      {
        at,
        type: 'if',
        test: test ? expressionOf(test, code) : {at, type: 'other'},
        then: then ? statementsIn(then, code) : [],
        otherwise: last ? statementsOf(last, code) : [],
      },
    ],
  };
}

/** `for` in its three forms: over a range, counted, or while a condition holds. */
export function loop(node: SyntaxNode, code: string): Statement {
  const at = node.from;
  const [, second] = childrenOf(node);
  const block = node.getChild('Block');
  const body = block ? statementsIn(block, code) : [];
  if (second?.name === 'RangeClause') {
    const children = childrenOf(second);
    const range = children.findIndex(({name}) => name === 'range');
    const of = children[range + 1];
    return {
      at,
      type: 'each',
      targets: children
        .slice(0, range)
        .filter(({name}) => !/^(?:,|:?=)$/.test(name))
        .map(one => expressionOf(one, code)),
      of: of ? expressionOf(of, code) : {at, type: 'other'},
      takes: 'both',
      declares: children.some(({name}) => name === ':=') ? 'block' : undefined,
      body,
    };
  }
  if (second?.name === 'ForClause') {
    const parts: SyntaxNode[][] = [[]];
    for (const child of childrenOf(second)) {
      if (child.name === ';') {
        parts.push([]);
      } else {
        parts.at(-1)?.push(child);
      }
    }
    const [start = [], [test] = [], step = []] = parts;
    return {
      at,
      type: 'block',
      body: [
        ...start.flatMap(one => statementsOf(one, code)),
        {
          at,
          type: 'while',
          ...(test ? {test: expressionOf(test, code)} : {}),
          step: step.flatMap(one => statementsOf(one, code)),
          body,
        },
      ],
    };
  }
  return {
    at,
    type: 'while',
    ...(second && second.name !== 'Block' ? {test: expressionOf(second, code)} : {}),
    step: [],
    body,
  };
}

/** `switch` of values or of types; of a type, the case is not known. */
export function switched(node: SyntaxNode, code: string): Statement {
  const at = node.from;
  const children = childrenOf(node);
  const block = children.find(({name}) => /^S\w+Block$/.test(name));
  const semicolon = children.findIndex(({name}) => name === ';');
  const head = children.slice(
    1,
    children.findIndex(({name}) => /^S\w+Block$/.test(name)),
  );
  const subject = head.slice(semicolon < 0 ? 0 : semicolon)[0];
  const isPlain = node.name === 'SwitchStatement';
  const cases: {tests: readonly Expression[]; body: Statement[]}[] = [];
  for (const child of block ? childrenOf(block) : []) {
    if (child.name !== 'Case') {
      cases.at(-1)?.body.push(...statementsOf(child, code));
      continue;
    }
    const tests = childrenOf(child).filter(({name}) => !/^(?:case|default|,|:)$/.test(name));
    cases.push({
      tests: isPlain
        ? tests.map(test => expressionOf(test, code))
        : child.firstChild?.name === 'default'
          ? []
          : [{at: child.from, type: 'other'}],
      body: [],
    });
  }
  return {
    at,
    type: 'block',
    body: [
      ...(semicolon < 0 ? [] : head.slice(0, semicolon - 1).flatMap(one => statementsOf(one, code))),
      {
        at,
        type: 'switch',
        ...(isPlain && subject ? {of: expressionOf(subject, code)} : {}),
        cases,
        falls: false,
      },
    ],
  };
}
