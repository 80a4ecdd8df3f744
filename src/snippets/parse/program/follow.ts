import type {Statement} from '../expression';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import type {Call, FieldOf} from '../value';
import {Heap} from './heap';
import {valueOf} from './expressions';
import type {Func, Live, Scope} from './live';
import {doubtful, mergedLive} from './merge';
import {pictured} from './picture';
import {spoil} from './spoil';
import {run} from './statements';
import {assignTo} from './targets';
import {doubtAt, innerScope, variableOf, type Dialect, type World} from './world';

const say = messages('codeCalls', {
  several: 'This code sends more than one request: the first is read.',
});

/** The request that a program sends, and what is to be said of it. */
export interface Followed {
  readonly call: Call;
  /** The place that decides whether it is sent, where that is not known. */
  readonly doubtAt?: number;
  readonly variables: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Follows a program from its start, through the functions that it calls, and gives the call that sends its first request.
 * Of several, one that is surely made goes first. Nothing is taken for known that depends on a condition, a number of
 * times or a function which is not. Functions that nothing calls are looked into where nothing else sends a request.
 */
export function follow(
  statements: readonly Statement[],
  dialect: Dialect,
  entries: readonly string[] = [],
): Followed | undefined {
  const scope: Scope = {names: new Map(), outer: new Set(), isFunction: true};
  const world: World = {
    dialect,
    heap: new Heap(),
    sent: [],
    prepared: [],
    variables: [],
    doubts: [],
    globals: new Map(),
    addressed: new Set(),
    uncalled: new Map(),
    depth: 0,
    steps: 0,
    stopped: false,
    perform: (func, args, named, at) => perform(func, args, named, at, world),
  };
  try {
    run(statements, scope, world);
    for (const entry of entries) {
      const main = variableOf(scope, entry)?.content;
      if (main?.type === 'function') {
        perform(main, [], [], main.at, world);
      }
    }
    sendPrepared(world);
    if (world.sent.length === 0) {
      performUncalled(world);
    }
  } catch (error) {
    // What comes after a request that is surely sent does not matter to it.
    if (!(error instanceof NotUnderstood) || !world.sent.some(({doubt}) => !doubt)) {
      throw error;
    }
  }
  const first = world.sent.find(({doubt}) => !doubt) ?? world.sent[0];
  return (
    first && {
      call: first.call,
      ...(first.doubt ? {doubtAt: first.doubt.at} : {}),
      variables: world.variables,
      notes: world.sent.length > 1 ? [say('several')] : [],
    }
  );
}

function performUncalled(world: World): void {
  for (const func of world.uncalled.values()) {
    const doubt = doubtAt(func.at, 'function');
    world.doubts.push(doubt);
    const {changes} = world.heap.tried(() => {
      perform(func, [], [], func.at, world);
      sendPrepared(world);
    });
    world.doubts.pop();
    world.stopped = false;
    world.heap.spoil(changes, doubt);
  }
}

/** A request that is made and not sent is read as it is in the end. */
function sendPrepared(world: World): void {
  const [ref] = world.prepared;
  if (ref && world.sent.length === 0) {
    const call = {path: '', of: pictured(ref, world), args: [], named: [], at: ref.at};
    world.sent.push({call, doubt: world.doubts.at(-1)});
  }
}

const DEEPEST_CALL = 25;

/** Follows a function that is called, and gives what it returns. */
function perform(
  func: Func,
  args: readonly Live[],
  named: readonly FieldOf<Live>[],
  at: number,
  world: World,
  isTried = false,
): Live {
  const {code} = func;
  const isKnown = world.doubts.at(-1)?.message !== doubtAt(at, 'function').message;
  world.uncalled.delete(code);
  if (world.depth > DEEPEST_CALL || (code.isGenerator === true && !isTried)) {
    const doubt = doubtAt(at, 'unfollowed');
    // How much of a generator is done depends on who takes its values.
    if (code.isGenerator === true && world.depth <= DEEPEST_CALL) {
      world.doubts.push(doubt);
      const {changes} = world.heap.tried(() => perform(func, args, named, at, world, true));
      world.doubts.pop();
      world.heap.spoil(changes, doubt);
    }
    args.forEach(arg => spoil(arg, at, world));
    return doubtful(doubt);
  }
  const scope = innerScope(func.scope, true);
  const self =
    func.self ?? (code.isMethod === true ? {at, type: 'unknown' as const, name: 'this'} : undefined);
  bind(func, self ? [self, ...args] : args, named, isKnown, scope, world);
  world.depth += 1;
  const value = world.heap.framed('function', frame => {
    const completion = run(code.body, scope, world);
    if (completion.type === 'stop') {
      world.stopped = true;
    }
    const given: Live =
      completion.type === 'return' ? completion.value : {at, type: 'constant', value: 'undefined'};
    return frame.given && frame.left ? mergedLive(frame.given, given, frame.left) : given;
  });
  world.depth -= 1;
  return value;
}

/** Gives the parameters their values. */
function bind(
  {code, defaults}: Func,
  args: readonly Live[],
  named: readonly FieldOf<Live>[],
  isKnown: boolean,
  scope: Scope,
  world: World,
): void {
  const taken = new Set<string>();
  code.parameters.forEach(({target, rest}, index) => {
    const {at} = target;
    if (rest === 'list') {
      const left = args.slice(index);
      const [first] = left;
      const isList = first?.type === 'ref' && first.isRest === true;
      const list = isList ? {...first, isRest: false} : world.heap.object({at, type: 'list', items: left});
      assignTo(target, list, 'block', scope, world);
      return;
    }
    if (rest === 'record') {
      const entries = named.filter(({name}) => !taken.has(name));
      assignTo(target, world.heap.object({at, type: 'record', entries}), 'block', scope, world);
      return;
    }
    const plain = target.type === 'assignment' ? target.target : target;
    const name = plain.type === 'name' ? plain.name : '';
    taken.add(name);
    const given =
      args[index] ??
      named.find(field => field.name === name)?.value ??
      defaults[index] ??
      (target.type === 'assignment' ? valueOf(target.value, scope, world) : undefined) ??
      (isKnown ? world.dialect.missing : undefined);
    const fallback = target.type === 'assignment' ? target : plain;
    assignTo(given ? fallback : plain, given ?? {at, type: 'unknown', name}, 'block', scope, world);
  });
}
