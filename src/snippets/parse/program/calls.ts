import type {Expression, FunctionExpression} from '../expression';
import {NotUnderstood} from '../notUnderstood';
import {variablesOf, type Call, type Field} from '../value';
import {argumentsOf, takenBy, type Given} from './arguments';
import {calledBack, calledForEach} from './callbacks';
import {changeObject, fixObject, grow} from './change';
import {constructed} from './classes';
import {valueOf} from './expressions';
import {fieldsOf} from './items';
import type {Func, Live, Ref, Scope} from './live';
import {memberName, memberOf} from './members';
import {doubtful} from './merge';
import {heldOf, lifted, membersOf, pictured} from './picture';
import {spoil} from './spoil';
import {doubtAt, type World} from './world';
import {failPerhaps, later, unfollowed, perhapsCalled} from './unfollowed';

/** What a call gives; what it does is done. */
export function called(
  {callee, args, named, at, isAwaited = false}: Extract<Expression, {readonly type: 'call'}>,
  scope: Scope,
  world: World,
): Live {
  const of = callee.type === 'member' ? valueOf(callee.of, scope, world) : undefined;
  const name = callee.type === 'member' ? memberName(callee, scope, world) : '';
  const placed = argumentsOf(args, scope, world);
  const fields = fieldsOf(named, scope, world);
  const given: Given = {
    ...placed,
    named: 'type' in fields ? [] : fields,
    ...('type' in fields ? {unclear: fields.at} : {}),
    at,
    isAwaited,
  };
  if (!of || typeof name !== 'string') {
    return invoked(of ? {at, type: 'unknown'} : valueOf(callee, scope, world), given, world);
  }
  const listed = calledBack(of, name, given, world);
  if (listed) {
    return listed;
  }
  if (of.type === 'ref') {
    return ofObject(of, name, given, world);
  }
  if (of.type === 'function') {
    return unfollowed({...given, args: [of, ...given.args]}, world);
  }
  spoil(of, at, world);
  const method = memberOf(of, name, callee.at, world);
  return method.type === 'unknown' && of.type !== 'unknown'
    ? outcome(asCall(`.${name}`, of, given, world), given, world)
    : invoked(method, given, world);
}

/** What comes of a call of what an expression gave. */
export function invoked(callee: Live, given: Given, world: World): Live {
  if (callee.type === 'ref' && callee.cell.content.type === 'call') {
    return ofObject(callee, '()', given, world);
  }
  switch (callee.type) {
    case 'function':
      if (given.unclear !== undefined) {
        return unfollowed(given, world);
      }
      return callee.code.isAsync === true && given.isAwaited !== true
        ? later(callee, given.args, given.named, given.at, world)
        : world.perform(callee, takenBy(given), given.named, given.at);
    case 'class':
      return constructed(callee, given, world);
    case 'global':
      return (
        calledForEach(callee.path, given, world) ??
        outcome(asCall(callee.path, undefined, given, world), given, world)
      );
    default:
      unfollowed(given, world);
      return callee.type === 'unknown' && callee.doubt !== undefined
        ? callee
        : made(asCall('', callee, given, world), world);
  }
}

function asCall(path: string, of: Live | undefined, given: Given, world: World): Call {
  const call = {
    path,
    of: of && pictured(of, world),
    args: given.args.map(arg => pictured(arg, world)),
    named: given.named.map(field => ({...field, value: pictured(field.value, world)})),
    ...(given.unclear === undefined ? {} : {unclear: given.unclear}),
    at: given.at,
  };
  world.variables.push(...variablesOf(call));
  return call;
}

/** What a call of the language or a package gives. */
function outcome(call: Call, given: Given, world: World): Live {
  const {dialect} = world;
  if (dialect.ends.test(call.path)) {
    world.stopped = true;
  }
  if (dialect.reaches?.test(call.path) === true) {
    throw new NotUnderstood(call.at, doubtAt(call.at, 'unfollowed').message);
  }
  if (dialect.sends(call)) {
    const [first = '', second = ''] = call.path.split('.');
    const root = dialect.hosts?.test(first) === true ? second : first;
    const given = [...world.globals].filter(([path]) => path === root || path.startsWith(`${root}.`));
    if (given.some(([path]) => dialect.settings?.test(path) !== true)) {
      throw new NotUnderstood(call.at, doubtAt(call.at, 'unfollowed').message);
    }
    const left = world.heap.frames.find(frame => frame.kind !== 'try' && frame.left)?.left;
    const settings = given.map(([name, value]): Field => ({
      name,
      at: value.at,
      value: pictured(value, world),
    }));
    world.sent.push({call: {...call, settings}, doubt: world.doubts.at(-1) ?? left});
  }
  const written = dialect.writes?.(call);
  const to = written?.to?.type === 'call' ? written.to.origin?.cell : undefined;
  if (written && to && to.content.type === 'call') {
    const {path} = written.call;
    world.heap.change(to, {...to.content, log: [...to.content.log, {path, at: call.at, call: written.call}]});
  }
  const filled = dialect.fills?.(call);
  const [target] = given.args;
  if (filled && target?.type === 'ref' && (filled.type === 'record' || filled.type === 'list')) {
    const {content} = target.cell;
    const held = heldOf(filled, world);
    const shown = content.type === 'record' ? membersOf(content, world) : [];
    changeObject(
      target,
      content.type === 'record' && held.type === 'record'
        ? {...content, entries: [...held.entries, ...content.entries.filter(one => !shown.includes(one))]}
        : held,
      given.at,
      world,
    );
    return target;
  }
  const value = dialect.call(call);
  if (dialect.mayFail?.(call) === true) {
    failPerhaps(call.at, world);
  }
  if (dialect.leaves.test(call.path)) {
    perhapsCalled(given, world);
  } else {
    unfollowed(given, world);
  }
  const result = value ? lifted(value, world) : made(call, world);
  if (dialect.fixes?.test(call.path) === true) {
    fixObject(target, world);
  }
  if (dialect.grows?.test(call.path) === true) {
    grow(target, result, call.at, world);
  }
  return result;
}

function made(call: Call, world: World): Live {
  const object = world.heap.object({at: call.at, type: 'call', call, log: []});
  if (world.dialect.prepares?.(call)) {
    world.prepared.push(object);
  }
  return object;
}

/** A method of an object. */
function ofObject(ref: Ref, name: string, given: Given, world: World): Live {
  const held = ref.cell.content;
  switch (held.type) {
    case 'record':
    case 'list': {
      const isOwn =
        held.type === 'record' &&
        [...held.entries, ...(held.kind?.code.methods ?? [])].some(member => member.name === name);
      const method: Live = isOwn ? memberOf(ref, name, given.at, world) : {at: given.at, type: 'unknown'};
      if (method.type === 'function' || method.type === 'class') {
        return invoked(method, given, world);
      }
      const call = asCall(`.${name}`, ref, given, world);
      const picture = call.of;
      const value = world.dialect.call(call);
      perhapsCalled(given, world);
      if (picture?.type === 'record' || picture?.type === 'list') {
        const next = world.dialect.changed(picture, name, call);
        if (next !== picture) {
          changeObject(
            ref,
            next ? heldOf(next, world) : doubtful(doubtAt(given.at, 'unfollowed'), held, ...given.args),
            given.at,
            world,
          );
        }
      }
      return value ? lifted(value, world) : made(call, world);
    }
    case 'call': {
      const path = ref.path === undefined ? name : `${ref.path}.${name}`;
      const call = asCall(
        `${held.call.path}.${path}`,
        {at: ref.at, type: 'ref', cell: ref.cell},
        given,
        world,
      );
      if (!world.dialect.sends(call)) {
        world.heap.change(ref.cell, {...held, log: [...held.log, {path, at: given.at, call}]});
      }
      return outcome(call, given, world);
    }
    case 'unknown':
      spoil(ref, given.at, world);
      return unfollowed(given, world);
  }
}

/** A function as a value, with the variables around it. */
export function closure(code: FunctionExpression, scope: Scope, world: World): Func {
  const func: Func = {
    at: code.at,
    type: 'function',
    code,
    scope,
    defaults: world.dialect.defaultsAtDefinition
      ? code.parameters.map(({target}) =>
          target.type === 'assignment' ? valueOf(target.value, scope, world) : undefined,
        )
      : [],
  };
  world.uncalled.set(code, func);
  return func;
}
