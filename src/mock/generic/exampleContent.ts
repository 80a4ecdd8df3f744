import {bodyText} from '../../api/body/bodyText';
import {valueOf} from '../../api/schema/valueOf';
import type {Json, MediaType, Operation} from '../../api/operation';
import type {Answer} from '../answer';
import {concreteMediaType, isEventStream, isText, mediaTypeEssence} from '../../api/http/mediaType';

type Content = NonNullable<Answer['content']>;

/**
 * A body that is not JSON: the example of the document, else bytes for binary types, one event for a stream of events,
 * and a text otherwise.
 */
export function exampleContent(operation: Operation, {type, schema, examples}: MediaType): Content {
  const written = examples[0]?.value;
  const made = (): Json =>
    written ?? valueOf(operation, schema ?? {type: 'string'}, {direction: 'response', as: 'example'});
  const name = mediaTypeEssence(type);
  if (typeof written === 'string' && !isEventStream(name)) {
    return {mediaType: concreteMediaType(type), data: written};
  }
  if (isEventStream(name)) {
    return {mediaType: type, data: streamText(bodyText(operation, {type, schema}, made()))};
  }
  return isText(name)
    ? {mediaType: concreteMediaType(type), data: bodyText(operation, {type, schema}, made())}
    : {mediaType: concreteMediaType(type), data: bytesOf(concreteMediaType(name))};
}

/** An example that is a stream already, else one event with the text (HTML §9.2.6). */
function streamText(text: string): string {
  return /^(data|event|id|retry|):/m.test(text)
    ? `${text.trimEnd()}\n\n`
    : `data: ${text.replaceAll('\n', '\ndata: ')}\n\n`;
}

/** An image of one transparent pixel; for other types, bytes that are not text. */
function bytesOf(type: string): Uint8Array<ArrayBuffer> {
  const base64 =
    type === 'image/png'
      ? 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
      : 'AAECA//+/fw=';
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}
