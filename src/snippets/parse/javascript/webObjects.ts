import type {Part} from '../../../request/apiRequest';
import {baseName, fileNamed, writtenFile} from '../body';
import {textFields} from '../fields';
import {codePart} from '../parts';
import {encodedPairs, pairsOfText, partsOfUrl, withPair, withPairs, type Pair} from '../query';
import {knownText, plainText, type Text} from '../text';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {
  demandPlain,
  demandText,
  fieldOf,
  isNothing,
  notKnown,
  numberInText,
  textValue,
  type Call,
  type Done,
  type Field,
  type Made,
  type Value,
} from '../value';

const say = messages('webObjects', {
  change: 'This change to the request cannot be read. Write out what is sent.',
  option: 'The option {name} cannot be read. Write the request without it.',
  options: 'These options cannot be read. Write them out as an object.',
  content:
    'This sends the content of the file {name} as text, or as no file at all. To send the file itself, use openAsBlob.',
});

/** The text of a value as JavaScript has it, where it is known. */
export function jsText(value: Value): Text | undefined {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number': {
      const text = numberInText(value.text);
      return text === undefined ? undefined : [text];
    }
    case 'constant':
      return [value.value];
    case 'call':
      return value.call.path === 'URL'
        ? urlText(value)
        : value.call.path === 'URLSearchParams'
          ? encodedPairs(searchPairs(value))
          : undefined;
    case 'part':
      return value.of.call.path === 'URL' && value.path === 'searchParams'
        ? encodedPairs(partsOfUrl(urlText(value.of)).pairs)
        : undefined;
    case 'list':
    case 'record':
    case 'file':
    case 'unknown':
      return undefined;
  }
}

/** The text of a value, as {@link jsText}. Throws {@link NotUnderstood} where it is not known. */
export function demandJs(value: Value | undefined, at: number, what: string): Text {
  return (value && jsText(value)) ?? demandText(value, at, what);
}

/** The options of a client. Throws {@link NotUnderstood} at one that is not known: it may change the request. */
export function demandOptions(options: Value | undefined, known: RegExp, at: number): readonly Field[] {
  if (isNothing(options)) {
    return [];
  }
  if (options?.type !== 'record') {
    throw notKnown(options, at, say('options'));
  }
  const unknown = options.entries.find(({name}) => !known.test(name));
  if (unknown) {
    throw unreadOption(unknown.name, unknown.at);
  }
  return options.entries;
}

/** What is thrown at an option that may change the request in a way that is not read. */
export function unreadOption(name: string, at: number): NotUnderstood {
  return new NotUnderstood(at, say('option', {name}));
}

/** What is read from an object, and changes nothing. */
const asking = /(?:^|\.)(?:get|getAll|has|keys|values|entries|forEach|toString|toJSON|getSetCookie)$/;

function unread({at}: Done<Value>): NotUnderstood {
  return new NotUnderstood(at, say('change'));
}

/** The pairs of `new URLSearchParams(…)` after all that was done to it. */
export function searchPairs({call, log}: Made<Value>): readonly Pair[] {
  return log.reduce((pairs, done) => changedPairs(pairs, done, done.path), pairsGiven(call.args[0]));
}

/** What may stand for parameters: a text, names and values, or other parameters. */
export function pairsGiven(value: Value | undefined): readonly Pair[] {
  const text = value?.type === 'record' || value?.type === 'list' ? undefined : value && jsText(value);
  return text === undefined || (value?.type === 'constant' && value.value === 'undefined')
    ? textFields(value, codePart('formFields'), jsText)
    : pairsOfText(plainText(text)?.startsWith('?') === true ? [(plainText(text) ?? '').slice(1)] : text);
}

function changedPairs(pairs: readonly Pair[], done: Done<Value>, method: string): readonly Pair[] {
  const [given, value] = done.call?.args ?? [];
  const pair = (): Pair => ({
    name: knownText(demandJs(given, done.at, codePart('name'))),
    value: demandJs(value, done.at, codePart('formFields')),
  });
  switch (method) {
    case 'append':
      return [...pairs, pair()];
    case 'set':
      return withPair(pairs, pair());
    case 'delete': {
      const name = knownText(demandJs(given, done.at, codePart('name')));
      const only = value && knownText(demandJs(value, done.at, codePart('formFields')));
      return pairs.filter(one => one.name !== name || (value && knownText(one.value) !== only));
    }
    case 'sort':
      return [...pairs].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
    default:
      if (done.call && asking.test(method)) {
        return pairs;
      }
      throw unread(done);
  }
}

/** The text of `new URL(…)` after all that was done to it. */
export function urlText({call, log}: Made<Value>): Text {
  return log.reduce((url, done): Text => {
    const {path, value} = done;
    const method = /^searchParams\.(\w+)$/.exec(path)?.[1];
    const {address, pairs} = partsOfUrl(url);
    if (method !== undefined && done.call) {
      return asking.test(path) ? url : withPairs(address, changedPairs(pairs, done, method));
    }
    const plain = plainText(url);
    const text = value && jsText(value);
    if (path === 'search' && text) {
      return withPairs(address, pairsGiven(textValue(done.at, ...text)));
    }
    if (plain !== undefined && text && /^(?:pathname|hash|host|hostname|port|protocol)$/.test(path)) {
      const changed = new URL(plain);
      return [Object.assign(changed, {[path]: knownText(text)}).href];
    }
    if (done.call && asking.test(path)) {
      return url;
    }
    throw unread(done);
  }, firstUrl(call));
}

function firstUrl({args: [path, base], at}: Call): Text {
  const text = demandJs(path, at, codePart('url'));
  const under = base && plainText(demandJs(base, at, codePart('url')));
  const plain = plainText(text);
  if (base === undefined || /^https?:\/\//i.test(knownText(text.slice(0, 1)))) {
    return text;
  }
  if (under === undefined || !URL.canParse(under)) {
    return demandText({at, type: 'unknown'}, at, codePart('url'));
  }
  if (plain !== undefined) {
    return [new URL(plain, under).href];
  }
  const [first] = text;
  return typeof first === 'string' && /^\/[^/]/.test(first)
    ? [new URL(under).origin, ...text]
    : demandText({at, type: 'unknown'}, at, codePart('url'));
}

/** The fields of headers in all their forms. */
export function headerPairs(value: Value | undefined): readonly Pair[] {
  if (value?.type !== 'call' || value.call.path !== 'Headers') {
    return textFields(value, codePart('headerValue'), jsText);
  }
  return value.log.reduce<readonly Pair[]>((fields, done) => {
    const [given, text] = done.call?.args ?? [];
    if (!/^(?:append|set|delete)$/.test(done.path)) {
      return changedPairs(fields, done, done.path === 'sort' ? '' : done.path);
    }
    const name = knownText(demandJs(given, done.at, codePart('headerName')));
    const others = fields.filter(one => one.name.toLowerCase() !== name.toLowerCase());
    return done.path === 'delete'
      ? others
      : [
          ...(done.path === 'set' ? others : fields),
          {name, value: demandJs(text, done.at, codePart('headerValue'))},
        ];
  }, headerPairs(value.call.args[0]));
}

/** The parts of `new FormData()` after all that was done to it. */
export function formParts({call, log}: Made<Value>): readonly Part[] {
  if (call.args.length > 0) {
    throw new NotUnderstood(call.at, say('change'));
  }
  const isPackage = call.path === 'form-data';
  return log.reduce<readonly Part[]>((parts, done) => {
    switch (done.call && done.path) {
      case 'append':
        return [...parts, appendedPart(done, isPackage)];
      case 'set': {
        const part = appendedPart(done, isPackage);
        const index = parts.findIndex(({name}) => name === part.name);
        return index < 0
          ? [...parts, part]
          : parts.flatMap((one, place) => (place === index ? [part] : one.name === part.name ? [] : [one]));
      }
      case 'delete': {
        const name = demandPlain(done.call?.args[0], done.at, codePart('partName'));
        return parts.filter(one => one.name !== name);
      }
      default:
        if (done.call && (asking.test(done.path) || done.path === 'getHeaders')) {
          return parts;
        }
        throw unread(done);
    }
  }, []);
}

/** A blob has the name that it is given, or else "blob"; the package `form-data` takes that of the file. */
function appendedPart({call, at}: Done<Value>, isPackage: boolean): Part {
  const [given, value, filename] = call?.args ?? [];
  const name = demandPlain(given, at, codePart('partName'));
  const named = isPackage && filename?.type === 'record' ? fieldOf(filename, 'filename') : filename;
  const sentAs = named && demandPlain(named, at, codePart('fileName'));
  if (
    value?.type === 'file' &&
    value.as !== 'blob' &&
    !(isPackage && (value.as === 'stream' || sentAs !== undefined))
  ) {
    throw new NotUnderstood(value.at, say('content', {name: value.name}));
  }
  if (value?.type === 'file') {
    return {
      name,
      file: fileNamed(value.name, sentAs ?? (isPackage ? baseName(value.name) : 'blob')),
      ...(value.mediaType === undefined ? {} : {mediaType: value.mediaType}),
    };
  }
  if (value?.type === 'call' && (value.call.path === 'Blob' || value.call.path === 'File')) {
    const isFile = value.call.path === 'File';
    const [content, second, third] = value.call.args;
    const items = content?.type === 'list' ? content.items : [];
    const [only] = items;
    const own = isFile && second ? demandPlain(second, at, codePart('fileName')) : 'blob';
    const type = fieldOf(isFile ? third : second, 'type');
    const mediaType = type ? {mediaType: demandPlain(type, value.at, codePart('mediaType'))} : {};
    if (only?.type === 'file' && items.length === 1) {
      return {name, file: fileNamed(only.name, sentAs ?? own), ...mediaType};
    }
    throw writtenFile(value.at, sentAs ?? own);
  }
  return {name, value: knownText(demandJs(value, at, codePart('partValue')))};
}
