import type {Dialect} from '../program/world';
import {knownText, plainText} from '../text';
import {lengthOf, plainOf} from '../textMethods';
import {
  encodedText,
  fresh,
  isNothing,
  list,
  mergedFields,
  record,
  secretText,
  textValue,
  type Call,
  type FieldOf,
} from '../value';
import {headerPairs, jsText, searchPairs, urlText} from './webObjects';
import {fromEntries, methodOf} from './nodeMethods';
import {stringified, latin1Base64, fileFrom} from './nodeCalls';

const clients = {
  fetch: /^(?:(?:(?:window|globalThis|self|global|undici)\.)?fetch|node-fetch|cross-fetch|undici\.request)$/,
  axios:
    /^axios(?:\.create(?=\.))?(?:\.(?:get|(?:post|put|patch)(?:Form)?|delete|head|options|request|\(\)))?$/,
  got: /^(?:got|ky)(?:\.(?:extend|create)(?=\.))?(?:\.(?:get|post|put|patch|delete|head|\(\)))?$/,
  object: /^XMLHttpRequest\.send$|^(?:follow-redirects\.)?https?\.(?:request\.end|get)$/,
};

/** The package or function by which a call sends a request; undefined where it sends none. */
export function clientOf({path}: Call): keyof typeof clients | undefined {
  return (['fetch', 'axios', 'got', 'object'] as const).find(client => clients[client].test(path));
}

/** What names, functions and methods of JavaScript, of browsers and of Node give. */
export const nodeDialect: Dialect = {
  name(path, at) {
    const env = /^(?:process\.env|Deno\.env|Bun\.env|import\.meta\.env)\.(\w+)$/.exec(path)?.[1];
    return env === undefined ? undefined : secretText(at, {env});
  },
  call(call) {
    const {path, args, of, at} = call;
    const [first, second, third] = args;
    switch (path) {
      case 'JSON.stringify':
        // A list of names, or a function, leaves something out.
        return first && isNothing(second) ? stringified(first, third) : undefined;
      case 'encodeURIComponent': {
        const text = first && jsText(first);
        return text && encodedText(textValue(at, ...text), 'percent', encodeURIComponent);
      }
      case 'encodeURI':
        return first?.type === 'text' && plainText(first.text) !== undefined
          ? textValue(at, encodeURI(knownText(first.text)))
          : undefined;
      case 'btoa':
        return first && encodedText(first, 'base64', text => latin1Base64(text, first.at));
      case 'String': {
        const text = first && jsText(first);
        return text && textValue(at, ...text);
      }
      // A marker that cannot stand in a head by itself.
      case 'randomUUID':
      case 'crypto.randomUUID':
        return textValue(at, 'boundary');
      case 'openAsBlob':
      case 'fs.openAsBlob':
        return fileFrom(first, second, 'blob');
      case 'createReadStream':
      case 'fs.createReadStream':
        return fileFrom(first, undefined, 'stream');
      case 'readFileSync':
      case 'fs.readFileSync':
      case 'readFile':
      case 'fs.readFile':
        return fileFrom(first, undefined);
      case 'Object.entries':
        return first?.type === 'record'
          ? list(
              first.entries.map(({name, value}) => list([textValue(at, name), value], at)),
              at,
            )
          : undefined;
      case 'Object.keys':
      case 'Object.values':
        return first?.type === 'record'
          ? list(
              first.entries.map(({name, value}) => (path === 'Object.keys' ? textValue(at, name) : value)),
              at,
            )
          : undefined;
      case 'Object.fromEntries':
        return fromEntries(first, at);
      case 'Object.freeze':
      case 'Promise.resolve':
        return first;
      case 'Buffer.byteLength':
        return lengthOf(first, at);
      case 'structuredClone':
        return first && fresh(first);
    }
    return methodOf(path, of, args, at);
  },
  part({call, log}, path, at) {
    const made = {at, type: 'call', call, log} as const;
    if (call.path !== 'URL' || path === 'searchParams') {
      return undefined;
    }
    const plain = plainText(urlText(made));
    switch (path) {
      case 'href':
        return textValue(at, ...urlText(made));
      case 'origin':
      case 'host':
      case 'hostname':
      case 'pathname':
      case 'search':
      case 'protocol':
        return plain !== undefined && URL.canParse(plain) ? textValue(at, new URL(plain)[path]) : undefined;
      default:
        return undefined;
    }
  },
  fills({path, args: [target, ...sources]}) {
    if (path !== 'Object.assign' || target?.type !== 'record') {
      return undefined;
    }
    const entries = sources.map(source =>
      source.type === 'record' ? source.entries : isNothing(source) ? [] : undefined,
    );
    return entries.includes(undefined)
      ? undefined
      : record(mergedFields([...target.entries, ...entries.flatMap(one => one ?? [])]), target.at);
  },
  changed(held, method, call) {
    if (held.type === 'record') {
      return /^(?:toString|hasOwnProperty)$/.test(method) ? held : undefined;
    }
    switch (method) {
      case 'push':
        return call.unclear === undefined ? {...held, items: [...held.items, ...call.args]} : undefined;
      case 'unshift':
        return call.unclear === undefined ? {...held, items: [...call.args, ...held.items]} : undefined;
      case 'pop':
        return {...held, items: held.items.slice(0, -1)};
      case 'shift':
        return {...held, items: held.items.slice(1)};
      default:
        return /^(?:join|concat|slice|includes|indexOf|at|keys|values|entries|toString)$/.test(method)
          ? held
          : undefined;
    }
  },
  itemsOf(value) {
    const pairs =
      value.type !== 'call'
        ? undefined
        : value.call.path === 'URLSearchParams'
          ? searchPairs(value)
          : value.call.path === 'Headers'
            ? headerPairs(value)
            : undefined;
    return pairs?.map(pair =>
      list([textValue(value.at, pair.name), textValue(value.at, ...pair.value)], value.at),
    );
  },
  textOf: jsText,
  sends: call => clientOf(call) !== undefined,
  settings: /^axios\.defaults\.(?:baseURL$|timeout$|headers\.)/,
  leaves:
    /^(?:console|JSON|Object\.(?:keys|values|entries|fromEntries|assign|freeze|is|hasOwn)|String|Number|Boolean|Array\.(?:isArray|from|of)|Math|Date|Promise|Buffer|URL|URLSearchParams|FormData|form-data|Headers|Blob|File|Request|AbortSignal|AbortController|fetch|axios|got|ky|XMLHttpRequest|https?|follow-redirects|node-fetch|undici|fs|path|crypto|process|encodeURI|encodeURIComponent|btoa|structuredClone|window\.fetch|globalThis\.fetch|\.\w+)(?:\.|$)|^(?:readFile|readFileSync|openAsBlob|randomUUID|writeFile|clearTimeout)$/,
  reaches: /^(?:eval|Function)$|^axios\.interceptors\.request\./,
  hosts: /^(?:globalThis|window|self|global)$/,
  members: ordered,
  ends: /^process\.exit$/,
  emptyIsFalse: false,
  functionsOwnNames: false,
  methodsForget: true,
  fixes: /^Object\.freeze$/,
  mayFail: ({path, args}) =>
    /^(?:JSON\.parse|decodeURI(?:Component)?|BigInt)$/.test(path) ||
    (path === 'URL' && !URL.canParse(plainOf(args[0]) ?? '', args[1] && plainOf(args[1]))),
  missing: {at: 0, type: 'constant', value: 'undefined'},
};

/** Names that are whole numbers go first, by size. */
function ordered<V>(entries: readonly FieldOf<V>[]): readonly FieldOf<V>[] {
  const isIndex = ({name}: FieldOf<V>): boolean =>
    /^(?:0|[1-9]\d{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1;
  return [
    ...entries.filter(isIndex).sort((one, other) => Number(one.name) - Number(other.name)),
    ...entries.filter(entry => !isIndex(entry) && !entry.name.startsWith('private #')),
  ];
}
