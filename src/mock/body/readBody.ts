import {textFormat, type TextFormat} from '../../api/body/bodyText';
import {valueOfXml, XmlSyntaxError} from '../../api/body/readXml';
import type {Json, MediaType, Operation, Schema} from '../../api/operation';
import {valueTypes} from '../../api/schema/valueTypes';
import {joinedBytes} from '../files';
import {createHash} from '../hash';
import {
  charsetOf,
  isJson,
  isMultipartForm,
  isUrlEncodedForm,
  mediaTypeEssence,
  ofMediaType,
} from '../../api/http/mediaType';
import {chunksOf, type MockRequest} from '../mockRequest';
import {refused, type BodyResult, type BodyTools} from './bodyResult';
import {csvValue, CsvSyntaxError} from './csvValue';
import {jsonOr} from './formValues';
import {findStrictJsonFault} from './strictJsonFault';
import {inWords, LIMITS} from './limits';
import {readMultipart} from './readMultipart';
import {urlencodedValue} from './urlencodedValue';

const NONE: BodyResult = {type: 'read', body: {type: 'none', fingerprint: ''}};

/** Reads the body in one of the operation's media types; 400, 413 or 415 if that is not possible. */
export async function readBody(
  operation: Operation,
  request: MockRequest,
  tools: BodyTools,
): Promise<BodyResult> {
  const {requestBody} = operation;
  if (!requestBody) {
    return NONE;
  }
  const contentType = request.headers.get('Content-Type');
  const encoding = request.headers.get('Content-Encoding');
  if (encoding !== null && encoding !== 'identity') {
    return refused(operation, 415, `The body is compressed with ${encoding}. Send it uncompressed.`);
  }
  const mediaType = contentType === null ? undefined : ofMediaType(requestBody.content, contentType);
  if (contentType !== null && !mediaType) {
    const known = requestBody.content.map(({type}) => type).join(' or ');
    return refused(
      operation,
      415,
      `This operation does not accept ${mediaTypeEssence(contentType)}. Send ${known}.`,
    );
  }
  if (mediaType && isMultipartForm(contentType ?? '')) {
    return readMultipart(operation, mediaType, request, tools);
  }
  const bytes = await readBytes(request);
  if (bytes === 'too large') {
    return refused(operation, 413, `The body is larger than ${inWords(LIMITS.text)}.`);
  }
  // An empty text is a value, for validation to reject.
  const isText = mediaType !== undefined && /^text\/(?!xml)/.test(mediaTypeEssence(contentType ?? ''));
  if (bytes.length === 0 && !isText) {
    return requestBody.required ? refused(operation, 400, 'The body is empty.') : NONE;
  }
  if (!mediaType) {
    const known = requestBody.content.map(({type}) => type).join(' or ');
    return refused(operation, 415, `The body has no Content-Type. Send ${known}.`);
  }
  return parseBytes(operation, mediaType, contentType ?? '', bytes);
}

function parseBytes(
  operation: Operation,
  mediaType: MediaType,
  contentType: string,
  bytes: Uint8Array,
): BodyResult {
  const type = mediaTypeEssence(contentType);
  const fingerprint = createHash().add(bytes).toString();
  const charset = charsetOf(contentType) ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) {
    return refused(operation, 415, `The body is in ${charset}. Send UTF-8.`);
  }
  const text = decoded(bytes);
  if (isJson(type)) {
    if (text === undefined) {
      return refused(operation, 400, 'The body is not valid UTF-8.');
    }
    const fault = findStrictJsonFault(text);
    if (fault) {
      const {line, column, message} = fault;
      return refused(operation, 400, `The body is not JSON. Line ${line}, column ${column}: ${message}.`);
    }
    return {type: 'read', body: {type: 'json', value: JSON.parse(text), mediaType, fingerprint}};
  }
  if (isUrlEncodedForm(type)) {
    const value = urlencodedValue(operation, mediaType, text ?? '');
    return {type: 'read', body: {type: 'json', value, mediaType, fingerprint}};
  }
  return readWritten(operation, mediaType, textFormat(type), {text: text ?? '', fingerprint});
}

/** A body in a media type with its own syntax for values; other text is a string. */
function readWritten(
  operation: Operation,
  mediaType: MediaType,
  format: TextFormat | undefined,
  {text, fingerprint}: {readonly text: string; readonly fingerprint: string},
): BodyResult {
  try {
    const value = writtenValue(operation, mediaType.schema ?? true, format, text);
    return value === undefined
      ? {type: 'read', body: {type: 'other', value: text, mediaType, fingerprint}}
      : {type: 'read', body: {type: 'json', value, mediaType, fingerprint}};
  } catch (error) {
    if (error instanceof XmlSyntaxError || error instanceof CsvSyntaxError) {
      const name = error instanceof XmlSyntaxError ? 'XML' : 'CSV';
      return refused(operation, 400, `The body is not ${name}: ${error.message}.`);
    }
    throw error;
  }
}

/** Undefined if the schema allows neither objects nor lists. */
function writtenValue(
  operation: Operation,
  schema: Schema,
  format: TextFormat | undefined,
  text: string,
): Json | undefined {
  const types = valueTypes(operation, schema) ?? [];
  switch (format) {
    case 'xml':
      return types.includes('object') || types.includes('array')
        ? valueOfXml(operation, schema, text)
        : undefined;
    case 'csv':
      return csvValue(operation, schema, text);
    case 'lines':
      return types.includes('array') ? linesOf(text).map(jsonOr) : undefined;
    case 'events':
    case 'form':
    case undefined:
      return undefined;
  }
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter(line => line.trim() !== '');
}

async function readBytes(request: MockRequest): Promise<Uint8Array | 'too large'> {
  if (Number(request.headers.get('Content-Length') ?? 0) > LIMITS.text) {
    return 'too large';
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request.body)) {
    size += chunk.length;
    if (size > LIMITS.text) {
      return 'too large';
    }
    chunks.push(chunk);
  }
  return joinedBytes(chunks);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}
