import {resolveSchema} from '../../src/api/schema/schema';
import {serverUrl} from '../../src/api/serverUrl';
import type {Json, MediaType, Operation, Schema} from '../../src/api/operation';
import {sampleRequest} from '../../src/request/examples/sampleRequest';
import {chosenLanguages} from '../../src/plugin/languages';
import {generateSnippet} from '../../src/snippets';

/** Everything that the page of an operation has to contain, as pieces of text. */
export function operationFacts(operation: Operation): readonly string[] {
  const {method, path, summary, servers, parameters, requestBody, responses, securitySchemes} = operation;
  const [server] = servers;
  return unique([
    summary,
    `${method} ${server ? serverUrl(server) : ''}${path}`,
    ...securitySchemes.flatMap(({description}) => ['Authorization', description ?? '']),
    ...parameters.flatMap(({name, description}) => [name, ...wordsOf(description)]),
    ...(requestBody?.content ?? []).flatMap(media => mediaFacts(operation, media)),
    ...responses.flatMap(({status, description, headers, content}) => [
      status,
      ...wordsOf(description),
      ...headers.flatMap(header => [header.name, ...wordsOf(header.description)]),
      ...content.flatMap(media => mediaFacts(operation, media)),
    ]),
  ]);
}

/** The samples of an operation, line by line, without indentation. */
export function sampleLines(operation: Operation): readonly string[] {
  const {request} = sampleRequest(operation);
  return unique(
    chosenLanguages({}).tabs.flatMap(({id}) =>
      generateSnippet(request, id)
        .split('\n')
        .map(line => line.trim()),
    ),
  );
}

function mediaFacts(operation: Operation, {type, schema, examples}: MediaType): string[] {
  const [example] = examples;
  return [
    type,
    ...(schema === undefined ? [] : fieldFacts(operation, schema, new Set())),
    // The bytes of a file are not text.
    ...(example === undefined || type === 'application/octet-stream' ? [] : leaves(example.value)),
  ];
}

/** Names and meanings of fields, at every depth. */
function fieldFacts(operation: Operation, schema: Schema, seen: ReadonlySet<Schema>): string[] {
  const resolved = resolveSchema(operation, schema);
  if (typeof resolved === 'boolean' || seen.has(schema)) {
    return [];
  }
  const within = new Set([...seen, schema]);
  const own = Object.entries(resolved.properties ?? {}).flatMap(([name, property]) => {
    const meaning = resolveSchema(operation, property);
    return [
      name,
      ...(typeof meaning === 'object' ? wordsOf(meaning.description) : []),
      ...fieldFacts(operation, property, within),
    ];
  });
  const inner = [
    resolved.items,
    ...(resolved.oneOf ?? []),
    ...(resolved.anyOf ?? []),
    ...(resolved.allOf ?? []),
  ];
  return [...own, ...inner.flatMap(one => (one === undefined ? [] : fieldFacts(operation, one, within)))];
}

/** The sentences of a description, without markup. */
function wordsOf(description: string | undefined): string[] {
  return (description ?? '')
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?]) /)
    .map(sentence =>
      sentence
        .replace(/[`*_]/g, '')
        .replace(/[.!?]$/, '')
        .trim(),
    );
}

function leaves(value: Json): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(leaves);
  }
  return String(value)
    .split('\n')
    .map(line => line.trim());
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter(text => text !== '');
}

/** Text to search for a fact: without markup and with single spaces. */
export function plain(text: string): string {
  return text.replace(/[`*_\\\u200b]/g, '').replace(/\s+/g, ' ');
}
