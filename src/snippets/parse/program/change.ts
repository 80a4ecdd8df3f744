import {NotUnderstood} from '../notUnderstood';
import type {Held, Live, Ref} from './live';
import {doubtful} from './merge';
import {spoil} from './spoil';
import {doubtAt, type World} from './world';

/** Gives an object other content. Throws {@link NotUnderstood} where nothing can change it. */
export function changeObject({cell}: Ref, held: Held, at: number, world: World): void {
  const {content} = cell;
  if ('isFixed' in content && content.isFixed === true) {
    throw new NotUnderstood(at, doubtAt(at, 'fixed').message);
  }
  world.heap.change(cell, held);
  for (const kin of world.heap.kinOf(cell) ?? []) {
    world.heap.change(kin, doubtful(doubtAt(at, 'memory'), kin.content));
  }
}

/** From here on, nothing can change an object; what is in it can. */
export function fixObject(live: Live | undefined, world: World): void {
  const content = live?.type === 'ref' ? live.cell.content : undefined;
  if (live?.type === 'ref' && (content?.type === 'record' || content?.type === 'list')) {
    world.heap.change(live.cell, {...content, isFixed: true});
  }
}

/**
 * A list is given again with more behind it. Where its memory may have room for that, all that lies behind the list in the
 * same memory changes, and the two lists share what they have in common.
 */
export function grow(from: Live | undefined, to: Live, at: number, world: World): void {
  if (from?.type === 'unknown') {
    spoil(from, at, world);
  }
  if (to.type !== 'ref') {
    return;
  }
  const list = from?.type === 'ref' ? from.cell : undefined;
  const length = list?.content.type === 'list' ? list.content.items.length : 0;
  for (const kin of (list && world.heap.kinOf(list)) ?? []) {
    if (kin.content.type === 'list' && kin.content.items.length > length) {
      world.heap.change(kin, doubtful(doubtAt(at, 'memory'), kin.content));
    }
  }
  world.heap.joinKin(to.cell, list);
}
