import {bodyText} from '../../api/body/bodyText';
import {valueOf} from '../../api/schema/valueOf';
import type {Json, MediaType, Operation} from '../../api/operation';
import type {Answer} from '../answer';
import {isEventStream, isText, mediaTypeEssence} from '../../api/http/mediaType';

type Content = NonNullable<Answer['content']>;

/**
 * What stands for a body that is not JSON: the example of the document, else bytes where they are binary, one event where
 * they are a stream of events, and a text otherwise.
 */
export function exampleContent(operation: Operation, {type, schema, examples}: MediaType): Content {
  const written = examples[0]?.value;
  const made = (): Json =>
    written ?? valueOf(operation, schema ?? {type: 'string'}, {direction: 'response', as: 'example'});
  const name = mediaTypeEssence(type);
  if (typeof written === 'string' && !isEventStream(name)) {
    return {mediaType: concrete(type), data: written};
  }
  if (isEventStream(name)) {
    return {mediaType: type, data: streamText(bodyText(operation, {type, schema}, made()))};
  }
  return isText(name)
    ? {mediaType: concrete(type), data: bodyText(operation, {type, schema}, made())}
    : {mediaType: concrete(type), data: bytesOf(concrete(name))};
}

/** A stream that is written as such, else one event with the text (HTML §9.2.6). */
function streamText(text: string): string {
  return /^(data|event|id|retry|):/m.test(text)
    ? `${text.trimEnd()}\n\n`
    : `data: ${text.replaceAll('\n', '\ndata: ')}\n\n`;
}

/** A media type to answer in, where the document names a range. */
export function concrete(type: string): string {
  switch (mediaTypeEssence(type)) {
    case 'text/*':
      return 'text/plain';
    case 'image/*':
      return 'image/png';
    default:
      return type.includes('*') ? 'application/octet-stream' : type;
  }
}

/** A picture of one transparent pixel; of other types, bytes that no text is made of. */
function bytesOf(type: string): Uint8Array<ArrayBuffer> {
  const base64 =
    type === 'image/png'
      ? 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
      : 'AAECA//+/fw=';
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}
