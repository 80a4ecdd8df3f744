import {isJson, isMultipart, isUrlEncodedForm, mediaTypeEssence} from './http/mediaType';
import {bodyText} from './body/bodyText';
import {readCodeSamples} from './codeSamples';
import {readContent} from './content';
import {digitsIn} from './digits';
import {directedValue} from './schema/directedValue';
import {readExternalDocs} from './externalDocs';
import type {Direction} from './schema/direction';
import {compact, flag, fromMembers, member, text, words, type JsonObject} from './json';
import {findArrivals} from './arrivals';
import type {Api, Arrival, Json, MediaType, Operation, RequestBody, Schema} from './operation';
import {meantExample} from './meantExample';
import {linkBase} from './linkBase';
import {createOperationIds, type OperationIds} from './operationIds';
import {createOmissions} from './omissions';
import {findOperations, type OperationPlace} from './operationPlace';
import {readParameters} from './parameters';
import {withPartHeaderValues} from './partHeaders';
import {templateNames} from './http/pathTemplate';
import {dereference, leadsNowhere, pointerTo} from './references';
import {readResponses} from './responses';
import {createSchemaReader, type SchemaReader} from './schema/schemas';
import {valueTypes} from './schema/valueTypes';
import {isCredential, readSecurity} from './security';
import {readServers} from './servers';
import {readTagGroups, readTags, tagsOf} from './tags';

/** The specification that a bundled document follows, and its own URL. */
export interface DocumentFacts {
  readonly version: '3.0' | '3.1';
  readonly url: string;
  /** The digits of the document's numbers that JavaScript does not hold. */
  readonly digits?: {readonly [printed: string]: string};
}

/** The tag of what arrives, where the document gives it none. */
const ARRIVALS = 'Webhooks';

interface Reading extends DocumentFacts {
  readonly document: JsonObject;
  readonly schemas: SchemaReader;
  readonly ids: OperationIds;
}

/**
 * Makes the model of a document that is bundled. What cannot be read of an operation is left out and noted in its
 * `omissions`; an operation that cannot be read at all is left out whole.
 */
export function readApi(document: JsonObject, facts: DocumentFacts): Api {
  const places = findOperations(document);
  const arriving = findArrivals(document, places);
  const reading = {
    ...facts,
    document,
    schemas: createSchemaReader(document, facts.version),
    ids: createOperationIds([...places, ...arriving.map(({place}) => place)]),
  };
  const operations = places.map(place => readOperation(place, reading));
  const arrivals = arriving.map(({place, name, callback}): Arrival => {
    // What the document asks of requests to the API says nothing of those that it sends.
    const described = {tags: [ARRIVALS], summary: name, security: [], ...place.operation};
    const operation = readOperation({...place, path: '', operation: described}, reading);
    return callback
      ? {operation, callback: {operationId: reading.ids.of(callback.of), expression: callback.expression}}
      : {operation};
  });
  return compact({
    title: text(member(document['info'], 'title')) ?? '',
    version: String(member(document['info'], 'version') ?? ''),
    description: text(member(document['info'], 'description')),
    mockRules: text(member(document['info'], 'x-mock-rules')),
    linkBase: linkBase(document),
    servers: readServers([document['servers']], facts.url),
    tags: readTags(document, operations),
    tagGroups: readTagGroups(document),
    operations,
    arrivals: arrivals.length === 0 ? undefined : arrivals,
  });
}

function readOperation(place: OperationPlace, reading: Reading): Operation {
  const {path, query, key, method, pathItem, operation, pointer} = place;
  const {document, schemas, ids, url} = reading;
  const found = new Set<string>();
  const omissions = createOmissions();
  const readSchema = (schema: unknown): Schema => schemas.read(schema, found);
  const body = operation['requestBody'];
  if (body !== undefined && leadsNowhere(document, body)) {
    omissions.add(`${pointer}/requestBody`);
  }
  const requestBody =
    body === undefined || leadsNowhere(document, body)
      ? undefined
      : readRequestBody(document, dereference(document, body), readSchema);
  const id = ids.of(place);
  const fixed = query.filter(({value}) => templateNames(value).length === 0);
  const levels = [
    {parameters: pathItem['parameters'], pointer: pointerTo('paths', key, 'parameters')},
    {parameters: operation['parameters'], pointer: `${pointer}/parameters`},
  ];
  const security = readSecurity(document, operation);
  const parts = compact({
    id,
    method,
    path,
    query: fixed.length === 0 ? undefined : fromMembers(fixed.map(({name, value}) => [name, value])),
    summary: words(operation['summary']) ?? words(pathItem['summary']) ?? titleFromId(id),
    description: text(operation['description']) ?? text(pathItem['description']),
    externalDocs: readExternalDocs(operation['externalDocs']),
    deprecated: flag(operation['deprecated']) ?? false,
    since: readVersion(operation['x-since']),
    tags: tagsOf(operation, document),
    parameters: readParameters(document, {levels, path, query}, readSchema, omissions).filter(
      parameter => !security.securitySchemes.some(scheme => isCredential(scheme, parameter)),
    ),
    requestBody,
    responses: readResponses(
      document,
      {responses: operation['responses'], pointer: `${pointer}/responses`},
      {readSchema, findOperation: ids.at, omissions},
    ),
    ...security,
    servers: readServers([operation['servers'], pathItem['servers'], document['servers']], url),
    codeSamples: readCodeSamples(operation),
  });
  const reached = schemas.reached(found);
  schemas.missing(Object.keys(reached)).forEach(omissions.add);
  const all = omissions.all();
  const whole = withDirectedExamples({...parts, schemas: reached, ...(all.length > 0 && {omissions: all})});
  return compact({...whole, digits: digitsIn(reading.digits ?? {}, whole)});
}

/**
 * An example that a request and an answer share shows in each what goes that way, and one of XML, or of another text, is
 * written as such where the document gives its value.
 */
function withDirectedExamples(operation: Operation): Operation {
  const directed = (content: readonly MediaType[], direction: Direction): MediaType[] =>
    content.map(media => ({
      ...media,
      examples: media.examples.map(example => ({
        ...example,
        value: written(
          media,
          directedValue(
            operation,
            media.schema ?? true,
            meantExample(operation, media, example.value),
            direction,
          ),
        ),
      })),
    }));
  const written = (media: MediaType, value: Json): Json => {
    // A form is filled in field by field.
    const {type} = media;
    const isData = isJson(type) || isMultipart(type) || isUrlEncodedForm(type) || type.includes('*');
    return isData ? value : bodyText(operation, media, value);
  };
  const {requestBody, responses} = operation;
  const sent = (content: readonly MediaType[]): MediaType[] =>
    directed(content, 'request').map(media => withPartHeaderValues(operation, asJson(operation, media)));
  return {
    ...operation,
    ...(requestBody && {requestBody: {...requestBody, content: sent(requestBody.content)}}),
    responses: responses.map(response => ({...response, content: directed(response.content, 'response')})),
  };
}

/** Generators write a range of media types for JSON: no range can be sent, and what has fields or items is no file. */
function asJson(operation: Operation, media: MediaType): MediaType {
  const isOpen = /^(?:\*|application)\/\*$/.test(mediaTypeEssence(media.type));
  const types = isOpen && media.schema !== undefined ? valueTypes(operation, media.schema) : undefined;
  const type = 'application/json';
  return types?.some(one => one === 'object' || one === 'array') === true &&
    !operation.requestBody?.content.some(other => mediaTypeEssence(other.type) === type)
    ? {...media, type}
    : media;
}

function readRequestBody(
  document: JsonObject,
  body: JsonObject,
  readSchema: (schema: unknown) => Schema,
): RequestBody {
  return compact({
    description: text(body['description']),
    required: body['required'] === true,
    content: readContent(document, body['content'], readSchema),
  });
}

/** A version such as `1.10`, or a date; YAML reads the first as a number where it stands without quotes. */
function readVersion(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

/** `listUsers` reads `List users`. */
function titleFromId(id: string): string {
  const words = id
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
