import {ownMember} from '../../api/json';
import type {MediaType, Operation, ResponseHeader} from '../../api/operation';
import {mergedSchema} from '../../api/schema/mergedSchema';
import {statedValues} from '../../api/schema/statedValues';
import {valueOf} from '../../api/schema/valueOf';
import type {HeaderField} from '../apiRequest';
import {textOf} from '../values';

type Schemas = Pick<Operation, 'schemas'>;

/** The headers that the document gives a part (OpenAPI 3.1 §4.8.15): those with a value, and those that must be there. */
export function partHeaders(
  operation: Schemas,
  encoding: MediaType['encoding'],
  name: string,
): readonly HeaderField[] {
  return (ownMember(encoding, name)?.headers ?? []).flatMap(header => {
    const value = valueOfHeader(operation, header);
    return value === undefined ? [] : [{name: header.name, value}];
  });
}

function valueOfHeader(operation: Schemas, {schema, example, required}: ResponseHeader): string | undefined {
  const isStated = statedValues(mergedSchema(operation, schema)).length > 0;
  if (example === undefined && !required && !isStated) {
    return undefined;
  }
  return textOf(example ?? valueOf(operation, schema, {direction: 'request', as: 'example'}));
}
