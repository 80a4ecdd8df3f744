import type {FileReference} from '../../../request/apiRequest';
import {encodeAll} from '../../../request/percentEncoding';
import {fileNamed} from '../body';
import {joinText, joinTexts, knownText, type Text} from '../text';
import type {CurlInput} from './curlInput';
import type {CurlOption} from './curlOptions';

/** What the `--data` options of a command amount to. */
export interface CurlData {
  readonly text: Text;
  /** Whether `--json` gave it, which sets the media type. */
  readonly json: boolean;
  /** The file that is the whole of it. */
  readonly file?: FileReference;
  /** Whether cURL takes the line ends out of that file. */
  readonly onOneLine?: boolean;
  /** Files of which it takes parts, and whose content is not known. */
  readonly unread: readonly string[];
}

const dataNames = new Set(['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']);

/** All `--data` options joined as cURL joins them. `input` is what cURL finds at its standard input. */
export function curlData(options: readonly CurlOption[], input: CurlInput | undefined): CurlData | undefined {
  const given = options.filter(({name}) => dataNames.has(name));
  const json = given.some(({name}) => name === 'json');
  const pieces = given.map(option => ({name: option.name, ...dataPiece(option, input)}));
  const [first] = pieces;
  if (!first) {
    return undefined;
  }
  if (pieces.length === 1 && first.file && first.isWhole) {
    const onOneLine = first.name === 'data' || first.name === 'data-ascii';
    return {text: [], json, file: first.file, onOneLine, unread: []};
  }
  const texts = pieces.flatMap(({name, text}) => (text ? [{name, text}] : []));
  return {
    text: joinTexts(
      texts.map(({name, text}, index) => (index === 0 || name === 'json' ? text : joinText(['&'], text))),
    ),
    json,
    unread: pieces.flatMap(({file}) => file?.name ?? []),
  };
}

/** What one option adds: a text, or a file of which nothing more is known, as it is or encoded behind a name. */
interface DataPiece {
  readonly text?: Text;
  readonly file?: FileReference;
  readonly isWhole?: boolean;
}

function dataPiece({name, text, value}: CurlOption, input: CurlInput | undefined): DataPiece {
  const isEncoded = name === 'data-urlencode';
  const [, before = '', path] = (isEncoded ? /^([^=@]*)@([^=]*)$/s : /^()@(.*)$/s).exec(value) ?? [];
  if (path === undefined || name === 'data-raw') {
    return {text: isEncoded ? [urlencoded(value)] : text};
  }
  const content = contentOf(path, input);
  const prefix = before === '' ? '' : `${before}=`;
  if (content.type === 'text') {
    switch (name) {
      case 'data-urlencode':
        return {text: [prefix + encoded(knownText(content.text))]};
      // cURL takes line ends out of what it reads.
      case 'data':
      case 'data-ascii':
        return {
          text: content.text.map(piece =>
            typeof piece === 'string' ? piece.replace(/[\r\n\0]/g, '') : piece,
          ),
        };
      default:
        return {text: content.text};
    }
  }
  return isEncoded
    ? {file: content.file, ...(before === '' ? {} : {text: [prefix]})}
    : {file: content.file, isWhole: true};
}

/** What a file holds that an option names: `-` is the standard input. */
export function contentOf(path: string, input: CurlInput | undefined): CurlInput {
  return /^(?:-|\/dev\/stdin)$/.test(path) && input ? input : {type: 'file', file: fileNamed(path)};
}

/** What `--url-query` adds: as it is behind a plus sign, else as `--data-urlencode` has it. */
export function queryPiece(option: CurlOption, input: CurlInput | undefined): DataPiece {
  const [first = '', ...rest] = option.text;
  if (typeof first === 'string' && first.startsWith('+')) {
    return {text: [first.slice(1), ...rest]};
  }
  return option.text.length > 1 ? {text: option.text} : dataPiece({...option, name: 'data-urlencode'}, input);
}

/** `content`, `=content` or `name=content`, encoded as cURL does (all but unreserved characters). */
function urlencoded(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0
    ? encoded(value)
    : `${value.slice(0, equals)}${equals > 0 ? '=' : ''}${encoded(value.slice(equals + 1))}`;
}

function encoded(text: string): string {
  return encodeAll(text.toWellFormed());
}
