import type {Live, Ref} from './live';
import {doubtful} from './merge';
import {doubtAt, type World} from './world';

/** Leaves nothing known of an object and all that is in it, or of all that an unknown value may be. */
export function spoil(live: Live, at: number, world: World, done = new Set<Ref['cell']>()): void {
  const inner = (values: readonly Live[]): void => values.forEach(value => spoil(value, at, world, done));
  if (live.type === 'unknown') {
    inner(live.among ?? []);
  }
  if (live.type !== 'ref' || done.has(live.cell)) {
    return;
  }
  done.add(live.cell);
  const held = live.cell.content;
  if (held.type !== 'unknown') {
    world.heap.change(live.cell, doubtful(doubtAt(at, 'helper')));
  }
  for (const kin of world.heap.kinOf(live.cell) ?? []) {
    spoil({...live, cell: kin}, at, world, done);
  }
  switch (held.type) {
    case 'list':
      return inner(held.items);
    case 'record':
      return inner(held.entries.map(({value}) => value));
    case 'unknown':
      return inner([held]);
    case 'call':
      return;
  }
}
