import {outside, type Frame} from './heap';
import type {Live} from './live';
import {doubtful, mergedLive, type Doubt} from './merge';
import type {World} from './world';

/** How a statement ends: what follows it runs, or something further out does. */
export type Completion =
  {readonly type: 'normal' | 'break' | 'continue' | 'stop'} | {readonly type: 'return'; readonly value: Live};

export const normal: Completion = {type: 'normal'};

type Way = () => Completion;

/** Follows each of the ways of which one is gone, and leaves known what is the same on all of them. */
export function oneOfWays(ways: readonly Way[], doubt: Doubt, world: World): Completion {
  const {heap, sent, doubts} = world;
  const tried = ways.map(way => {
    const from = sent.length;
    doubts.push(doubt);
    const {result: completion, changes} = heap.tried(way);
    doubts.pop();
    return {completion, changes, from, to: sent.length};
  });
  const going = tried.filter(({completion}) => completion.type !== 'stop');
  const [only] = going;
  if (!only) {
    return {type: 'stop'};
  }
  const guarded = heap.frames.findLastIndex(({kind}) => kind === 'try');
  if (going.length < tried.length && guarded >= 0) {
    leave(heap.frames.slice(guarded), doubt);
  } else if (going.length === 1) {
    // The other way ends the program: whoever reads it for its request takes this one.
    for (let index = only.from; index < only.to; index += 1) {
      const one = sent[index];
      if (one?.doubt === doubt) {
        sent[index] = {...one, doubt: doubts.at(-1)};
      }
    }
  }
  const staying = going.filter(({completion}) => completion.type === 'normal');
  const leaving = going.filter(({completion}) => completion.type !== 'normal');
  if (staying.length === 0) {
    heap.merge(
      going.map(({changes}) => changes),
      doubt,
    );
    return going
      .map(({completion}) => completion)
      .reduce((one, other) => bothLeaving(one, other, doubt, world));
  }
  const frames = leaving.flatMap(({completion}) => framesLeft(completion, heap.frames));
  heap.merge(
    [
      ...staying.map(({changes}) => changes),
      ...leaving.map(({completion, changes}) => {
        const [frame] = framesLeft(completion, heap.frames);
        return frame ? outside(changes, frame) : changes;
      }),
    ],
    doubt,
  );
  leave(frames, doubt);
  for (const {completion} of leaving) {
    const [frame] = framesLeft(completion, heap.frames);
    if (completion.type === 'return' && frame) {
      frame.given = frame.given ? mergedLive(frame.given, completion.value, doubt) : completion.value;
    }
  }
  return normal;
}

/** Follows what may be done any number of times, or not at all, and leaves nothing known of what it changes. */
export function unsure(way: Way, doubt: Doubt, world: World): Completion {
  world.doubts.push(doubt);
  const {result, changes} = world.heap.tried(way);
  world.doubts.pop();
  world.heap.spoil(changes, doubt);
  const [frame] = framesLeft(result, world.heap.frames);
  if (result.type === 'return' && frame) {
    leave(framesLeft(result, world.heap.frames), doubt);
    frame.given = doubtful(doubt, result.value);
  }
  return normal;
}

function leave(frames: readonly Frame[], doubt: Doubt): void {
  for (const frame of frames) {
    frame.left ??= doubt;
  }
}

/** The frames that a statement leaves, outermost first. */
function framesLeft({type}: Completion, frames: readonly Frame[]): readonly Frame[] {
  switch (type) {
    case 'return':
    case 'break':
    case 'continue': {
      const index = frames.findLastIndex(({kind}) =>
        type === 'return' ? kind === 'function' : kind === 'loop' || (type === 'break' && kind === 'switch'),
      );
      return index < 0 ? [] : frames.slice(index);
    }
    case 'normal':
    case 'stop':
      return [];
  }
}

/** Both ways leave: where they leave for different places, the nearer one is taken and what follows is doubtful. */
function bothLeaving(one: Completion, other: Completion, doubt: Doubt, {heap}: World): Completion {
  if (one.type === 'return' && other.type === 'return') {
    return {type: 'return', value: mergedLive(one.value, other.value, doubt)};
  }
  const [far, near] = one.type === 'return' ? [one, other] : [other, one];
  if (far.type === 'return') {
    const [frame] = framesLeft(far, heap.frames);
    leave(framesLeft(far, heap.frames), doubt);
    if (frame) {
      frame.given = doubtful(doubt, far.value);
    }
  } else if (one.type !== other.type) {
    leave(framesLeft(near, heap.frames), doubt);
  }
  return near;
}
