import {isJsonList} from './json';
import type {Json, Operation, Parameter} from './operation';
import {mergedSchema} from './schema/mergedSchema';

/**
 * A value for a parameter of a path, where an empty text would name another resource. In its place, and in that of the empty
 * items of a list, of which there is one at least, stands the first value that the schema lists and that is not empty, else the parameter's name.
 */
export function pathValue(operation: Operation, {name, schema}: Parameter, value: Json): Json {
  const merged = mergedSchema(operation, schema);
  if (isJsonList(value)) {
    const {enum: listed} = mergedSchema(operation, merged.items ?? true);
    return (value.length === 0 ? [''] : value).map(item => (item === '' ? filled(listed, name) : item));
  }
  return value === '' ? filled(merged.enum, name) : value;
}

function filled(listed: readonly Json[] | undefined, name: string): Json {
  return listed?.find(one => one !== '' && one !== null) ?? name;
}
