import {wholeNumber} from '../program/operators';
import {knownText, plainText} from '../text';
import {joinedTexts, plainOf, replacedText} from '../textMethods';
import {
  fieldOf,
  list,
  mergedFields,
  record,
  textValue,
  type Call,
  type List,
  type Table,
  type Value,
} from '../value';
import {formatted} from './pythonFormat';

/** `dict([("a", 1)])`. */
export function dictOf(pairs: Value | undefined, {named, unclear, at}: Call): Value {
  const fields =
    pairs?.type === 'list' && unclear === undefined
      ? pairs.items.map(item => {
          const [name, value] = item.type === 'list' ? item.items : [];
          const text = name?.type === 'text' ? plainText(name.text) : undefined;
          return text !== undefined && value ? {name: text, at, value} : undefined;
        })
      : [undefined];
  return fields.includes(undefined)
    ? pairs?.type === 'unknown'
      ? pairs
      : {at, type: 'unknown'}
    : record(mergedFields([...fields.flatMap(field => field ?? []), ...named]), at);
}

/** What a method of a text, a list, a dict or a file gives. */
export function methodOf(call: Call): Value | undefined {
  const {path, of, args, named, at} = call;
  const [first, second] = args;
  const method = path.startsWith('.') ? path.slice(1) : '';
  switch (of?.type) {
    case 'file':
      return /^(?:read|read_bytes|read_text|open)$/.test(method) ? of : undefined;
    case 'record':
      return ofDict(of, method, first, second, at);
    case 'list':
      return method === 'copy' ? list(of.items, at) : undefined;
    case 'text': {
      if (/^(?:encode|decode)$/.test(method)) {
        const charset = plainOf(first ?? fieldOf(record(named, at), 'encoding') ?? textValue(at, 'utf-8'));
        const isAscii = !/[^\x00-\x7f]/.test(knownText(of.text));
        return /^utf-?8$/i.test(charset ?? '') ||
          (isAscii && /^(?:ascii|us-ascii|latin-?1|iso-8859-1)$/i.test(charset ?? ''))
          ? of
          : undefined;
      }
      if (method === 'format') {
        return formatted(of, args, at, named);
      }
      if (method === 'join' && first?.type === 'list') {
        return joinedTexts(first.items, of, item => (item.type === 'text' ? item.text : undefined), at);
      }
      if (method === 'replace') {
        const times = args[2] ? wholeNumber(args[2]) : -1;
        return times === undefined ? undefined : replacedText(of, first, second, times, at);
      }
      const plain = plainText(of.text);
      const given = first?.type === 'text' ? plainText(first.text) : undefined;
      return plain === undefined ? (method === 'strip' ? of : undefined) : ofText(plain, method, given, at);
    }
    default:
      return undefined;
  }
}

function ofText(text: string, method: string, given: string | undefined, at: number): Value | undefined {
  const characters = given === undefined ? '\\s' : `[${given.replace(/[\\\]^-]/g, '\\$&')}]`;
  switch (method) {
    case 'strip':
      return textValue(at, text.replace(new RegExp(`^${characters}+|${characters}+$`, 'g'), ''));
    case 'rstrip':
      return textValue(at, text.replace(new RegExp(`${characters}+$`), ''));
    case 'lstrip':
      return textValue(at, text.replace(new RegExp(`^${characters}+`), ''));
    case 'upper':
      return textValue(at, text.toUpperCase());
    case 'lower':
      return textValue(at, text.toLowerCase());
    default:
      return undefined;
  }
}

function ofDict(
  of: Table<Value>,
  method: string,
  key: Value | undefined,
  fallback: Value | undefined,
  at: number,
): Value | undefined {
  switch (method) {
    case 'copy':
      return record(of.entries, at);
    case 'items':
      return list(
        of.entries.map(({name, value}) => list([textValue(at, name), value], at)),
        at,
      );
    case 'keys':
      return list(
        of.entries.map(({name}) => textValue(at, name)),
        at,
      );
    case 'values':
      return list(
        of.entries.map(({value}) => value),
        at,
      );
    case 'get':
    case 'pop':
    case 'setdefault': {
      const name = key?.type === 'text' ? plainText(key.text) : undefined;
      return name === undefined
        ? undefined
        : (fieldOf(of, name) ?? fallback ?? {at, type: 'constant', value: 'null'});
    }
    default:
      return undefined;
  }
}

/** What a method of Python leaves of the list or dict that it is called on. */
export function changedInPython(
  held: List<Value> | Table<Value>,
  method: string,
  call: Call,
): List<Value> | Table<Value> | undefined {
  const [first, second] = call.args;
  if (call.unclear !== undefined) {
    return undefined;
  }
  if (held.type === 'list') {
    switch (method) {
      case 'append':
        return {...held, items: [...held.items, ...call.args]};
      case 'extend':
        return first?.type === 'list' ? {...held, items: [...held.items, ...first.items]} : undefined;
      default:
        return /^(?:index|count|copy)$/.test(method) ? held : undefined;
    }
  }
  const name = first?.type === 'text' ? plainText(first.text) : undefined;
  switch (method) {
    case 'update': {
      const added =
        first === undefined
          ? record([], call.at)
          : first.type === 'record'
            ? first
            : dictOf(first, {...call, named: []});
      return added.type === 'record'
        ? {...held, entries: mergedFields([...held.entries, ...added.entries, ...call.named])}
        : undefined;
    }
    case 'pop':
      return name === undefined
        ? undefined
        : {...held, entries: held.entries.filter(entry => entry.name !== name)};
    case 'setdefault':
      return name === undefined || !second
        ? undefined
        : held.entries.some(entry => entry.name === name)
          ? held
          : {...held, entries: [...held.entries, {name, at: call.at, value: second}]};
    default:
      return /^(?:get|items|keys|values|copy)$/.test(method) ? held : undefined;
  }
}
