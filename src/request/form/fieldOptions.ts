import {isNullable, mergedSchema} from '../../api/schema/mergedSchema';
import type {Operation, SchemaObject} from '../../api/operation';
import type {FieldOption} from './formField';

type Schemas = Pick<Operation, 'schemas'>;

/** The options with `null` where the schema allows it. */
export function withNullOption(
  schema: SchemaObject,
  options: readonly FieldOption[],
): readonly FieldOption[] {
  return isNullable(schema) && !options.some(({text}) => text === 'null')
    ? [...options, {text: 'null'}]
    : options;
}

/** A choice of constants is a list to pick from, each with its title. */
export function isListed({oneOf, enum: values}: SchemaObject): boolean {
  return (
    values === undefined &&
    oneOf !== undefined &&
    oneOf.length > 0 &&
    oneOf.every(branch => typeof branch === 'object' && branch.const !== undefined && !branch.properties)
  );
}

/** The values to pick from where a schema lists them. */
export function optionsOf(operation: Schemas, schema: SchemaObject): readonly FieldOption[] | undefined {
  if (isListed(schema)) {
    return (schema.oneOf ?? []).map(branch => {
      const {const: value = null, title} = mergedSchema(operation, branch);
      return {text: JSON.stringify(value), ...(title === undefined ? {} : {label: title})};
    });
  }
  const values = schema.const === undefined ? schema.enum : [schema.const];
  return values?.map(value => ({text: JSON.stringify(value)}));
}
