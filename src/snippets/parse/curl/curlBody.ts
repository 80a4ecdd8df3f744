import type {Body, FileReference, Part} from '../../../request/apiRequest';
import {fileNamed, textBody} from '../body';
import {encodeAll} from '../../../request/percentEncoding';
import type {CurlInput} from './curlInput';
import type {CurlOption} from './curlOptions';

/** What the `--data` options of a command amount to. */
export interface CurlData {
  readonly text: string;
  /** Whether `--json` gave it, which sets the media type. */
  readonly json: boolean;
  /** The file that is the whole of it. */
  readonly file?: FileReference;
  /** Files of which it takes parts, and whose content is not known. */
  readonly unread: readonly string[];
}

const dataNames = new Set(['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']);

/** All `--data` options joined as cURL joins them. `input` is what cURL finds at its standard input. */
export function curlData(options: readonly CurlOption[], input: CurlInput | undefined): CurlData | undefined {
  const given = options.filter(({name}) => dataNames.has(name));
  const json = given.some(({name}) => name === 'json');
  const pieces = given.map(option => dataPiece(option, input));
  const [first] = pieces;
  if (!first) {
    return undefined;
  }
  if (pieces.length === 1 && first.file && first.isWhole) {
    return {text: '', json, file: first.file, unread: []};
  }
  return {
    text: pieces.flatMap(({text}) => text ?? []).join(json ? '' : '&'),
    json,
    unread: pieces.flatMap(({file}) => file?.name ?? []),
  };
}

/** What one option adds: a text, or a file of which nothing more is known, as it is or encoded behind a name. */
interface DataPiece {
  readonly text?: string;
  readonly file?: FileReference;
  readonly isWhole?: boolean;
}

function dataPiece({name, value}: CurlOption, input: CurlInput | undefined): DataPiece {
  const [, before = '', path] =
    (name === 'data-urlencode' ? /^([^=@]*)@(.*)$/s : /^()@(.*)$/s).exec(value) ?? [];
  if (path === undefined || name === 'data-raw') {
    return {text: name === 'data-urlencode' ? urlencoded(value) : value};
  }
  const content: CurlInput = path === '-' && input ? input : {type: 'file', file: fileNamed(path)};
  const prefix = before === '' ? '' : `${before}=`;
  if (content.type === 'text') {
    switch (name) {
      case 'data-urlencode':
        return {text: prefix + encoded(content.text)};
      // cURL takes line ends out of what it reads.
      case 'data':
      case 'data-ascii':
        return {text: content.text.replace(/[\r\n\0]/g, '')};
      default:
        return {text: content.text};
    }
  }
  return name === 'data-urlencode'
    ? {file: content.file, ...(before === '' ? {} : {text: prefix})}
    : {file: content.file, isWhole: true};
}

/** `content`, `=content` or `name=content`, encoded as cURL does (all but unreserved characters). */
export function urlencoded(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0
    ? encoded(value)
    : `${value.slice(0, equals)}${equals > 0 ? '=' : ''}${encoded(value.slice(equals + 1))}`;
}

function encoded(text: string): string {
  return encodeAll(text.toWellFormed());
}

/** The body that the options of a command make; `mediaType` is the `Content-Type` header that it sets. */
export function curlBody(
  options: readonly CurlOption[],
  data: CurlData | undefined,
  mediaType: string | undefined,
): Body {
  const parts = options.filter(({name}) => name === 'form' || name === 'form-string');
  if (parts.length > 0) {
    return {type: 'multipart', parts: parts.map(({name, value}) => partOf(value, name === 'form'))};
  }
  const upload = options.find(({name}) => name === 'upload-file');
  if (upload) {
    return {type: 'file', mediaType: mediaType ?? 'application/octet-stream', file: fileNamed(upload.value)};
  }
  if (!data) {
    return {type: 'none'};
  }
  const sentAs = mediaType ?? (data.json ? 'application/json' : 'application/x-www-form-urlencoded');
  return data.file ? {type: 'file', mediaType: sentAs, file: data.file} : textBody(data.text, sentAs);
}

/** `name=content;type=…;filename=…`, where the content may be quoted or name a file (`@` or `<`). */
function partOf(text: string, interpreted: boolean): Part {
  const equals = Math.max(0, text.indexOf('='));
  const name = text.slice(0, equals);
  const value = text.slice(equals + 1);
  if (!interpreted) {
    return {name, value};
  }
  const file = /^[@<]/.test(value);
  const [whole = '', quoted, bare = ''] =
    /^(?:"((?:\\[\s\S]|[^"\\])*)"|([^;]*))/.exec(file ? value.slice(1) : value) ?? [];
  const content = quoted === undefined ? bare : quoted.replace(/\\([\\"])/g, '$1');
  const settings = value.slice(whole.length + (file ? 1 : 0));
  const type = /;\s*type=("[^"]*"|[^;]+(?:;\s*charset=[^;]+)?)/.exec(settings)?.[1]?.replace(/^"|"$/g, '');
  const mediaType = type === undefined ? {} : {mediaType: type.trim()};
  const sentName = /;\s*filename=("[^"]*"|[^;]+)/.exec(settings)?.[1]?.replace(/^"|"$/g, '');
  return file
    ? {name, file: fileNamed(sentName ?? content), ...mediaType}
    : {name, value: content, ...mediaType};
}
