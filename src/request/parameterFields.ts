import type {Operation, ParameterLocation} from '../api/operation';
import {textOf} from './initialValues';
import {mergedSchema, typesOf} from './mergedSchema';
import {ruleInWords} from './ruleInWords';
import {parameterKey, type RequestValues} from './values';

/** What a form shows of one parameter. */
export interface ParameterField {
  readonly key: string;
  readonly in: ParameterLocation;
  readonly name: string;
  readonly description?: string;
  readonly rule: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly placeholder?: string;
  /** What is typed; missing when the parameter is left out. */
  readonly text?: string;
  /** The values to choose from, when the schema lists them. */
  readonly options?: readonly string[];
  readonly numeric: boolean;
}

/** The parameters of an operation that a reader can fill in, in the document's order. */
export function parameterFields(operation: Operation, values: RequestValues): readonly ParameterField[] {
  return operation.parameters.map(parameter => {
    const schema = mergedSchema(operation, parameter.schema);
    const types = typesOf(schema);
    const options = types.includes('boolean') ? ['true', 'false'] : schema.enum?.map(textOf);
    const description = parameter.description ?? schema.description;
    const text = values.parameters[parameterKey(parameter)];
    return {
      key: parameterKey(parameter),
      in: parameter.in,
      name: parameter.name,
      ...(description === undefined ? {} : {description}),
      rule: ruleInWords(schema),
      required: parameter.required,
      deprecated: parameter.deprecated,
      ...(schema.default === undefined ? {} : {placeholder: textOf(schema.default)}),
      ...(text === undefined ? {} : {text}),
      ...(options === undefined ? {} : {options}),
      numeric: types.includes('number') || types.includes('integer'),
    };
  });
}
