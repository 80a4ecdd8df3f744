import type {Expression} from '../expression';
import type {FieldOf} from '../value';
import {valueOf} from './expressions';
import {itemsIn, itemsOf} from './items';
import type {Live, Ref, Scope} from './live';
import type {World} from './world';

/** The arguments of a call as they are given. */
export interface Given {
  readonly args: readonly Live[];
  readonly named: readonly FieldOf<Live>[];
  /** The list whose items are the last arguments, where a function takes that list itself. */
  readonly spread?: {readonly from: number; readonly list: Ref};
  /** Where some stand that are not known. */
  readonly unclear?: number;
  readonly at: number;
  readonly isAwaited?: boolean;
}

/** The values of the arguments that go by their places. */
export function argumentsOf(
  expressions: readonly Expression[],
  scope: Scope,
  world: World,
): Pick<Given, 'args' | 'spread' | 'unclear'> {
  const last = expressions.at(-1);
  const isShared = world.dialect.sharesSpread === true && last?.type === 'spread';
  const items = itemsOf(isShared ? expressions.slice(0, -1) : expressions, scope, world);
  if ('type' in items) {
    return {args: [items], unclear: items.at};
  }
  if (!isShared) {
    return {args: items};
  }
  const list = valueOf(last.of, scope, world);
  const rest = itemsIn(list, 'values', last.at, world);
  return 'type' in rest
    ? {args: [...items, list], unclear: rest.at}
    : {
        args: [...items, ...rest],
        ...(list.type === 'ref' ? {spread: {from: items.length, list}} : {}),
      };
}

/** The arguments as a function of the program takes them. */
export function takenBy({args, spread}: Given): readonly Live[] {
  return spread ? [...args.slice(0, spread.from), {...spread.list, isRest: true}] : args;
}
