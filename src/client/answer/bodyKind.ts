import {headerValue} from '../../api/http/headerValue';
import {isEventStream, isJson, isXml, mediaTypeEssence} from '../../api/http/mediaType';
import type {ResponseResult} from '../result';

/**
 * How a body can be shown. Nothing that a server sends is executed: HTML and XML are shown as text, an SVG as a
 * picture.
 */
export type AnswerKind =
  'empty' | 'json' | 'events' | 'csv' | 'xml' | 'image' | 'audio' | 'pdf' | 'text' | 'binary';

const images = /^image\/(png|jpeg|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/;

export function answerKind({
  headers,
  body,
  size,
}: Pick<ResponseResult, 'headers' | 'size'> & {
  readonly body: {readonly text?: string | undefined};
}): AnswerKind {
  const contentType = headerValue(headers, 'content-type') ?? '';
  const essence = mediaTypeEssence(contentType);
  if (size === 0) {
    return 'empty';
  }
  if (images.test(essence)) {
    return 'image';
  }
  if (essence.startsWith('audio/')) {
    return 'audio';
  }
  if (essence === 'application/pdf') {
    return 'pdf';
  }
  if (body.text === undefined) {
    return 'binary';
  }
  if (isEventStream(contentType)) {
    return 'events';
  }
  if (essence === 'text/csv') {
    return 'csv';
  }
  if (isXml(essence)) {
    return 'xml';
  }
  return isJson(essence) ? 'json' : 'text';
}

/** The language in which a text is highlighted. */
export function textLanguage(contentType: string): 'markup' | 'yaml' | 'javascript' | 'text' {
  const essence = mediaTypeEssence(contentType);
  if (/^text\/html$|[/+]xml$/.test(essence)) {
    return 'markup';
  }
  if (/[/+](x-)?yaml$/.test(essence)) {
    return 'yaml';
  }
  return /^(text|application)\/javascript$/.test(essence) ? 'javascript' : 'text';
}
