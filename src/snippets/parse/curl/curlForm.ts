import type {HeaderField, Part} from '../../../request/apiRequest';
import {messages} from '../../../words';
import {fileNamed} from '../body';
import {NotUnderstood} from '../notUnderstood';
import {knownText} from '../text';
import {contentOf} from './curlData';
import type {CurlInput} from './curlInput';
import type {CurlOption} from './curlOptions';

const say = messages('curlForm', {
  shape: 'A part is written name=value; cURL rejects {text}.',
  fileText: 'The content of the file {name} is unknown here, so the part {part} is empty.',
  settings:
    'Everything after {setting}= in the part {part} is ignored, because the form cannot represent it.',
  several: 'cURL sends the files of {part} as one part; here each file is a part of its own.',
  nested: 'The part {part} contains other parts, which the form cannot represent.',
  unnamed: 'A part without a name cannot be sent from here.',
});

interface Content {
  readonly text: string;
  readonly mediaType?: string;
  readonly filename?: string;
  readonly headers?: readonly HeaderField[];
}

/**
 * The parts that one `--form` or `--form-string` gives: `name=content;type=…;filename=…`, where the content may be quoted,
 * name files (`@`), or a file whose text it is (`<`). Throws {@link NotUnderstood} for what cURL refuses.
 */
export function partsOf(
  {name: option, value: written, offset}: CurlOption,
  input: CurlInput | undefined,
  note: (sentence: string) => void,
): Part[] {
  const equals = written.indexOf('=');
  const refuse = (message: string): never => {
    throw new NotUnderstood(offset, message);
  };
  if (equals < 0) {
    return refuse(say('shape', {text: JSON.stringify(written.slice(0, 80))}));
  }
  const name = written.slice(0, equals);
  const value = written.slice(equals + 1);
  if (name === '') {
    return refuse(say('unnamed'));
  }
  if (option === 'form-string') {
    return [{name, value}];
  }
  if (value.startsWith('(')) {
    return refuse(say('nested', {part: name}));
  }
  const marker = /^[@<]/.exec(value)?.[0];
  const contents = contentsOf(value.slice(marker === undefined ? 0 : 1), marker === '@', setting =>
    note(say('settings', {setting, part: name})),
  );
  if (contents.length > 1) {
    note(say('several', {part: name}));
  }
  return contents.map(({text, mediaType, filename, headers}): Part => {
    const type = {...(mediaType === undefined ? {} : {mediaType}), ...(headers && {headers})};
    if (marker === '@') {
      return {name, file: fileNamed(text, filename ?? baseName(text)), ...type};
    }
    if (filename !== undefined) {
      note(say('settings', {setting: 'filename', part: name}));
    }
    if (marker === undefined) {
      return {name, value: text, ...type};
    }
    const content = contentOf(text, input);
    if (content.type === 'text') {
      return {name, value: knownText(content.text), ...type};
    }
    note(say('fileText', {name: text, part: name}));
    return {name, value: '', ...type};
  });
}

/** One content and its settings, or with commas several files. `leaveOut` is told of a setting that is not carried. */
function contentsOf(value: string, areFiles: boolean, leaveOut: (setting: string) => void): Content[] {
  const contents: Content[] = [];
  let position = 0;
  do {
    const start = read(value, position, areFiles ? ',;' : ';');
    position = start.end;
    let content: Content = {text: start.text};
    while (value.charAt(position) === ';') {
      const [head, setting = ''] = /^;\s*(?:(\w+)=)?/.exec(value.slice(position, position + 200)) ?? [];
      const at = position + (head?.length ?? 1);
      if (setting === 'type') {
        const type = mediaTypeAt(value, at, areFiles);
        content = {...content, mediaType: type.text};
        position = type.end;
        continue;
      }
      const given = read(value, at, areFiles ? ',;' : ';');
      position = given.end;
      if (setting === 'filename') {
        content = {...content, filename: given.text};
      } else if (setting === 'headers' && /^[^\s:@<][^:]*:/.test(given.text)) {
        const [, name = '', field = ''] = /^([^:]*):\s*(.*)$/s.exec(given.text) ?? [];
        content = {...content, headers: [...(content.headers ?? []), {name, value: field}]};
      } else if (setting === 'headers' || setting === 'encoder') {
        leaveOut(setting);
      }
    }
    contents.push(content);
  } while (areFiles && value.charAt(position++) === ',');
  return contents;
}

/** cURL sends the last segment of a path as the name of the file. */
function baseName(path: string): string {
  return path.replace(/^[A-Za-z]:.*\\|^.*\//s, '') || path;
}

interface Read {
  readonly text: string;
  readonly end: number;
}

/** A value to one of the characters that end it; in quotes these stand for themselves. Spaces around it are lost. */
function read(value: string, from: number, ends: string): Read {
  const start = from + (/^\s*/.exec(value.slice(from, from + 1000))?.[0].length ?? 0);
  let end = start;
  const isQuoted = value.charAt(start) === '"';
  if (isQuoted) {
    const letters: string[] = [];
    for (end++; end < value.length && value.charAt(end) !== '"'; end++) {
      end += value.charAt(end) === '\\' && /[\\"]/.test(value.charAt(end + 1)) ? 1 : 0;
      letters.push(value.charAt(end));
    }
    if (end < value.length) {
      return {text: letters.join(''), end: endOf(value, end + 1, ends)};
    }
  }
  end = endOf(value, start, ends);
  return {text: value.slice(start, end).trimEnd(), end};
}

function endOf(value: string, start: number, ends: string): number {
  let end = start;
  while (end < value.length && !ends.includes(value.charAt(end))) {
    end++;
  }
  return end;
}

/** A media type with its parameters: what follows a semicolon and is no setting of cURL's belongs to it. */
function mediaTypeAt(value: string, start: number, areFiles: boolean): Read {
  const {text: first, end: firstEnd} = read(value, start, areFiles ? ',;' : ';');
  let text = first;
  let end = firstEnd;
  while (
    value.charAt(end) === ';' &&
    !/^;\s*(?:type|filename|headers|encoder)=/.test(value.slice(end, end + 40))
  ) {
    const next = endOf(value, end + 1, areFiles ? ',;' : ';');
    text += value.slice(end, next);
    end = next;
  }
  return {text: text.trim(), end};
}
