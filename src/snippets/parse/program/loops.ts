import type {Statement} from '../expression';
import {normal, oneOfWays, unsure, type Completion} from './completion';
import {valueOf} from './expressions';
import {itemsIn} from './items';
import type {Live, Scope} from './live';
import {truth} from './operators';
import {runBlock, run} from './statements';
import {assignTo} from './targets';
import {doubtAt, innerScope, type World} from './world';

/** A loop over what is known is done as often as it says. */
export function followEach(
  {at, targets, of, takes, declares, body}: Extract<Statement, {readonly type: 'each'}>,
  scope: Scope,
  world: World,
): Completion {
  const through = valueOf(of, scope, world);
  const isRecord = through.type === 'ref' && through.cell.content.type === 'record';
  const items = itemsIn(through, takes, at, world);
  const once = (item: Live): Completion => {
    const inner = world.dialect.functionsOwnNames ? scope : innerScope(scope);
    const given = takes === 'both' ? itemsIn(item, 'values', at, world) : [item];
    targets.forEach((target, index) => {
      if (target) {
        assignTo(target, 'type' in given ? given : (given[index] ?? item), declares, inner, world);
      }
    });
    return runBlock(body, inner, world);
  };
  if ('type' in items) {
    const doubt = doubtAt(at, 'loop');
    return world.heap.framed('loop', () => unsure(() => once({...items, at}), doubt, world));
  }
  const each = (ordered: readonly Live[]) => (): Completion =>
    world.heap.framed('loop', () => {
      for (const item of ordered) {
        const completion = once(item);
        if (completion.type === 'return' || completion.type === 'stop') {
          return completion;
        }
        if (completion.type === 'break') {
          return normal;
        }
      }
      return normal;
    });
  const {orderless} = world.dialect;
  const [first, ...others] = items;
  // What is the same in the order of the code, backwards and from the second on is the same in any order.
  return orderless && isRecord && first && others.length > 0
    ? oneOfWays(
        [each(items), each([...items].reverse()), each([...others, first])],
        {...doubtAt(at, 'order'), orderless},
        world,
      )
    : each(items)();
}

/** The same while a condition holds, for as long as that is known. */
export function followWhile(
  {at, test, step, body, isLate}: Extract<Statement, {readonly type: 'while'}>,
  scope: Scope,
  world: World,
): Completion {
  const doubt = doubtAt(at, 'loop');
  return world.heap.framed('loop', frame => {
    for (let count = 0; ; count += 1) {
      const holds =
        (isLate === true && count === 0) || !test ? true : truth(valueOf(test, scope, world), world);
      if (holds === false) {
        return normal;
      }
      // Whether it goes on depends on what is not known.
      if (holds === undefined || frame.left) {
        return unsure(() => runOnce(), doubt, world);
      }
      const completion = runOnce();
      if (completion.type === 'return' || completion.type === 'stop') {
        return completion;
      }
      if (completion.type === 'break') {
        return normal;
      }
    }
  });

  function runOnce(): Completion {
    const completion = runBlock(body, scope, world);
    if (completion.type === 'normal' || completion.type === 'continue') {
      run(step, scope, world);
    }
    return completion;
  }
}
