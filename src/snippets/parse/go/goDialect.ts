import {encodedFormText} from '../../../api/http/form';
import {encodeBase64} from '../../../request/base64';
import {baseName} from '../body';
import {jsonText} from '../jsonOfLiteral';
import type {Dialect} from '../program/world';
import {encodedPairs} from '../query';
import {wholeNumber} from '../program/operators';
import {joinText, knownText, plainText} from '../text';
import {joinedTexts, lengthOf, plainOf, replacedText} from '../textMethods';
import {encodedText, list, record, secretText, textValue, type Call, type Value} from '../value';
import {inBytes, marshal, marshalled, structless} from './goJson';
import {bufferText, isBuffer, queryPairs, sorted, urlOf} from './goObjects';
import {joinedPath} from './goPath';
import {goText, changedText, sprintf} from './goFormat';

const clients = /^http\.(?:DefaultClient\.|Client\.)?(?:Get|Head|Post|PostForm)$/;

/** Whether a value is a request that was made to be sent. */
function isRequest(value: Value | undefined): boolean {
  return value?.type === 'call' && /^http\.NewRequest(?:WithContext)?$/.test(value.call.path);
}

/** What names, functions and methods of Go's standard library give. */
export const goDialect: Dialect = {
  name(path, at) {
    const method = /^http\.Method([A-Z][a-z]+)$/.exec(path)?.[1];
    return method !== undefined
      ? textValue(at, method.toUpperCase())
      : path === 'http.NoBody'
        ? {at, type: 'constant', value: 'null'}
        : undefined;
  },
  call(call) {
    const {path, args, of, at} = call;
    const [first, second, third] = args;
    switch (path) {
      case 'os.Getenv':
        return first?.type === 'text' ? secretText(first.at, {env: knownText(first.text)}) : undefined;
      case 'os.LookupEnv': {
        const value = first?.type === 'text' ? secretText(first.at, {env: knownText(first.text)}) : undefined;
        // Whether it is set, the value tells as well.
        return value && list([value, value], at);
      }
      case 'url.JoinPath': {
        const joined = joinedPath(plainOf(first), args.slice(1).map(plainOf));
        return joined === undefined ? undefined : textValue(at, joined);
      }
      case 'url.Parse.JoinPath': {
        const joined = joinedPath(of?.type === 'call' ? plainText(urlOf(of)) : undefined, args.map(plainOf));
        return joined === undefined
          ? undefined
          : {
              at,
              type: 'call',
              call: {path: 'url.Parse', of: undefined, args: [textValue(at, joined)], named: [], at},
              log: [],
            };
      }
      case 'url.QueryEscape':
        return first && encodedText(first, 'percent', encodedFormText);
      case 'url.PathEscape':
        return first && encodedText(first, 'percent', encodeURIComponent);
      case 'strings.NewReader':
      case 'bytes.NewReader':
      case 'io.NopCloser':
        return first;
      case '[]byte':
        return first && inBytes(first);
      case 'string':
        return first?.type === 'text' ? {...first, isBytes: false} : first;
      case 'os.Open':
      case 'os.ReadFile':
        return first?.type === 'text' ? {at: first.at, type: 'file', name: knownText(first.text)} : undefined;
      case 'json.Marshal':
        return first && marshalled(first);
      case 'json.MarshalIndent':
        return first && args[2]?.type === 'text'
          ? inBytes(jsonText(structless(first), {...marshal, colon: ': ', indent: knownText(args[2].text)}))
          : undefined;
      case 'fmt.Sprintf':
        return sprintf(args, at);
      case 'strconv.Itoa':
      case 'strconv.FormatInt':
      case 'strconv.FormatBool':
      case 'strconv.Quote': {
        const isDecimal = path !== 'strconv.FormatInt' || wholeNumber(second) === 10;
        const text = path !== 'strconv.Quote' && isDecimal && first ? goText(first) : undefined;
        return text && textValue(at, ...text);
      }
      case 'base64.StdEncoding.EncodeToString':
        return first && encodedText(first, 'base64', encodeBase64);
      case 'strings.Join':
        return first?.type === 'list' ? joinedTexts(first.items, second, goText, at) : undefined;
      case 'filepath.Base':
        return first?.type === 'text' ? textValue(at, baseName(knownText(first.text))) : undefined;
      case 'strings.Replace':
      case 'strings.ReplaceAll':
        return replacedText(
          first,
          second,
          third,
          path === 'strings.ReplaceAll' ? -1 : (wholeNumber(args[3]) ?? 0),
          at,
        );
      case 'strings.TrimSuffix':
      case 'strings.TrimPrefix':
      case 'strings.TrimRight':
      case 'strings.TrimLeft':
      case 'strings.Trim':
      case 'strings.TrimSpace':
      case 'strings.ToUpper':
      case 'strings.ToLower': {
        const [one, end] = [first, second].map(plainOf);
        return one === undefined ? undefined : changedText(path, one, end, at);
      }
      case 'append':
        return first?.type === 'list' || (first?.type === 'constant' && first.value === 'null')
          ? list([...(first.type === 'list' ? first.items : []), ...args.slice(1)], at)
          : undefined;
      case 'len':
        return lengthOf(first, at);
    }
    if (of?.type !== 'call') {
      return undefined;
    }
    if (/\.WithContext$/.test(path) && isRequest(of)) {
      return of;
    }
    if (/\.Clone$/.test(path) && (isRequest(of) || of.call.path === 'http.Header')) {
      const {origin: _, ...copy} = of;
      return copy;
    }
    if (/^(?:bytes\.\w+|strings\.Builder)\.(?:String|Bytes)$/.test(path)) {
      const text = textValue(at, ...bufferText(of));
      return path.endsWith('Bytes') ? inBytes(text) : text;
    }
    if (/^url\.(?:Parse|URL)\.String$/.test(path)) {
      return textValue(at, ...urlOf(of));
    }
    if (/\.Encode$/.test(path) && !path.startsWith('json.')) {
      return textValue(at, ...encodedPairs(sorted(queryPairs(of))));
    }
    return undefined;
  },
  fills({path, args: [target, name]}) {
    return path === 'delete' && target?.type === 'record' && name?.type === 'text'
      ? record(
          target.entries.filter(entry => entry.name !== knownText(name.text)),
          target.at,
        )
      : undefined;
  },
  writes(call) {
    const {path, args, of, at} = call;
    const [to, content] = args;
    const text = (value: Value | undefined): Call => ({
      path: 'WriteString',
      of: undefined,
      args: value ? [value] : [],
      named: [],
      at,
    });
    if (path === 'json.NewEncoder.Encode' && of?.type === 'call' && to) {
      const json = marshalled(to);
      return {
        to: of.call.args[0],
        call: text(json.type === 'text' ? {...json, text: joinText(json.text, ['\n'])} : json),
      };
    }
    if (path.startsWith('multipart.NewWriter.') && of?.type === 'call') {
      const writer =
        path.includes('CreatePart.') || (path.includes('CreateForm') && of.call.of) ? of.call.of : of;
      return writer?.type === 'call'
        ? {to: writer.call.args[0], call: {...call, path: path.replace('multipart.NewWriter.', '')}}
        : undefined;
    }
    if (path === 'io.WriteString' || path === 'io.Copy' || path === 'fmt.Fprint' || path === 'fmt.Fprintf') {
      const part = to?.type === 'call' && to.call.of?.type === 'call' ? to.call.of.call.args[0] : undefined;
      return part
        ? {to: part, call: {...call, path: 'content'}}
        : to?.type === 'call' && isBuffer(to)
          ? {to, call: text(path === 'fmt.Fprintf' ? sprintf(args.slice(1), at) : content)}
          : undefined;
    }
    return undefined;
  },
  prepares: ({path}) => /^http\.NewRequest(?:WithContext)?$/.test(path),
  givesSeveral: true,
  sharesSpread: true,
  grows: /^append$/,
  orderless: /^(?:Header\.)?(?:Set|Add|Del)$|^(?:WriteField|SetBasicAuth|AddCookie)$/,
  changed: held => (held.type === 'record' && held.kind && !held.kind.code.members ? undefined : held),
  textOf: goText,
  sends: ({path, args: [first]}) => clients.test(path) || (/\.Do$/.test(path) && isRequest(first)),
  leaves:
    /^(?:fmt|log|os|io|http|url|strings|bytes|json\.(?:Marshal\w*|NewEncoder)|strconv|errors|context|time|base64|multipart|textproto|panic|append|len|delete|\.\w+)(?:\.|$)/,
  ends: /^(?:os\.Exit|log\.Fatal\w*|panic)$/,
  emptyIsFalse: false,
  functionsOwnNames: false,
  // Nothing is taken to fail.
  unfailing(target, value) {
    const held = value.type === 'ref' ? value.cell.content : value;
    const isError = held.type === 'call' && /^(?:errors\.|fmt\.Errorf)/.test(held.call.path);
    return /^(?:err\w*|\w+Err)$/.test(target) && (held.type === 'call' || held.type === 'unknown') && !isError
      ? {at: value.at, type: 'constant', value: 'null'}
      : value;
  },
};
