import type {Parameter} from '../../api/operation';
import {percentDecoded} from '../../api/percentDecoding';
import {itemSeparator, type QueryPair} from '../../api/queryPairs';
import type {Shape} from '../../api/schema/shape';

type Serialisation = Pick<Parameter, 'name' | 'style' | 'explode'>;
type Decode = (text: string) => string;

/** A text from a list or an object, and whether it is a string or the text of other JSON. */
export interface ReadItem {
  readonly text: string;
  readonly isString: boolean;
}

/** The value of a parameter that was read: the reverse of what `serialise.ts` writes. */
export type ReadParameter =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'list'; readonly items: readonly ReadItem[]}
  | {readonly type: 'object'; readonly members: readonly (readonly [name: string, item: ReadItem])[]};

/** A path parameter by `simple`, `label` or `matrix`: the reverse of `serialisePath`, from the text in the URL. */
export function deserialisePath(
  {style, explode, name}: Serialisation,
  shape: Shape,
  written: string,
): ReadParameter {
  switch (style) {
    case 'label':
      return readSimple(written.replace(/^\./, ''), shape, explode, explode ? '.' : ',', percentDecoded);
    case 'matrix':
      return readMatrix(name, written, shape, explode);
    case 'simple':
    case 'form':
    case 'spaceDelimited':
    case 'pipeDelimited':
    case 'tabDelimited':
    case 'deepObject':
      return readSimple(written, shape, explode, ',', percentDecoded);
  }
}

/** A header parameter by `simple`: the reverse of `serialiseHeader`. Spaces around commas are not part of the value. */
export function deserialiseHeader({explode}: Serialisation, shape: Shape, written: string): ReadParameter {
  return readSimple(
    shape.list || shape.object ? written.replace(/[ \t]*,[ \t]*/g, ',') : written,
    shape,
    explode,
    ',',
  );
}

export interface ReadOfPairs {
  readonly value?: ReadParameter;
  /** The pairs that form the value; for a text, only the first of its name. */
  readonly used: readonly QueryPair[];
}

/** A query or cookie parameter: the reverse of `serialisePairs`, in any style but `deepObject`. `declared` are the names of all parameters. */
export function deserialisePairs(
  parameter: Serialisation,
  shape: Shape,
  pairs: readonly QueryPair[],
  declared: ReadonlySet<string>,
  decode: Decode,
): ReadOfPairs {
  const {name, style, explode} = parameter;
  const {list, object} = shape;
  const own = pairs.filter(pair => pair.name === name);
  const [first] = own;
  if (object && style === 'form' && explode && !(first && (list || shape.text))) {
    const found = pairs.flatMap(pair => {
      const isOwn = isMember(parameter, object, pair.name, declared);
      return isOwn ? [{pair, key: pair.name}] : [];
    });
    if (found.length > 0) {
      return {
        value: {
          type: 'object',
          members: found.map(({pair, key}) => [key, {text: pair.value, isString: object.isString(key)}]),
        },
        used: found.map(({pair}) => pair),
      };
    }
  }
  if (!first) {
    return {used: []};
  }
  const isObject = object !== undefined && !list && !shape.text;
  if (style === 'deepObject' || (explode && !isObject)) {
    return list && (own.length > 1 || !shape.text)
      ? {value: {type: 'list', items: own.map(({value}) => ({text: value, ...list}))}, used: own}
      : {value: {type: 'text', text: first.value}, used: [first]};
  }
  // Split before decoding: an encoded separator is part of an item.
  return {value: readSimple(first.encoded, shape, false, itemSeparator(style), decode), used: [first]};
}

/** Whether a parameter takes pairs whose names the document does not list. */
export function takesAnyName({style, explode}: Serialisation, {object}: Shape): boolean {
  return object?.open === true && style === 'form' && explode;
}

/** Whether a query pair sets the member of its name in an exploded object. */
function isMember(
  {name}: Serialisation,
  {names, open}: NonNullable<Shape['object']>,
  pair: string,
  declared: ReadonlySet<string>,
): boolean {
  return (pair === name || !declared.has(pair)) && (open || names.has(pair));
}

function readSimple(
  written: string,
  {text, list, object}: Shape,
  explode: boolean,
  separator: RegExp | string,
  decode: Decode = item => item,
): ReadParameter {
  const items = written.split(separator);
  if (object && (explode ? items.every(item => item.includes('=')) : !list && items.length % 2 === 0)) {
    const flat = explode
      ? items.map(item => [item.slice(0, item.indexOf('=')), item.slice(item.indexOf('=') + 1)] as const)
      : items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? ''] as const] : []));
    return {
      type: 'object',
      members: flat.map(([key, value]) => {
        const name = decode(key);
        return [name, {text: decode(value), isString: object.isString(name)}];
      }),
    };
  }
  return list && (items.length > 1 || !text)
    ? {type: 'list', items: items.map(item => ({text: decode(item), ...list}))}
    : {type: 'text', text: decode(written)};
}

/** RFC 6570 §3.2.7: `;name=a,b`, or exploded `;name=a;name=b` and `;member=a`. */
function readMatrix(name: string, written: string, shape: Shape, explode: boolean): ReadParameter {
  const pairs = written
    .split(';')
    .slice(1)
    .map(pair => {
      const [, key = pair, value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
      return {key: percentDecoded(key), value};
    });
  const own = pairs.filter(({key}) => key === name);
  const {list, object, text} = shape;
  if (explode && object && (own.length === 0 || !(list || text))) {
    return {
      type: 'object',
      members: pairs.map(({key, value}) => [
        key,
        {text: percentDecoded(value), isString: object.isString(key)},
      ]),
    };
  }
  const [first] = own;
  return !first
    ? {type: 'text', text: percentDecoded(written)}
    : !explode
      ? readSimple(first.value, shape, false, ',', percentDecoded)
      : list && (own.length > 1 || !text)
        ? {type: 'list', items: own.map(({value}) => ({text: percentDecoded(value), ...list}))}
        : {type: 'text', text: percentDecoded(first.value)};
}
