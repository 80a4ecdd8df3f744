import {withDigits} from '../../api/digits';
import {isNullable} from '../../api/schema/mergedSchema';
import {namedValues} from '../../api/schema/namedValues';
import type {Operation, SchemaObject} from '../../api/operation';
import type {FieldOption} from './formField';

type Schemas = Pick<Operation, 'schemas' | 'digits'>;

/** The options with `null` if the schema allows it. */
export function withNullOption(
  schema: SchemaObject,
  options: readonly FieldOption[],
): readonly FieldOption[] {
  return isNullable(schema) && !options.some(({text}) => text === 'null')
    ? [...options, {text: 'null'}]
    : options;
}

/** The values to choose from if the schema lists them, each with its name. */
export function optionsOf(operation: Schemas, schema: SchemaObject): readonly FieldOption[] | undefined {
  return namedValues(operation, schema)?.map(({value, name}) => ({
    text: withDigits(operation, JSON.stringify(value)),
    ...(name === undefined ? {} : {label: name}),
  }));
}
