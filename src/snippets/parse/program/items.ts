import type {Entry, Expression, Spread} from '../expression';
import {knownText, plainText} from '../text';
import {mergedFields, type FieldOf, type Unknown} from '../value';
import type {Live, Scope} from './live';
import {doubtful} from './merge';
import {copied, inText, lifted, membersOf, pictured} from './picture';
import {valueOf} from './expressions';
import {wholeNumber} from './operators';
import {doubtAt, type World} from './world';

/** The values of a list or of arguments, or what keeps them from being known. */
export function itemsOf(
  expressions: readonly Expression[],
  scope: Scope,
  world: World,
): readonly Live[] | Unknown {
  const items: Live[] = [];
  for (const expression of expressions) {
    if (expression.type !== 'spread') {
      items.push(copied(valueOf(expression, scope, world), world));
      continue;
    }
    const given = itemsIn(valueOf(expression.of, scope, world), 'values', expression.at, world);
    if ('type' in given) {
      return given;
    }
    items.push(...given);
  }
  return items;
}

/** The members of a record or named arguments, or what keeps them from being known. */
export function fieldsOf(
  entries: readonly (Entry | Spread)[],
  scope: Scope,
  world: World,
): readonly FieldOf<Live>[] | Unknown {
  const fields: FieldOf<Live>[] = [];
  for (const entry of entries) {
    if ('of' in entry) {
      const value = valueOf(entry.of, scope, world);
      const held = value.type === 'ref' && value.path === undefined ? value.cell.content : value;
      if (held.type === 'record') {
        fields.push(...membersOf(held, world));
        continue;
      }
      // Nothing comes of `...null`, `...(known && {})` and `...("" && {})`.
      if (
        held.type === 'constant' ||
        held.type === 'number' ||
        (held.type === 'text' && plainText(held.text) === '')
      ) {
        continue;
      }
      const picture = pictured(value, world);
      return picture.type === 'unknown' ? picture : {at: entry.at, type: 'unknown'};
    }
    const name = keyText(valueOf(entry.name, scope, world), world);
    if (typeof name !== 'string') {
      return name;
    }
    fields.push({name, at: entry.name.at, value: copied(valueOf(entry.value, scope, world), world)});
  }
  return mergedFields(fields);
}

/** The name that a value stands for as a key. */
export function keyText(key: Live, world: World): string | Unknown {
  const text =
    world.dialect.keysHaveTypes === true && key.type === 'constant'
      ? {at: key.at, type: 'unknown' as const}
      : inText(key, world);
  return 'type' in text ? text : knownText(text);
}

/** What a loop over a value goes through: a pair each for both. Or what keeps that from being known. */
export function itemsIn(
  live: Live,
  takes: 'values' | 'keys' | 'both',
  at: number,
  world: World,
): readonly Live[] | Unknown {
  const value = live.type === 'ref' && live.path === undefined ? live.cell.content : live;
  const text = (written: string): Live => ({at: value.at, type: 'text', text: [written]});
  const pair = (key: Live, item: Live): Live => world.heap.object({at, type: 'list', items: [key, item]});
  switch (value.type) {
    case 'list': {
      const {items} = value;
      const index = (place: number): Live => ({at: value.at, type: 'number', text: String(place)});
      return takes === 'values'
        ? items
        : items.map((item, place) => (takes === 'keys' ? index(place) : pair(index(place), item)));
    }
    case 'record':
      // A loop over a record in Python goes through its names.
      return membersOf(value, world).map(({name, value: item}) =>
        takes === 'both' ? pair(text(name), item) : text(name),
      );
    case 'number': {
      const count = wholeNumber(value) ?? -1;
      return count >= 0 && count <= MOST
        ? Array.from({length: count}, (_, place) => ({
            at: value.at,
            type: 'number',
            text: String(place),
          }))
        : doubtful(doubtAt(at, 'loop'));
    }
    case 'unknown':
      return value;
    case 'call':
    case 'ref': {
      const picture = pictured(live, world);
      const items = world.dialect.itemsOf?.(picture);
      return items ? items.map(item => lifted(item, world)) : doubtful(doubtAt(at, 'loop'));
    }
    default:
      return doubtful(doubtAt(at, 'loop'));
  }
}

const MOST = 200;
