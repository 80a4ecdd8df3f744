import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/javascript';
import {counted, updated, type Statement} from '../expression';
import {childrenOf, rereading} from '../syntaxTree';
import {awaited, expressionOf} from './javascriptExpressions';
import {classOf, functionOf, patternOf} from './javascriptFunctions';
import {loop, switchOf} from './javascriptBlocks';

const parse = rereading(parser.configure({dialect: 'ts'}), 'JavaScript');

/** The statements of a script. */
export function readJavaScript(code: string): readonly Statement[] {
  return statementsIn(parse(code).topNode, code);
}

export function statementsIn(node: SyntaxNode, code: string): readonly Statement[] {
  return childrenOf(node).flatMap(child => statementsOf(child, code));
}

export function statementsOf(node: SyntaxNode, code: string): readonly Statement[] {
  const at = node.from;
  const children = childrenOf(node);
  const [, second] = children;
  const part = (name: string): SyntaxNode | undefined => children.find(child => child.name === name);
  switch (node.name) {
    case 'VariableDeclaration':
      return declarations(node, code);
    case 'ExpressionStatement':
      return children.filter(({name}) => name !== ';').flatMap(inner => effects(inner, code));
    case 'FunctionDeclaration': {
      const name = part('VariableDefinition');
      const value = functionOf(node, code, true);
      return name
        ? [
            {
              at,
              type: 'assign',
              targets: [expressionOf(name, code)],
              value,
              declares: 'block',
              isHoisted: true,
            },
          ]
        : [{at, type: 'do', value}];
    }
    case 'ClassDeclaration': {
      const name = part('VariableDefinition');
      return [
        {
          at,
          type: 'assign',
          targets: name ? [expressionOf(name, code)] : [],
          value: classOf(node, code),
          declares: 'block',
        },
      ];
    }
    case 'ExportDeclaration':
      return children.flatMap(child =>
        /Expression$|Function$/.test(child.name) ? effects(child, code) : statementsOf(child, code),
      );
    case 'ImportDeclaration':
      return imports(node, code);
    case 'Block':
      return [{at, type: 'block', body: statementsIn(node, code)}];
    case 'IfStatement': {
      const [, test, then] = children;
      const otherwise = children.at(-1);
      return test && then
        ? [
            {
              at,
              type: 'if',
              test: expressionOf(test, code),
              then: statementsOf(then, code),
              otherwise: part('else') && otherwise ? statementsOf(otherwise, code) : [],
            },
          ]
        : [];
    }
    case 'ForStatement':
      return loop(node, code);
    case 'WhileStatement':
    case 'DoStatement': {
      const test = part('ParenthesizedExpression');
      const body = node.name === 'DoStatement' ? second : children.at(-1);
      return test && body
        ? [
            {
              at,
              type: 'while',
              test: expressionOf(test, code),
              step: [],
              body: statementsOf(body, code),
              isLate: node.name === 'DoStatement',
            },
          ]
        : [];
    }
    case 'SwitchStatement':
      return [{at, type: 'switch', ...switchOf(children, code), falls: true}];
    case 'TryStatement': {
      const handler = part('CatchClause')?.lastChild;
      const last = part('FinallyClause')?.lastChild;
      return [
        {
          at,
          type: 'try',
          body: second ? statementsIn(second, code) : [],
          handlers: handler ? [statementsIn(handler, code)] : [],
          last: last ? statementsIn(last, code) : [],
        },
      ];
    }
    case 'ReturnStatement':
      return [
        {
          at,
          type: 'return',
          ...(second && second.name !== ';' ? {value: awaited(expressionOf(second, code))} : {}),
        },
      ];
    case 'ThrowStatement':
      return [{at, type: 'stop', ...(second ? {value: expressionOf(second, code)} : {})}];
    case 'BreakStatement':
    case 'ContinueStatement':
      return part('Label')
        ? [{at, type: 'unfollowed'}]
        : [{at, type: 'leave', how: node.name === 'BreakStatement' ? 'break' : 'continue'}];
    case 'LabeledStatement':
      return statementsIn(node, code);
    case 'WithStatement':
      return [{at, type: 'unfollowed'}];
    default:
      return [];
  }
}

export function declarations(node: SyntaxNode, code: string): readonly Statement[] {
  const children = childrenOf(node);
  const declares = node.firstChild?.name === 'var' ? 'function' : 'block';
  return children.flatMap((child, index): Statement[] => {
    if (!/^(?:VariableDefinition|ObjectPattern|ArrayPattern)$/.test(child.name)) {
      return [];
    }
    const behind = children.slice(index + 1).find(({name}) => name !== 'TypeAnnotation');
    const value = behind?.name === 'Equals' ? behind.nextSibling : null;
    // `var a` alone leaves a value that it has.
    return value || declares === 'block'
      ? [
          {
            at: child.from,
            type: 'assign',
            targets: [patternOf(child, code)],
            value: value ? expressionOf(value, code) : {at: child.from, type: 'constant', value: 'undefined'},
            declares,
          },
        ]
      : [];
  });
}

/** An expression that stands for itself. */
export function effects(node: SyntaxNode, code: string): readonly Statement[] {
  const at = node.from;
  const [first, second, third] = childrenOf(node);
  switch (node.name) {
    case 'AssignmentExpression': {
      if (!first || !second || !third) {
        return [];
      }
      const operator = code.slice(second.from, second.to);
      const value = expressionOf(third, code);
      return [
        operator === '='
          ? {at, type: 'assign', targets: [patternOf(first, code)], value}
          : updated(expressionOf(first, code), operator, value),
      ];
    }
    case 'PostfixExpression':
      return first && second?.name === 'ArithOp'
        ? [counted(expressionOf(first, code), code.slice(second.from, second.to))]
        : [{at, type: 'do', value: expressionOf(node, code)}];
    case 'UnaryExpression': {
      const operator = code.slice(node.from, first?.to);
      return second && /^(?:\+\+|--)$/.test(operator)
        ? [counted(expressionOf(second, code), operator)]
        : second && operator === 'delete'
          ? [{at, type: 'remove', target: expressionOf(second, code)}]
          : [{at, type: 'do', value: expressionOf(node, code)}];
    }
    case 'SequenceExpression':
      return childrenOf(node).flatMap(child => (child.name === ',' ? [] : effects(child, code)));
    default:
      return [{at, type: 'do', value: expressionOf(node, code)}];
  }
}

/** What is imported stands for itself, whatever it is called here; what packages have of the web, for that of the web. */
function imports(node: SyntaxNode, code: string): readonly Statement[] {
  const at = node.from;
  const children = childrenOf(node);
  const source = children.findLast(({name}) => name === 'String');
  const module = source ? code.slice(source.from + 1, source.to - 1).replace(/^node:|\/promises$/g, '') : '';
  const name = (child: SyntaxNode | null | undefined): string =>
    child ? code.slice(child.from, child.to) : '';
  return children.flatMap((child, index): Statement[] => {
    if (child.name === 'VariableDefinition') {
      const isAll = children[index - 1]?.name === 'as';
      return [
        {at, type: 'import', name: name(child), path: isAll || !/^[./]/.test(module) ? module : name(child)},
      ];
    }
    if (child.name !== 'ImportGroup') {
      return [];
    }
    const inner = childrenOf(child);
    return inner.flatMap((one, place): Statement[] => {
      if (one.name !== 'VariableDefinition') {
        return [];
      }
      const original = inner[place - 1]?.name === 'as' ? name(inner[place - 2]) : name(one);
      const isWeb = /^(?:undici|node-fetch|cross-fetch)$/.test(module) && /^(?:fetch$|[A-Z])/.test(original);
      const path = isWeb || /^[./]/.test(module) ? original : `${module}.${original}`;
      return [{at, type: 'import', name: name(one), path}];
    });
  });
}
