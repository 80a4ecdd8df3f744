import {numberInText, type Field, type FieldOf, type Made, type Table, type Value} from '../value';
import {joinTexts, type Text} from '../text';
import type {Held, Live, Ref} from './live';
import type {World} from './world';

/** Objects within objects beyond this are not looked at; one may hold itself. */
const DEEPEST = 60;

/** What a value is at this moment, with all that is in it: it stays so, whatever becomes of the objects. */
export function pictured(live: Live, world: World, depth = 0): Value {
  switch (live.type) {
    case 'ref':
      return depth > DEEPEST ? {at: live.at, type: 'unknown'} : picturedObject(live, world, depth + 1);
    case 'global':
      return {at: live.at, type: 'unknown', name: live.path};
    case 'function':
    case 'class':
      return {at: live.at, type: 'unknown'};
    case 'text':
    case 'number':
    case 'constant':
    case 'file':
    case 'unknown':
      return live;
  }
}

function picturedObject(ref: Ref, world: World, depth: number): Value {
  const held = ref.cell.content;
  const origin: Ref = {at: ref.at, type: 'ref', cell: ref.cell};
  const inner = (live: Live): Value => pictured(live, world, depth);
  switch (held.type) {
    case 'list':
      return {...held, items: held.items.map(inner), origin};
    case 'record':
      return {
        ...held,
        entries: membersOf(held, world).map((entry): Field => ({...entry, value: inner(entry.value)})),
        origin,
      };
    case 'call': {
      // An object with thousands of things done to it is looked at after each of them.
      world.steps += Math.floor(held.log.length / 10);
      const made = {
        ...held,
        log: held.log.map(({value, ...done}) => ({...done, ...(value ? {value: inner(value)} : {})})),
        origin,
      };
      return ref.path === undefined
        ? made
        : (world.dialect.part?.(made, ref.path, ref.at) ?? {
            at: ref.at,
            type: 'part',
            of: made,
            path: ref.path,
          });
    }
    case 'unknown':
      return held;
  }
}

/** The members of an object as loops go through them. */
export function membersOf({entries}: Table<Live>, {dialect}: World): readonly FieldOf<Live>[] {
  return dialect.members?.(entries) ?? entries;
}

/** The value as one that can change: the object itself where it is a picture of one. */
export function lifted(value: Value, world: World): Live {
  switch (value.type) {
    case 'list':
    case 'record':
      return value.origin ?? world.heap.object(heldOf(value, world));
    case 'call':
      return value.origin ?? world.heap.object(madeOf(value, world));
    case 'part':
      return value.of.origin ? {...value.of.origin, path: value.path} : {at: value.at, type: 'unknown'};
    case 'text':
    case 'number':
    case 'constant':
    case 'file':
    case 'unknown':
      return value;
  }
}

/** What an object holds, of which this is a picture. */
export function heldOf(value: Extract<Value, {readonly type: 'list' | 'record'}>, world: World): Held {
  const {origin: _, ...rest} = value;
  return rest.type === 'list'
    ? {...rest, items: rest.items.map(item => lifted(item, world))}
    : {
        ...rest,
        entries: rest.entries.map((entry): FieldOf<Live> => ({...entry, value: lifted(entry.value, world)})),
      };
}

function madeOf({origin: _, ...made}: Made<Value>, world: World): Held {
  return {
    ...made,
    log: made.log.map(({value, ...done}) => ({...done, ...(value ? {value: lifted(value, world)} : {})})),
  };
}

/** A value as it stands within a text, or what keeps it from being known. */
export function inText(live: Live, world: World): Text | Extract<Live, {readonly type: 'unknown'}> {
  const value = pictured(live, world);
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number': {
      const number = numberInText(value.text);
      return number === undefined ? {at: value.at, type: 'unknown'} : [number];
    }
    case 'unknown':
      return value;
    default:
      return world.dialect.textOf(value) ?? {at: value.at, type: 'unknown'};
  }
}

/** Values one behind the other in a text. */
export function joined(values: readonly Live[], at: number, world: World): Live {
  const texts: Text[] = [];
  for (const value of values) {
    const text = inText(value, world);
    if ('type' in text) {
      return text;
    }
    texts.push(text);
  }
  return {at, type: 'text', text: joinTexts(texts)};
}

/** A struct is copied where it goes from one place to another, with those within it, but for what points to it. */
export function copied(value: Live, world: World): Live {
  const held =
    value.type === 'ref' && value.path === undefined && value.isPointer !== true ? value.cell.content : value;
  return held.type === 'record' && held.kind?.code.members
    ? world.heap.object({
        ...held,
        entries: held.entries.map(entry => ({...entry, value: copied(entry.value, world)})),
      })
    : value;
}
