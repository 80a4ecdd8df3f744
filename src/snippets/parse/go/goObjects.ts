import type {Part} from '../../../request/apiRequest';
import {fileNamed} from '../body';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {pairsOfText, partsOfUrl, type Pair} from '../query';
import {joinText, knownText, plainText, splitText, type Text} from '../text';
import {demandPlain, demandText, fieldOf, type Done, type Made, type Value} from '../value';

const say = messages('goObjects', {
  change: 'This cannot be read. Write out what is sent.',
});

function unread({at}: Done<Value>): NotUnderstood {
  return new NotUnderstood(at, say('change'));
}

export function isBuffer(value: Value | undefined): boolean {
  return (
    value?.type === 'call' &&
    /^(?:bytes\.(?:Buffer|NewBuffer(?:String)?)|strings\.Builder)$/.test(value.call.path)
  );
}

/** What stands in a buffer after all that was written to it. */
export function bufferText({call, log}: Made<Value>): Text {
  const [first] = call.args;
  const start =
    first === undefined || first.type === 'record' || first.type === 'constant'
      ? []
      : demandText(first, call.at, codePart('partContent'));
  return joinText(
    start,
    ...log.map((done): Text => {
      switch (done.path) {
        case 'WriteString':
        case 'Write':
          return demandText(done.call?.args[0], done.at, codePart('partContent'));
        case 'String':
        case 'Bytes':
        case 'Len':
        case 'Grow':
          return [];
        default:
          throw unread(done);
      }
    }),
  );
}

/** The pairs of `url.Values` after all that was done to them, or those of a URL for `Query()`. */
export function queryPairs(made: Made<Value>): readonly Pair[] {
  return made.log.reduce<readonly Pair[]>((pairs, done) => {
    const [given, text] = done.call?.args ?? [];
    const name = (): string => demandPlain(given, done.at, codePart('name'));
    const value = (): Text => demandText(text, done.at, codePart('formFields'));
    switch (done.path) {
      case 'Add':
        return [...pairs, {name: name(), value: value()}];
      case 'Set':
        return [...pairs.filter(one => one.name !== name()), {name: name(), value: value()}];
      case 'Del':
        return pairs.filter(one => one.name !== name());
      case 'Get':
      case 'Has':
      case 'Encode':
        return pairs;
      default:
        if (!done.call && done.value) {
          return [...pairs.filter(one => one.name !== done.path), ...listed(done.value, done.path, done.at)];
        }
        throw unread(done);
    }
  }, pairsBefore(made));
}

function pairsBefore({call: {path, of, args, at}}: Made<Value>): readonly Pair[] {
  const [values] = args;
  if (path === 'url.Values') {
    return values?.type === 'record'
      ? values.entries.flatMap(({name, value}) => listed(value, name, at))
      : [];
  }
  if (path === 'url.ParseQuery') {
    return pairsOfText(demandText(values, at, codePart('formFields')));
  }
  if (/(?:^url\.Parse|\.URL)\.Query$/.test(path) && of?.type === 'call') {
    return partsOfUrl(urlOf(of)).pairs;
  }
  throw new NotUnderstood(at, say('change'));
}

function listed(value: Value, name: string, at: number): readonly Pair[] {
  const items = value.type === 'list' ? value.items : [value];
  return items.map(item => ({name, value: demandText(item, at, codePart('formFields'))}));
}

/** `Encode` writes the names in order. */
export function sorted(pairs: readonly Pair[]): readonly Pair[] {
  return [...pairs].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** Whether a value is a URL: of `url.Parse(…)` or as a struct. */
export function isUrl(value: Value | undefined): value is Made<Value> {
  return value?.type === 'call' && /^url\.(?:Parse|URL)$/.test(value.call.path);
}

/** The URL of a request, or of a URL by itself, after all that was done to it. */
export function urlOf({call, log}: Made<Value>): Text {
  const {path, args, at} = call;
  if (path === 'url.URL') {
    return changedUrl(writtenUrl(args[0], at), log, '');
  }
  const isParsed = path === 'url.Parse';
  const text = demandText(args[isParsed ? 0 : path.endsWith('Context') ? 2 : 1], at, codePart('url'));
  return changedUrl(
    text,
    isParsed ? log : log.filter(done => done.path.startsWith('URL.')),
    isParsed ? '' : 'URL.',
  );
}

/** `url.URL{Scheme: "https", Host: "a.test", Path: "/b", RawQuery: "c=d"}`. */
function writtenUrl(struct: Value | undefined, at: number): Text {
  const entries = struct?.type === 'record' ? struct.entries : [];
  const unread = entries.find(({name}) => !/^(?:Scheme|Host|Path|RawQuery)$/.test(name));
  if (unread) {
    throw new NotUnderstood(unread.at, say('change'));
  }
  const part = (name: string): Text => {
    const value = fieldOf(struct, name);
    return value ? demandText(value, at, codePart('url')) : [];
  };
  const query = part('RawQuery');
  return joinText(
    part('Scheme'),
    ['://'],
    part('Host'),
    pathText(part('Path')),
    query.length === 0 ? [] : ['?'],
    query,
  );
}

/** A path as a URL has it: what would end it is encoded. */
function pathText(path: Text): Text {
  const text = path.map(piece =>
    typeof piece === 'string' ? piece.replace(/[?#%]/g, encodeURIComponent) : piece,
  );
  return path.length === 0 || knownText(text).startsWith('/') ? text : joinText(['/'], text);
}

function changedUrl(url: Text, log: readonly Done<Value>[], prefix: string): Text {
  return log.reduce<Text>((text, done) => {
    const path = done.path.slice(prefix.length);
    if (done.call && /^(?:Query|String|Hostname|Port|EscapedPath|RequestURI)$/.test(path)) {
      return text;
    }
    const {address} = partsOfUrl(text);
    if (path === 'RawQuery' && done.value) {
      const query = demandText(done.value, done.at, codePart('url'));
      return joinText(address, query.length === 0 ? [] : ['?'], query);
    }
    const [origin] = /^https?:\/\/[^/]*/i.exec(plainText(address) ?? '') ?? [];
    if (path === 'Path' && done.value && origin !== undefined) {
      const query = knownText(text).includes('?') ? splitText(text, '?').slice(1) : [];
      const own = pathText(demandText(done.value, done.at, codePart('url')));
      return joinText([origin], own, ...query.map(one => joinText(['?'], one)));
    }
    throw unread(done);
  }, url);
}

/** The parts that a `multipart.Writer` wrote into a buffer; undefined where none did. */
export function partsIn({log}: Made<Value>): readonly Part[] | undefined {
  const writes = log.filter(({path}) => /^(?:WriteField|Create|content)/.test(path));
  if (writes.length === 0) {
    return undefined;
  }
  const parts: Part[] = [];
  for (const done of log) {
    const [first, second] = done.call?.args ?? [];
    const last = parts.at(-1);
    switch (done.path) {
      case 'WriteField':
        parts.push({
          name: demandPlain(first, done.at, codePart('partName')),
          value: demandPlain(second, done.at, codePart('partValue')),
        });
        break;
      case 'CreateFormFile':
        parts.push({
          name: demandPlain(first, done.at, codePart('partName')),
          file: fileNamed(demandPlain(second, done.at, codePart('fileName'))),
        });
        break;
      case 'CreateFormField':
        parts.push({name: demandPlain(first, done.at, codePart('partName')), value: ''});
        break;
      case 'CreatePart':
        parts.push(typedPart(first, done.at));
        break;
      case 'content':
        if (last && 'value' in last) {
          parts[parts.length - 1] = {
            ...last,
            value: last.value + demandPlain(second, done.at, codePart('partContent')),
          };
        } else if (second?.type !== 'file') {
          throw unread(done);
        }
        break;
      case 'FormDataContentType':
      case 'Close':
        break;
      default:
        throw unread(done);
    }
  }
  return parts;
}

/** A part with a head of its own. */
function typedPart(head: Value | undefined, at: number): Part {
  const table = head?.type === 'call' ? head.call.args[0] : head;
  const field = (name: string): string | undefined => {
    const value = fieldOf(table, name);
    const [text] = value?.type === 'list' ? value.items : [];
    return text && demandPlain(text, at, codePart('partHead'));
  };
  const disposition = field('Content-Disposition') ?? '';
  const name = /; name="([^"]*)"/.exec(disposition)?.[1] ?? '';
  const filename = /; filename="([^"]*)"/.exec(disposition)?.[1];
  const type = field('Content-Type');
  const others = (table?.type === 'record' ? table.entries : []).filter(
    entry => !/^Content-(?:Disposition|Type)$/i.test(entry.name),
  );
  const headers = others.map(entry => ({name: entry.name, value: field(entry.name) ?? ''}));
  const mediaType = {
    ...(type === undefined || (filename !== undefined && type === 'application/octet-stream')
      ? {}
      : {mediaType: type}),
    ...(headers.length > 0 && {headers}),
  };
  return filename === undefined
    ? {name, value: '', ...mediaType}
    : {name, file: fileNamed(filename), ...mediaType};
}
