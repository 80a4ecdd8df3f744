import {knownText} from '../text';
import {withFallback, type FieldOf, type Made, type Unknown} from '../value';
import type {Held, Live, Ref} from './live';

/** Why something is not known, and where. */
export interface Doubt {
  readonly at: number;
  readonly message: string;
  /** The variable of the environment that is empty where the first of two ways is gone. */
  readonly emptyOf?: string;
  /** Where the order of two changes is not known: those that come to the same in any order. */
  readonly orderless?: RegExp;
}

/** Something that is not known, and what it may be or hold. */
export function doubtful({at, message}: Doubt, ...maybe: readonly (Live | Held)[]): Unknown {
  const among = maybe.flatMap(refsIn);
  return {at, type: 'unknown', doubt: message, ...(among.length > 0 ? {among} : {})};
}

function refsIn(one: Live | Held): readonly Ref[] {
  switch (one.type) {
    case 'ref':
      return [one];
    case 'list':
      return one.items.flatMap(item => refsOf(item));
    case 'record':
      return one.entries.flatMap(({value}) => refsOf(value));
    case 'unknown':
      return one.among ?? [];
    default:
      return [];
  }
}

/** The objects that a value is, or may be. */
export function refsOf(live: Live): readonly Ref[] {
  return live.type === 'ref' ? [live] : live.type === 'unknown' ? (live.among ?? []) : [];
}

/** What a variable holds that may hold one value or the other. */
export function mergedLive(one: Live, other: Live, doubt: Doubt): Live {
  return areSame(one, other) ? one : (givenFallback(one, other, doubt) ?? doubtful(doubt, one, other));
}

/** `if key == "" { key = "value" }` gives the variable a value that stands in for it. */
function givenFallback(one: Live, other: Live, {emptyOf}: Doubt): Live | undefined {
  const [only] = other.type === 'text' ? other.text : [];
  return one.type === 'text' &&
    other.type === 'text' &&
    typeof only === 'object' &&
    emptyOf !== undefined &&
    only.env === emptyOf
    ? withFallback(other, {...one, text: [knownText(one.text)]})
    : undefined;
}

/** What an object holds; of a record, members that are the same either way stay known. */
export function mergedHeld(one: Held, other: Held, doubt: Doubt): Held {
  if (one === other) {
    return one;
  }
  if (one.type === 'record' && other.type === 'record') {
    return {...one, ...other, entries: mergedEntries(one.entries, other.entries, doubt)};
  }
  if (one.type === 'list' && other.type === 'list' && one.items.length === other.items.length) {
    return {
      ...other,
      items: other.items.map((item, index) => mergedLive(one.items[index] ?? item, item, doubt)),
    };
  }
  return one.type === 'call' &&
    other.type === 'call' &&
    doubt.orderless &&
    isSameButOrder(one, other, doubt.orderless)
    ? one
    : doubtful(doubt, one, other);
}

/** Whether the same was done to an object but for its order, and in the same order for each name. */
function isSameButOrder(one: Made<Live>, other: Made<Live>, orderless: RegExp): boolean {
  const start = one.log.findIndex((done, index) => done !== other.log[index]);
  const [first, second] = [one, other].map(({log}) =>
    log
      .slice(start)
      .map(({path, call}) => {
        const texts = call?.args.map(arg => ('text' in arg ? arg.text : undefined)) ?? [undefined];
        const isTold = orderless.test(path) && !texts.includes(undefined);
        return {
          name: JSON.stringify(texts[0] ?? '').toLowerCase(),
          told: isTold ? JSON.stringify([path, texts]) : '',
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  );
  return JSON.stringify(first) === JSON.stringify(second) && first?.every(({told}) => told !== '') === true;
}

function mergedEntries(
  one: readonly FieldOf<Live>[],
  other: readonly FieldOf<Live>[],
  doubt: Doubt,
): readonly FieldOf<Live>[] {
  const names = new Set([...other, ...one].map(({name}) => name));
  return [...names].map(name => {
    const [first, second] = [one, other].map(entries => entries.find(entry => entry.name === name));
    return {
      name,
      at: doubt.at,
      value:
        first && second
          ? mergedLive(first.value, second.value, doubt)
          : doubtful(doubt, ...[first, second].flatMap(entry => entry?.value ?? [])),
    };
  });
}

function areSame(one: Live, other: Live): boolean {
  if (one === other) {
    return true;
  }
  switch (one.type) {
    case 'ref':
      return other.type === 'ref' && one.cell === other.cell && one.path === other.path;
    case 'text':
      return other.type === 'text' && JSON.stringify(one.text) === JSON.stringify(other.text);
    case 'number':
      return other.type === 'number' && one.text === other.text;
    case 'constant':
      return other.type === 'constant' && one.value === other.value;
    case 'global':
      return other.type === 'global' && one.path === other.path;
    case 'file':
    case 'function':
    case 'class':
    case 'unknown':
      return false;
  }
}
