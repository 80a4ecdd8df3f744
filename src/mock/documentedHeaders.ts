import {valueOf} from '../api/schema/valueOf';
import {mergedSchema} from '../api/schema/mergedSchema';
import type {Json, Operation, OperationResponse, ResponseHeader} from '../api/operation';

/** Headers that the mock or its transport sets itself, and headers that would contradict the body. */
const OWN =
  /^(?:x-request-id|x-ratelimit-.*|content-(?:encoding|length|type)|transfer-encoding|connection|date|vary|trailer|upgrade|access-control-.*)$/i;

/** The target of a redirect whose address is not documented. */
const ELSEWHERE = 'https://example.com/';

/** The documented headers of a response that are required or have an example; a redirect gets a `Location`. */
export function documentedHeaders(
  operation: Operation,
  {status, headers}: OperationResponse,
): {readonly [name: string]: string} {
  const isRedirection = /^30[12378]$/.test(status);
  const entries = headers
    .filter(({name}) => !OWN.test(name))
    .flatMap((header): [name: string, value: string][] => {
      const isNeeded = header.required || (isRedirection && /^location$/i.test(header.name));
      const value = writtenValue(operation, header) ?? (isNeeded ? madeValue(operation, header) : undefined);
      return value === undefined
        ? []
        : [[header.name, typeof value === 'string' ? value : JSON.stringify(value)]];
    });
  const isLed = entries.some(([name]) => /^location$/i.test(name));
  return Object.fromEntries(isRedirection && !isLed ? [...entries, ['Location', ELSEWHERE]] : entries);
}

function writtenValue(operation: Operation, {example, schema}: ResponseHeader): Json | undefined {
  const {const: constant, examples} = mergedSchema(operation, schema);
  return example ?? constant ?? examples?.[0];
}

function madeValue(operation: Operation, {name, schema}: ResponseHeader): Json {
  return valueOf(operation, schema, {
    direction: 'response',
    as: 'example',
    ...(/^location$/i.test(name) ? {freeText: ELSEWHERE} : {}),
  });
}
