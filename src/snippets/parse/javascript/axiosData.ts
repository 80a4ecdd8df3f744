import type {Body} from '../../../request/apiRequest';
import {jsonOfLiteral, jsonText} from '../jsonOfLiteral';
import {codePart} from '../parts';
import {plainPairs, type Pair} from '../query';
import {knownText, plainText, type Text} from '../text';
import {demandText, isNothing, type List, type Table, type Value} from '../value';
import {fetchBody} from './node';
import {demandJs, unreadOption} from './webObjects';

const FORM = 'application/x-www-form-urlencoded';

/** The body that axios makes of data, and the media type that it is sent with: `none` where the code takes that away. */
export function axiosBody(
  data: Value | undefined,
  given: Text | 'none' | undefined,
  method: string,
): {readonly body: Body; readonly mediaType: string | undefined} {
  const written = given === 'none' || given === undefined ? undefined : knownText(given);
  const mediaType = written ?? (given === 'none' ? undefined : ownType(data, method));
  const isJson = written?.includes('application/json') === true;
  return {mediaType, body: bodyIn()};

  function bodyIn(): Body {
    switch (data?.type) {
      case 'list':
      case 'record':
        return written?.includes(FORM) === true
          ? {type: 'form', mediaType: written, fields: plainPairs(axiosPairs(data))}
          : written?.includes('multipart/form-data') === true
            ? {type: 'multipart', parts: plainPairs(axiosPairs(data))}
            : mediaType !== undefined && /json/i.test(mediaType)
              ? {type: 'json', mediaType, text: jsonOfLiteral(data)}
              : fetchBody(jsonText(data, {comma: ',', colon: ':'}), mediaType);
      case 'constant':
      case 'number':
        // In JSON, even what is nothing is written.
        return isJson && (data.type === 'number' || data.value !== 'undefined')
          ? {type: 'json', mediaType: written, text: jsonOfLiteral(data)}
          : fetchBody(data, mediaType);
      case 'text': {
        // What is no JSON becomes a string in JSON.
        const plain = plainText(data.text);
        return isJson && plain !== undefined && !isJsonText(plain)
          ? {type: 'json', mediaType: written, text: JSON.stringify(plain)}
          : plain === ''
            ? {type: 'none'}
            : fetchBody(data, mediaType);
      }
      case 'call':
        if (/^(?:FormData|form-data)$/.test(data.call.path) && isJson) {
          throw unreadOption('Content-Type', data.at);
        }
        return fetchBody(data, mediaType);
      default:
        return fetchBody(data, mediaType);
    }
  }
}

/** The media type that axios gives to what names none. */
function ownType(data: Value | undefined, method: string): string | undefined {
  switch (data?.type) {
    case 'record':
    case 'list':
      return 'application/json';
    case 'call':
      return data.call.path === 'URLSearchParams' ? `${FORM};charset=utf-8` : undefined;
    case 'file':
      if (data.as === 'blob') {
        return data.mediaType ?? 'application/octet-stream';
      }
      break;
    default:
      break;
  }
  return /^(?:post|put|patch)$/i.test(method) ? FORM : undefined;
}

/**
 * The fields of a form or of parameters: `a[b]` for a member of a member, `a[]` for each item of a list, `a[0][b]` where
 * items have members. Nothing stands for what has no value.
 */
export function axiosPairs(value: List<Value> | Table<Value>, outer?: string): readonly Pair[] {
  const isFlat = value.type === 'list' && value.items.every(({type}) => type !== 'record' && type !== 'list');
  const members =
    value.type === 'record'
      ? value.entries.map(({name, value: one}) => ({name, one}))
      : value.items.map((one, index) => ({name: isFlat ? '' : String(index), one}));
  return members
    .filter(({one}) => !isNothing(one))
    .flatMap(({name, one}): readonly Pair[] => {
      // Such a name is written in another way.
      if (/(?:\[\]|\{\})$/.test(name)) {
        demandText(undefined, one.at, codePart('formFields'));
      }
      const full = outer === undefined ? name : `${outer}[${name}]`;
      return one.type === 'record' || one.type === 'list'
        ? axiosPairs(one, full)
        : [{name: full, value: demandJs(one, one.at, codePart('formFields'))}];
    });
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
