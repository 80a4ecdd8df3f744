import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import type {Call, FieldOf, List, Made, Table, Value} from '../value';
import type {Text} from '../text';
import type {FunctionExpression, Operator} from '../expression';
import type {Heap} from './heap';
import type {Cell, Func, Live, Ref, Scope} from './live';
import type {Doubt} from './merge';

const say = messages('codeDoubt', {
  condition:
    'The request depends on whether this is true, which is unknown here. Leave only the code that runs.',
  loop: 'The request depends on how often this runs, which is unknown here. Write out what it does.',
  function:
    'The request depends on when this function is called and with what, which is unknown here. Write its call below it.',
  helper:
    'The request depends on what this does to its arguments, which is unknown here. Write out what it does.',
  failure: 'The request depends on whether this fails, which is unknown here. Remove the error handling.',
  unfollowed: 'This cannot be read. Write the request without it.',
  fixed:
    'This changes a value that cannot change, such as a tuple or a frozen object. Write the request without it.',
  order:
    'The request depends on the order of this map, which differs from run to run. Write out what it does.',
  memory:
    'This may also change another slice on which the request depends, as they can share memory. Write out what is sent.',
  long: 'This takes too many steps to follow. Write the request without loops.',
});

export type Reason =
  | 'condition'
  | 'loop'
  | 'function'
  | 'helper'
  | 'failure'
  | 'unfollowed'
  | 'fixed'
  | 'order'
  | 'memory'
  | 'long';

/** What a language's own names, functions and operators give. Undefined leaves them as they are. */
export interface Dialect {
  readonly name?: (path: string, at: number) => Value | undefined;
  readonly call: (call: Call) => Value | undefined;
  /** A member of what a call gave. */
  readonly part?: (made: Made<Value>, path: string, at: number) => Value | undefined;
  /** What a method leaves of the list or record that it is called on; undefined where that is not followed. */
  readonly changed: (
    held: List<Value> | Table<Value>,
    method: string,
    call: Call,
  ) => List<Value> | Table<Value> | undefined;
  /** What becomes of the first argument, which the call also gives: `Object.assign`. */
  readonly fills?: (call: Call) => Value | undefined;
  /** Calls after which nothing can change what they are given: `Object.freeze`. */
  readonly fixes?: RegExp;
  /** Calls that give their first argument with more behind it, which may write to its memory: `append`. */
  readonly grows?: RegExp;
  /** Calls that may fail for what they are given. */
  readonly mayFail?: (call: Call) => boolean;
  readonly binary?: (operator: Operator, first: Value, second: Value, at: number) => Value | undefined;
  /** Functions that call their first argument for each item of the second: `map(function, list)`. */
  readonly iterates?: RegExp;
  /** What a loop over the result of a call goes through, such as the pairs of a query. */
  readonly itemsOf?: (value: Value) => readonly Value[] | undefined;
  /** The members of an object in the order that loops go through them, without those that only the object itself sees. */
  readonly members?: <V>(entries: readonly FieldOf<V>[]) => readonly FieldOf<V>[];
  /** Where loops go through records in any order: what may be done to an object in any order too. */
  readonly orderless?: RegExp;
  /** Whether `True` and `"True"` are two keys. */
  readonly keysHaveTypes?: boolean;
  /** Whether `a += b` changes a list or record in place, for all that hold it. */
  readonly updatesInPlace?: boolean;
  /** A value in the middle of a text, where it is neither text nor number. */
  readonly textOf: (value: Value) => Text | undefined;
  /** Whether a call sends a request. */
  readonly sends: (call: Call) => boolean;
  /** Objects whose members are names of their own: `globalThis`. */
  readonly hosts?: RegExp;
  /** Members of a package that may be given a value, which then goes with each of its calls. */
  readonly settings?: RegExp;
  /** Calls that change nothing of what they are given, such as those that print it. */
  readonly leaves: RegExp;
  /** What a call writes to another object: done to it as if it had been called on it. */
  readonly writes?: (call: Call) => {readonly to: Value | undefined; readonly call: Call} | undefined;
  /** Whether a call makes a request that another is to send; read for want of that. */
  readonly prepares?: (call: Call) => boolean;
  /** Whether a function that takes all that is left takes the very list of `f(xs...)`, which it may change. */
  readonly sharesSpread?: boolean;
  /** Whether a call may give several values at once, of which the first alone is followed. */
  readonly givesSeveral?: boolean;
  /** Calls that may give any variable another value: `eval`. */
  readonly reaches?: RegExp;
  /** Calls that end the program. */
  readonly ends: RegExp;
  /** Whether an empty list or record counts as false. */
  readonly emptyIsFalse: boolean;
  /** Whether what a function assigns is its own variable, whatever stands around it; and its blocks have none. */
  readonly functionsOwnNames: boolean;
  /** Whether a method that is not called at once forgets its object. */
  readonly methodsForget?: boolean;
  /** Whether a parameter's value for want of an argument is made once, with the function. */
  readonly defaultsAtDefinition?: boolean;
  /** What a member is that an object does not have, and an argument that is not given. */
  readonly missing?: Live;
  /** Whether a program ends where an object lacks a member. */
  readonly raisesAtMissing?: boolean;
  /** What a variable is given in place of a value that is not followed, such as an error that did not happen. */
  readonly unfailing?: (target: string, value: Live) => Live;
}

/** A call that sends a request, and why it may not do so. */
export interface Sent {
  readonly call: Call;
  readonly doubt: Doubt | undefined;
}

/** A program that is being followed. */
export interface World {
  readonly dialect: Dialect;
  readonly heap: Heap;
  readonly sent: Sent[];
  /** Requests that were made to be sent. */
  readonly prepared: Ref[];
  /** The variables of the environment that reach a call, of those whose values are not known. */
  readonly variables: string[];
  /** Why what is followed at the moment may not happen, innermost last. */
  readonly doubts: Doubt[];
  /** What members of names of the language were given, by their paths. */
  readonly globals: Map<string, Live>;
  /** Variables whose addresses are known to more than their names. */
  readonly addressed: Set<Cell<Live>>;
  /** Functions that were not called so far. */
  readonly uncalled: Map<FunctionExpression, Func>;
  depth: number;
  steps: number;
  /** Whether the statement that is followed ended the program, or what it does here. */
  stopped: boolean;
  /** Follows the body of a function. */
  readonly perform: (func: Func, args: readonly Live[], named: readonly FieldOf<Live>[], at: number) => Live;
}

export function doubtAt(at: number, reason: Reason): Doubt {
  return {at, message: say(reason)};
}

/** Counts a step, so that no program keeps its reader busy. */
export function step(world: World, at: number): void {
  world.steps += 1;
  if (world.steps > MOST_STEPS) {
    throw new NotUnderstood(at, say('long'));
  }
}

const MOST_STEPS = 20_000;

/** The variable of a name in the scopes around a place. */
export function variableOf(scope: Scope, name: string): Cell<Live> | undefined {
  const own = scope.outer.has(name) ? undefined : scope.names.get(name);
  return own ?? (scope.parent && variableOf(scope.parent, name));
}

export function innerScope(parent: Scope, isFunction = false): Scope {
  return {names: new Map(), parent, outer: new Set(), isFunction};
}
