import {isObject, members, type JsonObject} from './json';
import type {Api, MediaType, Operation, OperationResponse, Parameter, SecurityScheme} from './operation';

/** What is said about a thing and changes nothing for a program that uses it. */
const words: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'examples',
  'externalDocs',
  'links',
]);

/** Keywords of a schema that hold names of the author's choice. */
const naming: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  '$defs',
  'mapping',
]);

/** Keywords of a schema that hold values, in which nothing is left out. */
const data: ReadonlySet<string> = new Set(['const', 'enum', 'default']);

/**
 * What a program can rely on, a line a fact, in a fixed order: `POST /users responses 201 content application/json $ref:
 * #/schemas/User`. Two documents with the same lines describe the same API, however they word, order or illustrate it.
 */
export function apiSurface({servers, operations}: Api): readonly string[] {
  const schemas = operations.flatMap(operation => Object.entries(operation.schemas));
  const facts = new Map<string, unknown>([
    ['servers', servers.map(({url}) => url)],
    ...operations.map(operation => [`${operation.method} ${operation.path}`, factsOf(operation)] as const),
    ...schemas,
  ]);
  return leaves(facts, '').toSorted();
}

function factsOf(operation: Operation): object {
  const {id, deprecated, security, securitySchemes, clientCertificate, parameters, requestBody, responses} =
    operation;
  return {
    id,
    deprecated,
    security: JSON.stringify(security),
    securitySchemes: keyed(securitySchemes, scheme => scheme.id, schemeFacts),
    ...(clientCertificate && {clientCertificate: {required: clientCertificate.required}}),
    parameters: keyed(parameters, parameter => `${parameter.in}.${parameter.name}`, parameterFacts),
    ...(requestBody && {body: {required: requestBody.required, content: contentFacts(requestBody.content)}}),
    responses: keyed(responses, ({status}) => status, responseFacts),
  };
}

function schemeFacts({env, mockCredential, ...scheme}: SecurityScheme): object {
  return scheme;
}

function parameterFacts({required, deprecated, style, explode, schema, contentType}: Parameter): object {
  return {required, deprecated, style, explode, schema, contentType};
}

function responseFacts({headers, content}: OperationResponse): object {
  return {
    headers: keyed(
      headers,
      ({name}) => name,
      ({required, schema}) => ({required, schema}),
    ),
    content: contentFacts(content),
  };
}

function contentFacts(content: readonly MediaType[]): object {
  return keyed(
    content,
    ({type}) => type,
    ({schema, encoding}) => ({schema, encoding: new Map(Object.entries(encoding))}),
  );
}

function keyed<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  facts: (item: Item) => object,
): ReadonlyMap<string, object> {
  return new Map(items.map(item => [keyOf(item), facts(item)]));
}

/** A line for each value that holds no others. A map holds names, which are kept even where they are words. */
function leaves(value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    return listed(value, path);
  }
  if (!(value instanceof Map || isObject(value))) {
    return value === undefined ? [] : [`${path}: ${String(value)}`];
  }
  const inner =
    value instanceof Map ? [...value].flatMap(entry => below(path, entry)) : factLeaves(value, path);
  return inner.length === 0 ? [`${path}: {}`] : inner;
}

function factLeaves(facts: JsonObject, path: string): string[] {
  return members(facts)
    .filter(([name]) => !(words.has(name) || name.startsWith('x-')))
    .flatMap(([name, member]) => {
      if (data.has(name)) {
        return [`${path} ${name}: ${JSON.stringify(name === 'enum' ? inOrder(member) : member)}`.trim()];
      }
      return below(path, [name, naming.has(name) ? new Map(members(member)) : member]);
    });
}

function below(path: string, [name, member]: readonly [unknown, unknown]): string[] {
  return leaves(member, `${path} ${String(name)}`.trim());
}

/** Texts stand in one line, in any order; of what holds more, each has a line of its own, in its place where that counts. */
function listed(list: readonly unknown[], path: string): string[] {
  if (list.every(item => typeof item !== 'object' || item === null)) {
    return [`${path}: ${list.map(String).toSorted().join(', ')}`];
  }
  return /(^| )prefixItems$/.test(path)
    ? list.flatMap((item, index) => below(path, [index, item]))
    : list.map(item => `${path}: {${leaves(item, '').toSorted().join(', ')}}`);
}

/** An enumeration, whose order says nothing. */
function inOrder(value: unknown): unknown {
  return Array.isArray(value)
    ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value;
}
