import type {FieldOf} from '../value';
import type {Func, Live} from './live';
import {spoil} from './spoil';
import {doubtAt, type World} from './world';
import type {Given} from './arguments';

/** A function whose changes may come after what follows the call. */
export function later(
  func: Func,
  args: readonly Live[],
  named: readonly FieldOf<Live>[],
  at: number,
  world: World,
): Live {
  const {result, changes} = world.heap.tried(() => world.perform(func, args, named, at));
  world.heap.spoil(changes, doubtAt(at, 'function'));
  return result;
}

/** What code that is not followed may have done: called what it was given, and changed any of it. */
export function unfollowed(given: Given, world: World): Live {
  const {at} = given;
  failPerhaps(at, world);
  perhapsCalled(given, world);
  valuesIn(given).forEach(value => spoil(value, at, world));
  return {at, type: 'unknown', doubt: doubtAt(at, 'helper').message};
}

/** From here on, what is tried may have been left. */
export function failPerhaps(at: number, world: World): void {
  const frame = world.heap.frames.findLast(({kind}) => kind === 'try');
  if (frame) {
    frame.left ??= doubtAt(at, 'failure');
  }
}

function valuesIn({args, named}: Given): readonly Live[] {
  return [...args, ...named.map(({value}) => value)];
}

/** Functions that are handed to code which may call them at any time, or not at all. */
export function perhapsCalled(given: Given, world: World): void {
  const {at} = given;
  const doubt = doubtAt(at, 'function');
  for (const value of valuesIn(given)) {
    if (value.type === 'function') {
      world.doubts.push(doubt);
      const {changes} = world.heap.tried(() => world.perform(value, [], [], at));
      world.doubts.pop();
      world.stopped = false;
      world.heap.spoil(changes, doubt);
    }
  }
}
