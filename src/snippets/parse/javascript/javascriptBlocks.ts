import type {SyntaxNode} from '@lezer/common';
import type {Expression, Statement} from '../expression';
import {childrenOf} from '../syntaxTree';
import {expressionOf} from './javascriptExpressions';
import {patternOf} from './javascriptFunctions';
import {statementsOf, declarations, effects} from './javascriptSyntax';

/** `for` in its three forms. */
export function loop(node: SyntaxNode, code: string): readonly Statement[] {
  const at = node.from;
  const spec = childrenOf(node).find(({name}) => /^For\w*Spec$/.test(name));
  const last = node.lastChild;
  if (!spec || !last) {
    return [];
  }
  const body = statementsOf(last, code);
  const children = childrenOf(spec);
  if (spec.name !== 'ForSpec') {
    const place = children.findIndex(({name}) => name === 'of' || name === 'in');
    const [target, of] = [children[place - 1], children[place + 1]];
    return target && of
      ? [
          {
            at,
            type: 'each',
            targets: [patternOf(target, code)],
            of: expressionOf(of, code),
            takes: spec.name === 'ForInSpec' ? 'keys' : 'values',
            declares: children.some(({name}) => name === 'const' || name === 'let') ? 'block' : undefined,
            body,
          },
        ]
      : [];
  }
  // A declaration holds its own semicolon.
  const [start = [], test = [], step = []] = children.slice(1, -1).reduce<SyntaxNode[][]>(
    (parts, child) => {
      if (child.name === ';') {
        parts.push([]);
      } else {
        parts.at(-1)?.push(child);
        if (child.name === 'VariableDeclaration') {
          parts.push([]);
        }
      }
      return parts;
    },
    [[]],
  );
  return [
    {
      at,
      type: 'block',
      body: [
        ...start.flatMap(one =>
          one.name === 'VariableDeclaration' ? declarations(one, code) : effects(one, code),
        ),
        {
          at,
          type: 'while',
          ...(test[0] ? {test: expressionOf(test[0], code)} : {}),
          step: step.flatMap(one => effects(one, code)),
          body,
        },
      ],
    },
  ];
}

/** What a `switch` looks at, and its cases. */
export function switchOf(
  children: readonly SyntaxNode[],
  code: string,
): Pick<Extract<Statement, {readonly type: 'switch'}>, 'of' | 'cases'> {
  const subject = children.find(({name}) => name === 'ParenthesizedExpression');
  const body = children.find(({name}) => name === 'SwitchBody');
  const cases: {tests: Expression[]; body: Statement[]}[] = [];
  for (const child of body ? childrenOf(body) : []) {
    if (child.name === 'CaseLabel' || child.name === 'DefaultLabel') {
      const test = child.name === 'CaseLabel' ? child.firstChild?.nextSibling : undefined;
      cases.push({tests: test ? [expressionOf(test, code)] : [], body: []});
    } else {
      cases.at(-1)?.body.push(...statementsOf(child, code));
    }
  }
  return {of: subject ? expressionOf(subject, code) : {at: 0, type: 'other'}, cases};
}
