import {readContent} from './content';
import {directedValue} from './schema/directedValue';
import type {Direction} from './schema/direction';
import {compact, flag, isObject, items, member, members, text, type JsonObject} from './json';
import {
  HTTP_METHODS,
  type Api,
  type MediaType,
  type Operation,
  type RequestBody,
  type Schema,
} from './operation';
import {linkBase} from './linkBase';
import {createOperationIds, type OperationIds} from './operationIds';
import type {OperationPlace} from './operationPlace';
import {readParameters} from './parameters';
import {dereference} from './references';
import {readResponses} from './responses';
import {createSchemaReader, type SchemaReader} from './schema/schemas';
import {readSecurity} from './security';
import {readServers} from './servers';

/** The specification that a bundled document follows, and its own URL. */
export interface DocumentFacts {
  readonly version: '3.0' | '3.1';
  readonly url: string;
}

interface Reading extends DocumentFacts {
  readonly document: JsonObject;
  readonly schemas: SchemaReader;
  readonly ids: OperationIds;
}

/** Makes the model of a document that is valid and bundled: every `$ref` is local and leads somewhere. */
export function readApi(document: JsonObject, facts: DocumentFacts): Api {
  const places = findOperations(document);
  const reading = {
    ...facts,
    document,
    schemas: createSchemaReader(document, facts.version),
    ids: createOperationIds(places),
  };
  const operations = places.map(place => readOperation(place, reading));
  return compact({
    title: text(member(document['info'], 'title')) ?? '',
    version: String(member(document['info'], 'version') ?? ''),
    description: text(member(document['info'], 'description')),
    mockRules: text(member(document['info'], 'x-mock-rules')),
    linkBase: linkBase(document),
    servers: readServers([document['servers']], facts.url),
    tags: readTags(document, operations),
    operations,
  });
}

/** All operations, in the order of the paths and, within a path, of the text. */
function findOperations(document: JsonObject): OperationPlace[] {
  return members(document['paths']).flatMap(([path, value]) => {
    const pathItem = dereference(document, value);
    return members(pathItem).flatMap(([key, operation]) => {
      const method = HTTP_METHODS.find(name => name.toLowerCase() === key);
      return method && isObject(operation) ? [{path, method, pathItem, operation}] : [];
    });
  });
}

function readOperation(place: OperationPlace, reading: Reading): Operation {
  const {path, method, pathItem, operation} = place;
  const {document, schemas, ids, url} = reading;
  const found = new Set<string>();
  const readSchema = (schema: unknown): Schema => schemas.read(schema, found);
  const requestBody =
    operation['requestBody'] === undefined
      ? undefined
      : readRequestBody(document, dereference(document, operation['requestBody']), readSchema);
  const id = ids.of(place);
  const parts = compact({
    id,
    method,
    path,
    summary: text(operation['summary']) ?? text(pathItem['summary']) ?? titleFromId(id),
    description: text(operation['description']) ?? text(pathItem['description']),
    deprecated: flag(operation['deprecated']) ?? false,
    since: readVersion(operation['x-since']),
    tags: items(operation['tags']).map(String),
    parameters: readParameters(document, [pathItem['parameters'], operation['parameters']], readSchema),
    requestBody,
    responses: readResponses(document, operation['responses'], readSchema, ids.at),
    ...readSecurity(document, operation),
    servers: readServers([operation['servers'], pathItem['servers'], document['servers']], url),
  });
  return withDirectedExamples({...parts, schemas: schemas.reached(found)});
}

/** An example that a request and an answer share shows in each what goes that way. */
function withDirectedExamples(operation: Operation): Operation {
  const directed = (content: readonly MediaType[], direction: Direction): MediaType[] =>
    content.map(media => ({
      ...media,
      examples: media.examples.map(example => ({
        ...example,
        value: directedValue(operation, media.schema ?? true, example.value, direction),
      })),
    }));
  const {requestBody, responses} = operation;
  return {
    ...operation,
    ...(requestBody && {requestBody: {...requestBody, content: directed(requestBody.content, 'request')}}),
    responses: responses.map(response => ({...response, content: directed(response.content, 'response')})),
  };
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

/** The declared tags in their order, then those that operations use without declaring them. */
function readTags(document: JsonObject, operations: readonly Operation[]): Api['tags'] {
  const declared = items(document['tags']).map(tag =>
    compact({name: text(member(tag, 'name')) ?? '', description: text(member(tag, 'description'))}),
  );
  const known = new Set(declared.map(tag => tag.name));
  const others = new Set(operations.flatMap(operation => operation.tags).filter(name => !known.has(name)));
  return [...declared, ...[...others].map(name => ({name}))];
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
