import type {Body, FileReference, Part} from '../apiRequest';
import {fileNamed, textBody} from './body';
import type {CurlOption} from './curlOptions';

/** What the `--data` options of a command amount to. */
export interface CurlData {
  readonly text: string;
  /** Whether `--json` gave it, which sets the media type. */
  readonly json: boolean;
  readonly file?: FileReference;
}

const dataNames = new Set(['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']);

/** All `--data` options joined as cURL joins them. `piped` is what another command writes to cURL's standard input. */
export function curlData(options: readonly CurlOption[], piped: string | undefined): CurlData | undefined {
  const given = options.filter(({name}) => dataNames.has(name));
  const [first] = given;
  if (!first) {
    return undefined;
  }
  const json = given.some(({name}) => name === 'json');
  if (given.length === 1 && namesFile(first)) {
    const name = first.value.slice(1);
    return name === '-' && piped !== undefined
      ? {text: piped, json}
      : {text: '', json, file: fileNamed(name)};
  }
  const texts = given.map(({name, value}) => (name === 'data-urlencode' ? urlencoded(value) : value));
  return {text: texts.join(json ? '' : '&'), json};
}

function namesFile({name, value}: CurlOption): boolean {
  return value.startsWith('@') && name !== 'data-raw' && name !== 'data-urlencode';
}

/** `content`, `=content` or `name=content`, encoded as cURL does (all but unreserved characters). */
export function urlencoded(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0
    ? encodeURIComponent(value)
    : `${value.slice(0, equals)}${equals > 0 ? '=' : ''}${encodeURIComponent(value.slice(equals + 1))}`;
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
