import type {Body, Part} from '../../../request/apiRequest';
import {encodeBase64} from '../../../request/base64';
import {fileNamed, textBody} from '../body';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, knownText} from '../text';
import {messages} from '../../../words';
import {encodedForm} from '../../snippet';
import {evaluate, variablesOf, type Dialect, type Script} from '../evaluate';
import {formFields, textFields} from '../fields';
import {readJavaScript} from './javascriptSyntax';
import {jsonOfLiteral} from '../jsonOfLiteral';
import {changedInNode} from './nodeChanges';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {demandPlain, demandText, encodedText, secretText, type Call, type Field, type Value} from '../value';

const say = messages('nodeCode', {
  noCall: 'There is no call of fetch in this code.',
  options: 'The options of fetch are not understood: write them out as an object.',
  body: 'This is not understood as a body: write it as a text or JSON.stringify(…).',
  latin1: 'btoa takes Latin letters alone and throws here: write Buffer.from(…).toString("base64").',
  unknownBody: 'What {name} gives is not understood as a body.',
});

/** The call of `fetch` in a script. Throws {@link NotUnderstood} where there is none that can be read. */
export function readNode(code: string): ReadCall {
  const script = evaluate(readJavaScript(code), dialect);
  const call = script.calls.find(({path}) => /^(?:(?:window|globalThis|self)\.)?fetch$/.test(path));
  if (!call) {
    throw new NotUnderstood(0, say('noCall'));
  }
  const [target, options] = call.args;
  const fields = options?.type === 'record' ? options.entries : [];
  if (options && options.type !== 'record') {
    throw new NotUnderstood(options.at, say('options'));
  }
  const headers = textFields(field(fields, 'headers'), codePart('headerValue'));
  const method = field(fields, 'method');
  return {
    ...(method ? {method: demandPlain(method, call.at, codePart('method'))} : {method: 'GET'}),
    url: demandText(target, call.at, codePart('url')),
    headers,
    body: bodyOf(field(fields, 'body'), headerText(headers, 'content-type'), script),
    variables: variablesOf(script),
  };
}

function field(fields: readonly Field[], name: string): Value | undefined {
  return fields.findLast(entry => entry.name === name)?.value;
}

function bodyOf(value: Value | undefined, mediaType: string | undefined, script: Script): Body {
  if (!value) {
    return {type: 'none'};
  }
  switch (value.type) {
    case 'constant':
      return {type: 'none'};
    case 'text':
      return textBody(knownText(value.text), mediaType ?? 'text/plain;charset=UTF-8');
    case 'file':
      return {
        type: 'file',
        mediaType: mediaType ?? value.mediaType ?? 'application/octet-stream',
        file: fileNamed(value.name),
      };
    case 'call':
      return calledBody(value.call, mediaType, script);
    default:
      throw new NotUnderstood(value.at, say('body'));
  }
}

function calledBody(call: Call, mediaType: string | undefined, {calls}: Script): Body {
  const [first] = call.args;
  switch (call.path) {
    case 'URLSearchParams':
      return {
        type: 'form',
        mediaType: mediaType ?? 'application/x-www-form-urlencoded',
        fields: searchParameters(first),
      };
    case 'FormData':
      return {
        type: 'multipart',
        parts: partsOf(calls, call.variable ?? ''),
      };
    case 'Blob':
      return {type: 'multipart', parts: writtenParts(first)};
    default:
      throw new NotUnderstood(call.at, say('unknownBody', {name: call.path}));
  }
}

function searchParameters(value: Value | undefined): ReturnType<typeof formFields> {
  return value?.type === 'text'
    ? [...new URLSearchParams(knownText(value.text))].map(([name, text]) => ({name, value: text}))
    : value
      ? formFields(value)
      : [];
}

/** `set` takes the place of all that was there under its name. */
function partsOf(calls: readonly Call[], form: string): readonly Part[] {
  return calls.reduce<readonly Part[]>((parts, call) => {
    switch (call.path) {
      case `${form}.append`:
        return [...parts, appendedPart(call)];
      case `${form}.set`: {
        const part = appendedPart(call);
        return [...parts.filter(({name}) => name !== part.name), part];
      }
      default:
        return parts;
    }
  }, []);
}

function appendedPart({args, at}: Call): Part {
  const [given, value, filename] = args;
  const name = demandPlain(given, at, codePart('partName'));
  if (value?.type === 'file') {
    const sentAs = filename ? demandPlain(filename, at, codePart('fileName')) : value.name;
    return {
      name,
      file: fileNamed(sentAs),
      ...(value.mediaType === undefined ? {} : {mediaType: value.mediaType}),
    };
  }
  if (value?.type === 'call' && value.call.path === 'Blob') {
    const [content, options] = value.call.args;
    const [text] = content?.type === 'list' ? content.items : [];
    const type = options?.type === 'record' ? field(options.entries, 'type') : undefined;
    return {
      name,
      value: demandPlain(text, value.at, codePart('partContent')),
      ...(type ? {mediaType: demandPlain(type, value.at, codePart('mediaType'))} : {}),
    };
  }
  return {name, value: demandPlain(value, at, codePart('partValue'))};
}

/** Parts written out with their heads, in threes: head, content, line end; then the end of the body. */
function writtenParts(value: Value | undefined): readonly Part[] {
  const items = value?.type === 'list' ? value.items : [];
  const parts: Part[] = [];
  for (let index = 0; index + 2 < items.length; index += 3) {
    const head = demandPlain(items[index], value?.at ?? 0, codePart('partHead'));
    const content = items[index + 1];
    const name = /; name="([^"]*)"/.exec(head)?.[1] ?? '';
    const filename = /; filename="([^"]*)"/.exec(head)?.[1];
    const type = /\r\nContent-Type: ([^\r]*)/i.exec(head)?.[1];
    const mediaType = type === undefined ? {} : {mediaType: type};
    parts.push(
      filename === undefined
        ? {name, value: demandPlain(content, value?.at ?? 0, codePart('partContent')), ...mediaType}
        : {name, file: fileNamed(filename), ...(type === 'application/octet-stream' ? {} : mediaType)},
    );
  }
  return parts;
}

const dialect: Dialect = {
  name(path, at) {
    const env = /^process\.env\.(\w+)$/.exec(path)?.[1];
    return env === undefined ? undefined : secretText(at, {env});
  },
  call(call) {
    const {path, args, of, at} = call;
    const [first, second] = args;
    switch (path) {
      case 'JSON.stringify':
        // A list of names, or a function, leaves something out.
        return first && (second === undefined || second.type === 'constant')
          ? {at: first.at, type: 'text', text: [jsonOfLiteral(first)]}
          : undefined;
      case 'encodeURIComponent':
        return first && encodedText(first, 'percent', encodeURIComponent);
      case 'btoa':
        return first && encodedText(first, 'base64', text => latin1Base64(text, first.at));
      case 'Headers':
        return first ?? {at, type: 'record', entries: []};
      case 'String':
        return first?.type === 'text' ? first : undefined;
      case 'URL':
        return second ? undefined : first?.type === 'text' ? first : undefined;
      // A marker that cannot stand in a head by itself.
      case 'randomUUID':
      case 'crypto.randomUUID':
        return {at, type: 'text', text: ['boundary']};
      case 'openAsBlob':
      case 'fs.openAsBlob':
        return fileFrom(first, second);
      case 'readFileSync':
      case 'fs.readFileSync':
      case 'readFile':
      case 'fs.readFile':
        return fileFrom(first, undefined);
    }
    if (/\.toString$/.test(path) && of?.type === 'call') {
      return stringOf(of.call, first, at);
    }
    return undefined;
  },
  changed: changedInNode,
};

/** `btoa` takes characters of one byte and throws at others. */
function latin1Base64(text: string, at: number): string {
  if (/[^\0-\xff]/.test(text)) {
    throw new NotUnderstood(at, say('latin1'));
  }
  return btoa(text);
}

function fileFrom(name: Value | undefined, options: Value | undefined): Value | undefined {
  if (name?.type !== 'text') {
    return undefined;
  }
  const type = options?.type === 'record' ? field(options.entries, 'type') : undefined;
  return {
    at: name.at,
    type: 'file',
    name: knownText(name.text),
    ...(type ? {mediaType: demandPlain(type, name.at, codePart('mediaType'))} : {}),
  };
}

/** `Buffer.from(text).toString("base64")` and `new URLSearchParams(…).toString()`. */
function stringOf(call: Call, format: Value | undefined, at: number): Value | undefined {
  const [first] = call.args;
  if (
    call.path === 'Buffer.from' &&
    first &&
    format?.type === 'text' &&
    knownText(format.text) === 'base64'
  ) {
    return encodedText(first, 'base64', encodeBase64);
  }
  return call.path === 'URLSearchParams'
    ? {at, type: 'text', text: joinText([encodedForm(searchParameters(first))])}
    : undefined;
}
