import {valueOf} from '../../api/schema/valueOf';
import type {Json, Operation, Parameter} from '../../api/operation';
import {schemaView} from '../../api/schema/schemaView';
import {textOf} from '../values';
import {isUndefined, parameterValue} from '../wire/parameterValue';
import {parameterPairs} from '../wire/parameterPairs';
import {serialiseHeader, serialisePath} from '../wire/serialise';

type Schemas = Pick<Operation, 'schemas'>;

/**
 * How a list or an object is written as a parameter, by its first example: `id=1&id=2`, `filter[a]=b`, `p,q`. Brackets
 * and commas are not encoded, as a reader would type them. Undefined if the value is neither, is empty, or has
 * nested members in a style other than `deepObject`, which is not defined for them.
 */
export function serialisedExample(operation: Schemas, parameter: Parameter): string | undefined {
  const example =
    parameter.examples[0]?.value ??
    valueOf(operation, parameter.schema, {direction: 'request', as: 'example'});
  // One item would not show what separates two.
  const shown = Array.isArray(example) ? twoOf(operation, parameter, example) : example;
  const text = textOf(shown);
  const value = parameterValue(text, typeof shown === 'object' && shown !== null);
  if (value.type === 'text' || isUndefined(value)) {
    return undefined;
  }
  switch (parameter.in) {
    case 'path':
      return serialisePath(parameter, value);
    case 'header':
      return serialiseHeader(parameter, value);
    case 'query':
    case 'cookie':
      return parameter.style !== 'deepObject' &&
        value.type === 'object' &&
        value.members.some(([, member]) => /^[[{]/.test(member))
        ? undefined
        : parameterPairs(parameter, value, text)
            .map(pair => `${readable(pair.name)}=${readable(pair.value)}`)
            .join(parameter.in === 'query' ? '&' : '; ');
  }
}

function twoOf(operation: Schemas, {schema}: Parameter, list: readonly Json[]): readonly Json[] {
  const [only, ...others] = list;
  const {items = true} = schemaView(operation, schema).schema;
  return only === undefined || others.length > 0
    ? list
    : [
        only,
        valueOf(operation, {allOf: [items, {not: {const: only}}]}, {direction: 'request', as: 'example'}),
      ];
}

function readable(encoded: string): string {
  return encoded.replaceAll('%5B', '[').replaceAll('%5D', ']');
}
