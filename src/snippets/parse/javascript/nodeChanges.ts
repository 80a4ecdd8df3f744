import {joinText, knownText} from '../text';
import {codePart} from '../parts';
import {demandText, encodedText, type Call, type Field, type Value} from '../value';

/**
 * What a method of JavaScript leaves of the variable that it is called on: `append` and `set` of headers, parameters and
 * the query of a URL are followed, and `push` of a list. Undefined for whatever else changes it.
 */
export function changedInNode(held: Value, method: string, call: Call): Value | undefined {
  const isAdding = method === 'append' || method === 'set';
  switch (held.type) {
    // Headers, as no other object has these methods.
    case 'record':
      return isAdding
        ? {...held, entries: withField(held.entries, method, call)}
        : /^(?:get|has|keys|values|entries|forEach|toString|hasOwnProperty)$/.test(method)
          ? held
          : undefined;
    case 'list':
      return method === 'push'
        ? {...held, items: [...held.items, ...call.args]}
        : method === 'append'
          ? {...held, items: [...held.items, {at: call.at, type: 'list', items: call.args}]}
          : /^(?:set|delete|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|.*\..*)$/.test(method)
            ? undefined
            : held;
    case 'text':
      return changedUrl(held, method, call);
    case 'call':
      return held.call.path === 'URLSearchParams' ? changedParameters(held, method, call) : held;
    case 'number':
    case 'constant':
    case 'file':
    case 'unknown':
      return held;
  }
}

/** Names of headers are the same in upper and lower case. */
function withField(
  fields: readonly Field[],
  method: string,
  {args: [given, value], at}: Call,
): readonly Field[] {
  const name = nameOf(given, at);
  const kept =
    method === 'set' ? fields.filter(field => field.name.toLowerCase() !== name.toLowerCase()) : fields;
  return [...kept, {name, at, value: value ?? {at, type: 'unknown'}}];
}

function nameOf(value: Value | undefined, at: number): string {
  return knownText(demandText(value, at, codePart('name')));
}

/** `url.searchParams.append(…)`, and `set` of what is not there yet. */
function changedUrl(
  held: Extract<Value, {readonly type: 'text'}>,
  method: string,
  {args: [given, value], at}: Call,
): Value | undefined {
  const [, change] = /^searchParams\.(append|set|delete|sort)$/.exec(method) ?? [];
  if (change === undefined) {
    return held;
  }
  const name = nameOf(given, at);
  const [, query] = knownText(held.text).split(/\?(.*)/s);
  const isNew = change === 'append' || (change === 'set' && !new URLSearchParams(query).has(name));
  if (!isNew || !value) {
    return undefined;
  }
  const text = demandText(value, at, codePart('url'));
  const encoded = encodedText({at, type: 'text', text}, 'percent', encodeURIComponent);
  return encoded.type === 'text'
    ? {
        ...held,
        text: joinText(
          held.text,
          [`${query === undefined ? '?' : query === '' ? '' : '&'}${encodeURIComponent(name)}=`],
          encoded.text,
        ),
      }
    : undefined;
}

/** Parameters as a list of pairs, to which one is added. */
function changedParameters(
  held: Extract<Value, {readonly type: 'call'}>,
  method: string,
  {args, at}: Call,
): Value | undefined {
  if (method !== 'append' && method !== 'set') {
    return method === 'delete' || method === 'sort' ? undefined : held;
  }
  const name = nameOf(args[0], at);
  const before = pairsOf(held.call.args[0]);
  const kept = method === 'set' ? before?.filter(pair => pairName(pair, at) !== name) : before;
  return (
    kept && {
      ...held,
      call: {...held.call, args: [{at, type: 'list', items: [...kept, {at, type: 'list', items: args}]}]},
    }
  );
}

function pairName(pair: Value, at: number): string {
  return nameOf(pair.type === 'list' ? pair.items[0] : undefined, at);
}

function pairsOf(value: Value | undefined): readonly Value[] | undefined {
  switch (value?.type) {
    case undefined:
      return [];
    case 'list':
      return value.items;
    case 'record':
      return value.entries.map(entry => pair(entry.at, entry));
    case 'text':
      return [...new URLSearchParams(knownText(value.text))].map(([name, text]) =>
        pair(value.at, {name, value: {at: value.at, type: 'text', text: [text]}}),
      );
    case 'number':
    case 'constant':
    case 'file':
    case 'call':
    case 'unknown':
      return undefined;
  }
}

function pair(at: number, {name, value}: Pick<Field, 'name' | 'value'>): Value {
  return {at, type: 'list', items: [{at, type: 'text', text: [name]}, value]};
}
