import type {Body, Part} from '../../../request/apiRequest';
import {bodyOfText, baseName, fileNamed, writtenFile} from '../body';
import {jsonOfLiteral} from '../jsonOfLiteral';
import {codePart} from '../parts';
import {plainPairs} from '../query';
import {demandPlain, isNothing, notKnown, type Field, type Value} from '../value';
import {parameterPairs} from './pythonPairs';
import {say} from './python';

/** As requests has it: files go before `data`, and what stands in `data` before `json`. */
export function bodyOf(
  named: (name: string) => Value | undefined,
  mediaType: string | undefined,
  by: 'requests' | 'httpx',
): Body {
  const data = named('data');
  const json = named('json');
  const files = named('files');
  if (files && !isEmpty(files)) {
    return {
      type: 'multipart',
      parts: [...(data ? plainPairs(parameterPairs(data, by)) : []), ...fileFields(files)],
    };
  }
  if (data && !isEmpty(data)) {
    return dataBody(data, mediaType, by);
  }
  // An empty text counts as none where there is something else.
  return !json && data?.type === 'text'
    ? dataBody(data, mediaType, by)
    : json
      ? {type: 'json', mediaType: mediaType ?? 'application/json', text: jsonOfLiteral(json)}
      : {type: 'none'};
}

function dataBody(data: Value, mediaType: string | undefined, by: 'requests' | 'httpx'): Body {
  switch (data.type) {
    case 'text':
      return bodyOfText(data, mediaType ?? 'text/plain');
    case 'file':
      return {type: 'file', mediaType: mediaType ?? 'application/octet-stream', file: fileNamed(data.name)};
    case 'record':
    case 'list':
      return {
        type: 'form',
        mediaType: mediaType ?? 'application/x-www-form-urlencoded',
        fields: plainPairs(parameterPairs(data, by)),
      };
    default:
      throw notKnown(data, data.at, say('body'));
  }
}

function isEmpty(value: Value): boolean {
  return (
    (value.type === 'record' && value.entries.length === 0) ||
    (value.type === 'list' && value.items.length === 0) ||
    (value.type === 'text' && value.text.every(piece => piece === ''))
  );
}

/** `files=` as a dict or a list of pairs: a file, or a tuple of file name, content and media type. */
function fileFields(files: Value): readonly Part[] {
  const pairs: readonly Pick<Field, 'name' | 'value'>[] =
    files.type === 'record'
      ? files.entries
      : files.type === 'list'
        ? files.items.map(item => {
            const [name, value] = item.type === 'list' ? item.items : [];
            return {
              name: demandPlain(name, item.at, codePart('partName')),
              value: value ?? {at: item.at, type: 'unknown'},
            };
          })
        : [];
  if (files.type !== 'record' && files.type !== 'list') {
    throw notKnown(files, files.at, say('body'));
  }
  return pairs.map(({name, value}) => partOf(name, value));
}

function partOf(name: string, value: Value): Part {
  const [filename, content, type, head] = value.type === 'list' ? value.items : [undefined, value];
  const entries = head?.type === 'record' ? head.entries : [];
  const headers = entries.map(entry => ({
    name: entry.name,
    value: demandPlain(entry.value, value.at, codePart('headerValue')),
  }));
  const mediaType = {
    ...(type && !isNothing(type) && {mediaType: demandPlain(type, value.at, codePart('mediaType'))}),
    ...(headers.length > 0 && {headers}),
  };
  if (content?.type === 'file') {
    const sentAs = isNothing(filename)
      ? baseName(content.name)
      : demandPlain(filename, value.at, codePart('fileName'));
    return {name, file: fileNamed(content.name, sentAs), ...mediaType};
  }
  // A tuple without a name is a plain part.
  if (value.type !== 'list' || !isNothing(filename)) {
    throw writtenFile(value.at, filename ? demandPlain(filename, value.at, codePart('fileName')) : name);
  }
  return {name, value: demandPlain(content, value.at, codePart('partContent')), ...mediaType};
}
