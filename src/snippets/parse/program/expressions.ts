import type {Expression} from '../expression';
import {mergedFields, withFallback} from '../value';
import {called, closure} from './calls';
import {classOf, kindOf} from './classes';
import {fieldsOf, itemsIn, itemsOf} from './items';
import type {Live, Ref, Scope} from './live';
import {detached, memberName, memberOf} from './members';
import {doubtful, mergedLive, refsOf} from './merge';
import {condition, emptyVariable, operated, truth} from './operators';
import {joined, lifted} from './picture';
import {assignTo} from './targets';
import {doubtAt, innerScope, step, variableOf, type World} from './world';

/** What an expression amounts to; what it does on the way is done. */
export function valueOf(expression: Expression, scope: Scope, world: World): Live {
  const {at} = expression;
  const value = (of: Expression): Live => valueOf(of, scope, world);
  step(world, at);
  switch (expression.type) {
    case 'text':
      return joined(
        expression.pieces.map(piece =>
          typeof piece === 'string' ? {at, type: 'text', text: [piece]} : value(piece),
        ),
        at,
        world,
      );
    case 'number':
    case 'constant':
      return expression;
    case 'list':
      return listed(expression, scope, world);
    case 'record': {
      const fields = fieldsOf(expression.entries, scope, world);
      const kind = kindOf(expression.kind, at, scope);
      const members = kind?.code.members;
      return 'type' in fields
        ? fields
        : world.heap.object({
            at,
            type: 'record',
            // Without names, the values are those of the members in order.
            entries: members
              ? fields.map(field => ({...field, name: members[Number(field.name)]?.name ?? field.name}))
              : fields,
            ...(kind ? {kind} : {}),
          });
    }
    case 'name':
      return named(expression.name, at, scope, world);
    case 'member': {
      const of = value(expression.of);
      return detached(memberOf(of, memberName(expression, scope, world), at, world), world);
    }
    case 'call':
      return called(expression, scope, world);
    case 'binary': {
      const {operator, second, isUpdate} = expression;
      const first = value(expression.first);
      if (operator === '&&' || operator === '||' || operator === '??') {
        return oneOf(operator, first, () => value(second), at, world);
      }
      const result = operated(operator, first, value(second), at, world);
      if (isUpdate === true && world.dialect.updatesInPlace === true && isChangeable(first)) {
        world.heap.change(
          first.cell,
          result.type === 'ref' ? result.cell.content : doubtful(doubtAt(at, 'unfollowed')),
        );
        return first;
      }
      return result;
    }
    case 'not': {
      const of = value(expression.of);
      const holds = truth(of, world);
      return condition(at, holds === undefined ? undefined : !holds, emptyVariable(of));
    }
    case 'pointer': {
      const of = value(expression.of);
      const variable =
        expression.isUndone !== true && of.type !== 'ref' && expression.of.type === 'name'
          ? variableOf(scope, expression.of.name)
          : undefined;
      if (variable) {
        // Whoever has the address may give it another value.
        world.heap.assign(variable, doubtful(doubtAt(at, 'helper')));
        world.addressed.add(variable);
      }
      return of.type === 'ref' ? {...of, isPointer: expression.isUndone !== true} : of;
    }
    case 'conditional': {
      const test = value(expression.test);
      const holds = truth(test, world);
      return holds === undefined
        ? eitherOf([() => value(expression.then), () => value(expression.otherwise)], test, world)
        : value(holds ? expression.then : expression.otherwise);
    }
    case 'assignment': {
      const given = value(expression.value);
      assignTo(expression.target, given, undefined, scope, world);
      return given;
    }
    case 'function':
      return closure(expression, scope, world);
    case 'class':
      for (const {value: code} of expression.methods) {
        world.uncalled.set(code, {
          at,
          type: 'function',
          code,
          scope,
          self: {at, type: 'unknown'},
          defaults: [],
        });
      }
      return classOf(expression, scope, world);
    case 'comprehension':
      return comprehended(expression, scope, world);
    case 'spread':
      return {at, type: 'unknown'};
    case 'other':
      return {at, type: 'unknown', among: (expression.parts ?? []).map(value).flatMap(refsOf)};
  }
}

function listed(list: Extract<Expression, {readonly type: 'list'}>, scope: Scope, world: World): Live {
  const items = itemsOf(list.items, scope, world);
  return 'type' in items ? items : world.heap.object({...list, items});
}

function isChangeable(live: Live): live is Ref {
  return live.type === 'ref' && !('isFixed' in live.cell.content && live.cell.content.isFixed === true);
}

function named(name: string, at: number, scope: Scope, world: World): Live {
  const held = variableOf(scope, name)?.content;
  if (held) {
    return held.type === 'ref' || held.type === 'global' ? {...held, at} : held;
  }
  const own = world.dialect.name?.(name, at);
  return own ? lifted(own, world) : {at, type: 'global', path: name};
}

/** `a || b`, `a && b` and `a ?? b`. */
function oneOf(
  operator: '&&' | '||' | '??',
  first: Live,
  second: () => Live,
  at: number,
  world: World,
): Live {
  const isNothing = first.type === 'constant' && (first.value === 'null' || first.value === 'undefined');
  const holds = operator === '??' ? (first.type === 'unknown' ? undefined : !isNothing) : truth(first, world);
  if (emptyVariable(first) !== undefined && operator !== '&&') {
    const fallback = second();
    return (fallback.type === 'text' && first.type === 'text' && withFallback(first, fallback)) || first;
  }
  if (holds !== undefined) {
    return holds === (operator === '&&') ? second() : first;
  }
  return eitherOf([second, () => first], {...first, at: first.type === 'unknown' ? first.at : at}, world);
}

/** The value of one way or the other, where it is not known which is gone. */
function eitherOf(ways: readonly (() => Live)[], test: Live, world: World): Live {
  const doubt = doubtAt(test.at, 'condition');
  world.doubts.push(doubt);
  const tried = ways.map(way => world.heap.tried(way));
  world.doubts.pop();
  world.stopped = false;
  world.heap.merge(
    tried.map(({changes}) => changes),
    doubt,
  );
  const [first, second] = tried.map(({result}) => result);
  const both = first && second && mergedLive(first, second, doubt);
  return both ?? doubtful(doubt);
}

function comprehended(
  {at, item, target, of, tests}: Extract<Expression, {readonly type: 'comprehension'}>,
  scope: Scope,
  world: World,
): Live {
  const given = itemsIn(valueOf(of, scope, world), 'values', at, world);
  if ('type' in given) {
    return given;
  }
  const kept: Scope[] = [];
  for (const one of given) {
    const inner = innerScope(scope);
    assignTo(target, one, 'block', inner, world);
    const holds = tests.map(test => truth(valueOf(test, inner, world), world));
    if (!holds.includes(false)) {
      if (holds.includes(undefined)) {
        return doubtful(doubtAt(at, 'condition'), ...given);
      }
      kept.push(inner);
    }
  }
  if (!('name' in item) || 'type' in item) {
    return world.heap.object({at, type: 'list', items: kept.map(inner => valueOf(item, inner, world))});
  }
  const fields = kept.map(inner => fieldsOf([item], inner, world));
  const unknown = fields.find(field => 'type' in field);
  return unknown && 'type' in unknown
    ? unknown
    : world.heap.object({
        at,
        type: 'record',
        entries: mergedFields(fields.flatMap(field => ('type' in field ? [] : field))),
      });
}
