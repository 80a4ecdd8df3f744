import {withDigits} from '../../api/digits';
import {typesOf} from '../../api/schema/mergedSchema';
import {namedValues} from '../../api/schema/namedValues';
import {schemaView} from '../../api/schema/schemaView';
import type {Operation, Parameter, ParameterLocation, Schema} from '../../api/operation';
import {isReadable} from '../json/jsonText';
import {bodyKind} from '../mediaTypes';
import type {FieldOption} from './formField';
import {isMasked} from '../secrets/secretPlaces';
import {conditionsInWords} from '../../api/schema/conditionsInWords';
import {ruleInWords} from '../../api/schema/rulesInWords';
import {parameterKey, textOf, type RequestValues} from '../values';

/** What a form shows of one parameter. */
export interface ParameterField {
  readonly key: string;
  readonly in: ParameterLocation;
  readonly name: string;
  readonly description?: string;
  readonly rule: string;
  /** Rules beyond types and limits, as sentences; empty if there are none. */
  readonly conditions: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly placeholder?: string;
  readonly format?: string;
  /** The typed text; missing if the parameter is left out. */
  readonly text?: string;
  /** The values to choose from, if the schema lists them. */
  readonly options?: readonly FieldOption[];
  readonly numeric: boolean;
  /** Whether it is masked. */
  readonly secret: boolean;
  /** The schema of an array or an object, whose text is JSON. */
  readonly structure?: Schema;
}

/** The parameters of an operation that a reader can fill in, in the document's order. */
export function parameterFields(operation: Operation, values: RequestValues): readonly ParameterField[] {
  return operation.parameters.map(parameter => {
    const {schema} = schemaView(operation, parameter.schema);
    const types = typesOf(schema);
    const options = types.includes('boolean')
      ? [{text: 'true'}, {text: 'false'}]
      : namedValues(operation, schema)?.map(({value, name}) => ({
          text: withDigits(operation, textOf(value)),
          ...(name === undefined ? {} : {label: name}),
        }));
    const placeholder = schema.default ?? parameter.examples[0]?.value ?? schema.examples?.[0];
    const description = parameter.description ?? schema.description;
    const text = values.parameters[parameterKey(parameter)];
    const deprecated = parameter.deprecated || schema.deprecated === true;
    return {
      key: parameterKey(parameter),
      in: parameter.in,
      name: parameter.name,
      ...(description === undefined ? {} : {description}),
      rule: withDigits(operation, ruleInWords(schema)),
      conditions: withDigits(operation, conditionsInWords(operation, schema)),
      required: parameter.required,
      deprecated,
      ...(placeholder === undefined ? {} : {placeholder: withDigits(operation, textOf(placeholder))}),
      ...(schema.format === undefined ? {} : {format: schema.format}),
      ...(text === undefined ? {} : {text}),
      ...(options === undefined ? {} : {options}),
      numeric: types.includes('number') || types.includes('integer'),
      secret: isMasked(operation, parameter, text),
      ...(isStructure(parameter, types, text)
        ? {structure: {...schema, deprecated, ...(description === undefined ? {} : {description})}}
        : {}),
    };
  });
}

/** Arrays and objects have fields, unless the typed text is not JSON: then it stays as typed. */
function isStructure({contentType}: Parameter, types: readonly string[], text: string | undefined): boolean {
  return (
    types.length > 0 &&
    types.every(type => type === 'array' || type === 'object') &&
    (contentType === undefined || bodyKind(contentType) === 'json') &&
    (text === undefined || isReadable(text))
  );
}
