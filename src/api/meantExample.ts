import {isJson} from './http/mediaType';
import type {Json, MediaType, Operation} from './operation';
import {valueTypes} from './schema/valueTypes';

/**
 * The value of an example. Many documents write JSON as a text: where the schema asks for no text, it is what that holds.
 */
export function meantExample(
  operation: Pick<Operation, 'schemas'>,
  {type, schema = true}: Pick<MediaType, 'type' | 'schema'>,
  value: Json,
): Json {
  const isText = typeof value === 'string' && isJson(type);
  return isText && valueTypes(operation, schema)?.includes('string') === false ? heldBy(value) : value;
}

function heldBy(text: string): Json {
  try {
    const held: Json = JSON.parse(text);
    return held;
  } catch {
    return text;
  }
}
