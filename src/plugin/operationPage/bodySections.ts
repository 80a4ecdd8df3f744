import {isNoError} from '../../api/http/documentedStatus';
import {bodyText, textFormat} from '../../api/body/bodyText';
import type {Direction} from '../../api/schema/direction';
import {valueOf} from '../../api/schema/valueOf';
import type {Example, Json, MediaType, Operation, OperationResponse, Schema} from '../../api/operation';
import {formText} from '../../request/examples/formText';
import {formatNumber, langOfOriginal, messages, translate} from '../../words';
import {slug} from '../slug';
import {fieldsOf, hasFields} from '../../api/schema/fields';
import {isFile, mergedSchema} from '../../api/schema/mergedSchema';
import {schemaView} from '../../api/schema/schemaView';
import {typeName} from '../../api/schema/typeName';
import {validateSchema, type SchemaFault} from '../../api/schema/validateSchema';
import type {Telling} from './bounds';
import {fieldList} from './fieldList';
import {isEventStream, isJson, isMultipart, isUrlEncodedForm, isXml} from '../../api/http/mediaType';
import {fieldLines, headerLine, withParts} from './fieldLines';
import {blocks, firstLine} from './markdown';
import {schemaWords} from './schemaWords';
import {code, element, fence, heading, paragraph, withCodes, type Block} from './tree';

const say = messages('endpoint', {
  requestBody: 'Request Body',
  response: 'Response',
  responseHeaders: 'Response Headers',
  bodyType: 'Type: {code}.',
  array: 'An array. Each item has these fields:',
  events: 'A stream of events. Each has these fields:',
  misfit: 'No value was found that fits this schema. The example breaks it: {code} {fault}.',
  shortened: 'And {count} more lines, which are in the OpenAPI document.',
  moreExamples:
    'And {count} more example, which is in the OpenAPI document.|And {count} more examples, which are in the OpenAPI document.',
});

/** More examples of a response than these are counted. */
const MOST_EXAMPLES = 10;

type Schemas = Telling & Pick<Operation, 'schemas'>;

/** The body that a request carries: an example, and every field of it. */
export function requestBodySection(operation: Operation): Block[] {
  const {requestBody} = operation;
  if (!requestBody) {
    return [];
  }
  const several = requestBody.content.length > 1;
  return [
    heading(2, say('requestBody'), 'request-body'),
    ...(requestBody.description === undefined ? [] : blocks(requestBody.description)),
    ...requestBody.content.flatMap(mediaType => [
      ...(several ? [heading(3, mediaType.type)] : []),
      ...exampleFence(operation, mediaType, 'request'),
      ...bodyFields(operation, mediaType, 'request', several ? slug(mediaType.type) : 'body'),
    ]),
  ];
}

/** What comes back when all goes well. The example itself stands beside the samples. */
export function responseSection(operation: Operation): Block[] {
  return successes(operation).flatMap((response, index) => [
    ...(index === 0 ? [heading(2, say('response'), 'response')] : []),
    statusRow(operation, response),
    ...response.content.flatMap(mediaType => {
      const listed = bodyFields(operation, mediaType, 'response', `response-${response.status}`);
      return listed.length > 0 ? listed : [paragraph('The body is ', code(mediaType.type), '.')];
    }),
    ...headersList(operation, response),
  ]);
}

/** The body of each answer that means success. */
export function exampleResponses(operation: Operation): Block[] {
  return successes(operation).flatMap(response =>
    response.content.flatMap(mediaType =>
      responseExamples(operation, mediaType, `${response.status} ${mediaType.type}`),
    ),
  );
}

/** The examples of a response: the first one as it is, and each other one under its name, where it unfolds. */
export function responseExamples(operation: Schemas, media: MediaType, title?: string): Block[] {
  const [first, ...others] = media.examples;
  const named = others.length === 0 ? undefined : nameOf(first);
  const heads = [title, named].filter(head => head !== undefined);
  const left = media.examples.length - MOST_EXAMPLES;
  return [
    ...exampleFence(operation, media, 'response', heads.length === 0 ? undefined : heads.join(': ')),
    ...others.slice(0, MOST_EXAMPLES - 1).flatMap(example => {
      const shown = exampleFence(operation, {...media, examples: [example]}, 'response');
      return shown.length === 0
        ? []
        : [
            element('details', {}, [
              element('summary', langOfOriginal(), [paragraph(nameOf(example) ?? '')]),
              ...(example.description === undefined ? [] : blocks(example.description)),
              ...shown,
            ]),
          ];
    }),
    ...(left > 0 ? [paragraph(say.plural('moreExamples', left))] : []),
  ];
}

function nameOf(example: Example | undefined): string | undefined {
  return example?.summary ?? example?.name;
}

/**
 * A status and its first line, on which what is inside unfolds. The button that causes it for real stands beside that, not
 * in it: one press is enough, and the result comes below the row.
 */
export function statusRow(
  operation: Operation,
  response: OperationResponse,
  inside: readonly Block[] = [],
): Block {
  const {status, description} = response;
  const line = paragraph(code(status), ' ', firstLine(description).first);
  return element('div', {className: 'status', id: `status-${status.toLowerCase()}`}, [
    inside.length === 0
      ? line
      : element('details', {className: 'status__details'}, [element('summary', {}, [line]), ...inside]),
    ...(canReproduce(operation, response) ? [element('Reproduce', {operation: operation.id, status})] : []),
  ]);
}

/** Whether the document says how to cause a status; the first success is what the example gets. */
function canReproduce({responses}: Operation, response: OperationResponse): boolean {
  return (
    /^\d{3}$/.test(response.status) && (response.reproduction !== undefined || response === responses[0])
  );
}

function successes(operation: Operation): readonly OperationResponse[] {
  return operation.responses.filter(response => isNoError(operation, response));
}

function headersList(operation: Operation, {status, headers}: OperationResponse): Block[] {
  return headers.length === 0
    ? []
    : [
        heading(3, say('responseHeaders'), 'response-headers'),
        ...fieldList(
          {lines: headers.map(header => headerLine(operation, header)), choices: []},
          `response-${status}-header`,
        ),
      ];
}

export function bodyFields(
  operation: Schemas,
  {type, schema, encoding = {}}: Pick<MediaType, 'type' | 'schema'> & Partial<Pick<MediaType, 'encoding'>>,
  direction: Direction,
  section: string,
  /** Whether the type is told of a body that has no fields. */
  tellsType = true,
): Block[] {
  if (schema === undefined) {
    return [];
  }
  const found = schemaView(operation, schema);
  // That it is a file, and of which kind, is what the media type says.
  const {contentMediaType: _, ...bytes} = found.schema;
  const view = isFile(found.schema) && !isForm(type) ? {...found, schema: bytes} : found;
  const inside = fieldsOf(operation, schema, direction);
  if (operation.bounds && operation.bounds.room.left < 0) {
    // What is made is not to be shown: words for all of it would be in vain.
    return [];
  }
  const files = isForm(type) || isFile(found.schema);
  const isList = view.schema.items !== undefined && view.schema.properties === undefined;
  // The description of a body that has a name is that of the thing; what the page says of the operation comes first.
  const words = schemaWords(operation, view, inside, {direction, files, description: ''});
  const lines = withParts(operation, fieldLines(operation, inside, direction, files), encoding);
  const told = typeName(operation, schema);
  const isPlain = !hasFields(inside) && told !== 'object' && told !== typeName(operation, true);
  return [
    ...(tellsType && isJson(type) && isPlain ? [paragraph(withCodes(say('bodyType'), [told]))] : []),
    ...words,
    ...(isList && hasFields(inside) ? [paragraph(say(isEventStream(type) ? 'events' : 'array'))] : []),
    ...fieldList(lines, section),
  ];
}

/** A body as far as its example needs it. */
type ShownMedia = Pick<MediaType, 'type' | 'schema' | 'examples'> & Partial<Pick<MediaType, 'encoding'>>;

export function exampleFence(
  operation: Schemas,
  mediaType: ShownMedia,
  direction: Direction,
  title?: string,
): Block[] {
  const {type, schema, examples} = mediaType;
  const isBytes = schema !== undefined && isFile(mergedSchema(operation, schema));
  const [written] = examples;
  const made =
    written || schema === undefined || isBytes ? undefined : madeExample(operation, schema, direction);
  const value = written ? written.value : made?.value;
  if (value === undefined || /^multipart\/|octet-stream|^image\//.test(type)) {
    return [];
  }
  const text = textOf(operation, mediaType, value);
  const shown = shortened(text, operation);
  return [
    fence(languageOf(type), shown, title),
    ...(shown === text
      ? []
      : [paragraph(say('shortened', {count: formatNumber(linesOf(text) - linesOf(shown))}))]),
    ...(made?.fault
      ? [paragraph(withCodes(say('misfit', {fault: made.fault.message}), [made.fault.pointer]))]
      : []),
  ];
}

interface MadeExample {
  readonly value: Json;
  readonly fault: SchemaFault | undefined;
}

/** What was made, by the named schemas and the schema: a page is made several times until it keeps within its bounds. */
const madeExamples = new WeakMap<Schemas['schemas'], Map<string, MadeExample>>();

function madeExample(operation: Schemas, schema: Schema, direction: Direction): MadeExample {
  const known = madeExamples.get(operation.schemas) ?? new Map<string, MadeExample>();
  madeExamples.set(operation.schemas, known);
  const key = `${direction} ${JSON.stringify(schema)}`;
  const made = known.get(key) ?? withFault(operation, schema, direction);
  known.set(key, made);
  return made;
}

function withFault(operation: Schemas, schema: Schema, direction: Direction): MadeExample {
  const value = valueOf(operation, schema, {direction, as: 'example'});
  const [fault] = validateSchema(operation, schema, value, translate, direction);
  return {value, fault};
}

/** An example as far as there is room for it, up to the end of a line. */
function shortened(text: string, {bounds}: Telling): string {
  if (!bounds) {
    return text;
  }
  const {examples} = bounds;
  const most = Math.max(LEAST_OF_AN_EXAMPLE, examples.left);
  const shown = text.length <= most ? text : text.slice(0, Math.max(text.lastIndexOf('\n', most), 0) || most);
  examples.left -= shown.length;
  return shown;
}

function linesOf(text: string): number {
  return text.split('\n').length;
}

const LEAST_OF_AN_EXAMPLE = 400;

function textOf(operation: Schemas, mediaType: ShownMedia, value: Json): string {
  if (isJson(mediaType.type)) {
    return JSON.stringify(value, null, 2);
  }
  return textFormat(mediaType.type) === 'form'
    ? formText(operation, {encoding: {}, ...mediaType}, value)
    : bodyText(operation, mediaType, value);
}

function languageOf(type: string): string {
  return isJson(type) ? 'json' : isXml(type) ? 'xml' : 'text';
}

function isForm(type: string): boolean {
  return isMultipart(type) || isUrlEncodedForm(type);
}
