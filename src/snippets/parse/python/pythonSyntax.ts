import type {SyntaxNode} from '@lezer/common';
import {parser} from '@lezer/python';
import {updated, type Statement} from '../expression';
import {childrenOf, listed, rereading} from '../syntaxTree';
import {expressionOf, parallel} from './pythonExpressions';
import {classes, dataClass} from './pythonClasses';
import {functionOf} from './pythonFunctions';
import {bodies, contexts, branches, loops, tried, matched} from './pythonBlocks';

const parse = rereading(parser, 'Python');

/** The statements of a script. */
export function readPython(code: string): readonly Statement[] {
  return statementsIn(parse(code).topNode, code);
}

export function statementsIn(node: SyntaxNode, code: string): readonly Statement[] {
  return childrenOf(node).flatMap(child => statementsOf(child, code));
}

function statementsOf(node: SyntaxNode, code: string): readonly Statement[] {
  const at = node.from;
  const children = childrenOf(node);
  const [first, second, third] = children;
  switch (node.name) {
    case 'AssignStatement':
      return assignments(at, children, code);
    case 'UpdateStatement':
      return first && second && third
        ? [updated(expressionOf(first, code), code.slice(second.from, second.to), expressionOf(third, code))]
        : [];
    case 'DeleteStatement':
      return children
        .slice(1)
        .flatMap(target =>
          target.name === ',' ? [] : [{at, type: 'remove', target: expressionOf(target, code)}],
        );
    case 'ExpressionStatement':
      return children.map(inner => ({at, type: 'do', value: expressionOf(inner, code)}));
    case 'YieldStatement':
    case 'AssertStatement':
      return [{at, type: 'do', value: expressionOf(node, code)}];
    case 'ReturnStatement':
      return [{at, type: 'return', ...(second ? {value: parallel(at, children.slice(1), code)} : {})}];
    case 'RaiseStatement':
      return [{at, type: 'stop', ...(second ? {value: expressionOf(second, code)} : {})}];
    case 'BreakStatement':
    case 'ContinueStatement':
      return [{at, type: 'leave', how: node.name === 'BreakStatement' ? 'break' : 'continue'}];
    case 'ScopeStatement':
      return [
        {
          at,
          type: 'outer',
          names: children.flatMap(one => (one.name === 'VariableName' ? code.slice(one.from, one.to) : [])),
        },
      ];
    case 'ImportStatement':
      return imports(at, children, code);
    case 'FunctionDefinition': {
      const name = children.find(child => child.name === 'VariableName');
      return name
        ? [{at, type: 'assign', targets: [expressionOf(name, code)], value: functionOf(node, code)}]
        : [];
    }
    case 'DecoratedStatement': {
      const data = dataClass(children, code);
      if (data) {
        return data;
      }
      // What a decorator makes of a function is not followed; the function may still be looked into.
      const [inner] = children.flatMap(child =>
        /Definition$/.test(child.name) ? statementsOf(child, code) : [],
      );
      return inner?.type === 'assign' ? [{...inner, value: {at, type: 'other', parts: [inner.value]}}] : [];
    }
    case 'ClassDefinition':
      return classes(node, children, code);
    case 'IfStatement':
      return branches(children, code);
    case 'ForStatement':
    case 'WhileStatement':
      return loops(node, children, code);
    case 'TryStatement':
      return [tried(at, children, code)];
    case 'WithStatement':
      return [...contexts(children, code), ...bodies(children).flatMap(body => statementsIn(body, code))];
    case 'MatchStatement':
      return [matched(at, children, code)];
    case 'StatementGroup':
      return statementsIn(node, code);
    default:
      return [];
  }
}

/** `a = 1`, `a = b = 1` or `a, b = 1, 2`. */
function assignments(at: number, children: readonly SyntaxNode[], code: string): readonly Statement[] {
  const sides: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === 'AssignOp') {
      sides.push([]);
    } else if (child.name !== 'TypeDef') {
      sides.at(-1)?.push(child);
    }
  }
  const value = sides.at(-1) ?? [];
  return sides.length < 2
    ? []
    : [
        {
          at,
          type: 'assign',
          targets: sides.slice(0, -1).map(side => parallel(at, side, code)),
          value: parallel(at, value, code),
        },
      ];
}

/** What is imported stands for itself, whatever it is called here. */
function imports(at: number, children: readonly SyntaxNode[], code: string): readonly Statement[] {
  const written = (nodes: readonly SyntaxNode[]): string =>
    nodes.map(one => code.slice(one.from, one.to)).join('');
  const start = children.findIndex(({name}) => name === 'import');
  const source = children[0]?.name === 'from' ? `${written(children.slice(1, start))}.` : '';
  return listed(children.slice(start + 1)).flatMap((group): Statement[] => {
    const as = group.findIndex(({name}) => name === 'as');
    const path = written(as < 0 ? group : group.slice(0, as));
    const [root = ''] = path.split('.');
    const name = as < 0 ? root : written(group.slice(as + 1));
    return path === '*'
      ? []
      : [{at, type: 'import', name, path: source + (as < 0 && source === '' ? root : path)}];
  });
}
