import {compact, fromMembers} from './json';
import type {Encoding, Json, MediaType, Operation, PartHeader} from './operation';
import {mergedSchema} from './schema/mergedSchema';
import {statedValues} from './schema/statedValues';
import {valueOf} from './schema/valueOf';

type Schemas = Pick<Operation, 'schemas'>;

/**
 * A media type whose part headers (OpenAPI 3.1 §4.8.15) have the values that requests send: those that the document gives, and
 * others where a header must be there. They are made when the document is read, as the browser would load for them all that
 * makes values.
 */
export function withPartHeaderValues(operation: Schemas, media: MediaType): MediaType {
  const encoding = Object.entries(media.encoding).map(([name, one]): [string, Encoding] => [
    name,
    compact({
      ...one,
      headers: one.headers?.map(header => compact({...header, value: sent(operation, header)})),
    }),
  ]);
  return {...media, encoding: fromMembers(encoding)};
}

function sent(operation: Schemas, {schema, example, required}: PartHeader): Json | undefined {
  const isLeftOut = !required && statedValues(mergedSchema(operation, schema)).length === 0;
  return (
    example ?? (isLeftOut ? undefined : valueOf(operation, schema, {direction: 'request', as: 'example'}))
  );
}
