import {itemsIn} from './items';
import type {Given} from './arguments';
import {invoked} from './calls';
import type {Func, Live} from './live';
import {condition, truth} from './operators';
import {later, unfollowed} from './unfollowed';
import type {World} from './world';

type Each = (item: Live, index: number) => Live;

/** Functions that are handed to a method which surely calls them: for each item of a list, or when an answer is there. */
export function calledBack(of: Live, name: string, given: Given, world: World): Live | undefined {
  const {args, at} = given;
  const [first, second] = args;
  if (of.type === 'function') {
    return calledFor(of, name, given, world);
  }
  if (first?.type === 'function' && (name === 'then' || name === 'finally')) {
    return later(first, [{at, type: 'unknown'}], [], at, world);
  }
  const items = of.type === 'ref' && of.cell.content.type === 'list' ? of.cell.content.items : undefined;
  if (
    !items ||
    !(first?.type === 'function' || (first?.type === 'global' && world.dialect.leaves.test(first.path)))
  ) {
    return undefined;
  }
  const func = boundTo(first, second);
  const call = (...values: readonly Live[]): Live => invoked(func, {args: values, named: [], at}, world);
  const place = (index: number): Live => ({at, type: 'number', text: String(index)});
  const each: Each = (item, index) =>
    func.type === 'global' && func.path === 'Boolean'
      ? condition(at, truth(item, world))
      : call(item, place(index), of);
  const list = (all: readonly Live[]): Live => world.heap.object({at, type: 'list', items: all});
  switch (name) {
    case 'forEach':
      items.forEach(each);
      return {at, type: 'constant', value: 'undefined'};
    case 'map':
      return list(items.map(each));
    case 'flatMap': {
      const inner = items.map((item, index) => itemsIn(each(item, index), 'values', at, world));
      const unknown = inner.find(one => 'type' in one);
      return unknown && 'type' in unknown ? unknown : list(inner.flatMap(one => ('type' in one ? [] : one)));
    }
    case 'reduce': {
      const [start, ...rest] = args.length > 1 && second ? [second, ...items] : items;
      const skipped = items.length - rest.length;
      return start && rest.reduce((sum, item, index) => call(sum, item, place(index + skipped), of), start);
    }
    default:
      return tested(name, items, each, given, world);
  }
}

/** Of the methods that test the items: those that hold, the first of them, or whether any or all do. */
function tested(
  name: string,
  items: readonly Live[],
  each: Each,
  given: Given,
  world: World,
): Live | undefined {
  const {at} = given;
  if (!/^(?:filter|find|findIndex|some|every)$/.test(name)) {
    return undefined;
  }
  const holding: number[] = [];
  for (const [index, item] of items.entries()) {
    const holds = truth(each(item, index), world);
    if (holds === undefined) {
      return unfollowed(given, world);
    }
    if (holds) {
      holding.push(index);
    }
    if (name !== 'filter' && holds === (name !== 'every')) {
      break;
    }
  }
  const [found = -1] = holding;
  switch (name) {
    case 'filter':
      return world.heap.object({
        at,
        type: 'list',
        items: items.filter((_, index) => holding.includes(index)),
      });
    case 'find':
      return items[found] ?? {at, type: 'constant', value: 'undefined'};
    case 'findIndex':
      return {at, type: 'number', text: String(found)};
    default:
      return condition(at, name === 'some' ? found >= 0 : holding.length === items.length);
  }
}

/** `map(function, list)`, where a language has functions for what are methods elsewhere. */
export function calledForEach(path: string, given: Given, world: World): Live | undefined {
  const [func, of] = given.args;
  return func && of && given.args.length === 2 && world.dialect.iterates?.test(path) === true
    ? calledBack(of, path, {...given, args: [func]}, world)
    : undefined;
}

/** `f.call(object, …)`, `f.apply(object, list)` and `f.bind(object)`. */
function calledFor(func: Func, name: string, given: Given, world: World): Live | undefined {
  const [self, ...rest] = given.args;
  const bound = boundTo(func, self);
  switch (name) {
    case 'bind':
      return rest.length === 0 ? bound : undefined;
    case 'call':
      return invoked(bound, {...given, args: rest}, world);
    case 'apply': {
      const [list] = rest;
      const args = list ? itemsIn(list, 'values', given.at, world) : [];
      return 'type' in args ? undefined : invoked(bound, {...given, args}, world);
    }
    default:
      return undefined;
  }
}

function boundTo<Callee extends Live>(func: Callee, self: Live | undefined): Callee {
  return func.type === 'function' && func.code.isMethod === true && !func.self && self
    ? {...func, self}
    : func;
}
