import type {SyntaxNode} from '@lezer/common';
import {nameAt, type Expression, type Statement} from '../expression';
import {childrenOf} from '../syntaxTree';
import {expressionOf, parallel} from './pythonExpressions';
import {statementsIn} from './pythonSyntax';

/** The indented parts of a statement. */
export function bodies(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return children.filter(({name}) => name === 'Body');
}

/** `with open("name") as file:` gives the file its name. */
export function contexts(children: readonly SyntaxNode[], code: string): readonly Statement[] {
  return children.flatMap((child, index) =>
    child.name === 'with' || child.name === ','
      ? contextAt(
          children[index + 1],
          children[index + 2]?.name === 'as' ? children[index + 3] : undefined,
          code,
        )
      : [],
  );
}

function contextAt(
  value: SyntaxNode | undefined,
  target: SyntaxNode | undefined,
  code: string,
): readonly Statement[] {
  return !value
    ? []
    : target
      ? [
          {
            at: value.from,
            type: 'assign',
            targets: [expressionOf(target, code)],
            value: expressionOf(value, code),
          },
        ]
      : [{at: value.from, type: 'do', value: expressionOf(value, code)}];
}

/** `if` and `elif` with their bodies, and `else`. */
export function branches(children: readonly SyntaxNode[], code: string): readonly Statement[] {
  const [word, test, body] = children;
  if (word?.name === 'else') {
    return test ? statementsIn(test, code) : [];
  }
  return word && test && body
    ? [
        {
          at: word.from,
          type: 'if',
          test: expressionOf(test, code),
          then: statementsIn(body, code),
          otherwise: branches(children.slice(3), code),
        },
      ]
    : [];
}

/** `for` and `while`; what stands under their `else` may not run. */
export function loops(node: SyntaxNode, children: readonly SyntaxNode[], code: string): readonly Statement[] {
  const at = node.from;
  const [body, otherwise] = bodies(children);
  const test = children[1];
  const place = children.findIndex(({name}) => name === 'in');
  const of = children[place + 1];
  if (!body || !test || !of) {
    return [];
  }
  const start = children.findIndex(({name}) => name === 'for') + 1;
  return [
    node.name === 'WhileStatement'
      ? {at, type: 'while', test: expressionOf(test, code), step: [], body: statementsIn(body, code)}
      : {
          at,
          type: 'each',
          targets: [parallel(at, children.slice(start, place), code)],
          of: expressionOf(of, code),
          takes: 'values',
          declares: undefined,
          body: statementsIn(body, code),
        },
    // What follows a loop that was not broken off.
    ...(otherwise
      ? [
          {
            at: otherwise.from,
            type: 'if' as const,
            test: {at: otherwise.from, type: 'other' as const},
            then: statementsIn(otherwise, code),
            otherwise: [],
          },
        ]
      : []),
  ];
}

/** `try` with its handlers; `else` belongs to what is tried. */
export function tried(at: number, children: readonly SyntaxNode[], code: string): Statement {
  const parts: {word: string; names: SyntaxNode[]; body: readonly Statement[]}[] = [];
  for (const child of children) {
    if (/^(?:try|except|else|finally)$/.test(child.name)) {
      parts.push({word: child.name, names: [], body: []});
      continue;
    }
    const part = parts.at(-1);
    if (part) {
      parts[parts.length - 1] =
        child.name === 'Body'
          ? {...part, body: statementsIn(child, code)}
          : {...part, names: [...part.names, child]};
    }
  }
  const under = (word: string): (readonly Statement[])[] =>
    parts.flatMap(part => (part.word === word ? [part.body] : []));
  return {
    at,
    type: 'try',
    body: [...under('try'), ...under('else')].flat(),
    handlers: parts.flatMap(({word, names, body}): (readonly Statement[])[] => {
      const target = names[names.findIndex(({name}) => name === 'as') + 1];
      return word !== 'except'
        ? []
        : names.some(({name}) => name === 'as') && target
          ? [
              [
                {
                  at: target.from,
                  type: 'assign',
                  targets: [nameAt(target.from, code.slice(target.from, target.to))],
                  value: {at: target.from, type: 'other'},
                },
                ...body,
              ],
            ]
          : [body];
    }),
    last: under('finally').flat(),
  };
}

/** `match`; a pattern that is no value is not known. */
export function matched(at: number, children: readonly SyntaxNode[], code: string): Statement {
  const [, of] = children;
  const clauses = children.flatMap(child => (child.name === 'MatchBody' ? childrenOf(child) : []));
  return {
    at,
    type: 'switch',
    of: of ? expressionOf(of, code) : {at, type: 'other'},
    falls: false,
    cases: clauses
      .filter(({name}) => name === 'MatchClause')
      .map(clause => {
        const [, pattern, body] = childrenOf(clause);
        const literal = pattern?.name === 'LiteralPattern' ? pattern.firstChild : undefined;
        const isAny = pattern?.name === 'CapturePattern' && code.slice(pattern.from, pattern.to) === '_';
        const tests: readonly Expression[] = isAny
          ? []
          : [literal ? expressionOf(literal, code) : {at: clause.from, type: 'other'}];
        return {tests, body: body?.name === 'Body' ? statementsIn(body, code) : [{at, type: 'unfollowed'}]};
      }),
  };
}
