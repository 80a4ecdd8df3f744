import {grouped} from '../../api/grouped';
import {mergedSchema} from '../../api/schema/mergedSchema';
import type {Operation, Parameter, Schema} from '../../api/operation';
import {percentDecoded} from '../../api/percentDecoding';
import {capitalised} from '../../api/schema/rulesInWords';
import {validateSchema} from '../../api/schema/validateSchema';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';
import {messages, translate} from '../../words';
import type {RequestProblem} from '../apiRequest';
import {typedValue} from '../wire/build';
import {fieldAt} from './fieldFaults';
import {addressWithin, type FormField} from './formField';
import {formField} from './formFields';
import {jsonFault} from '../json/jsonFault';
import {asJsonText, jsonValue} from '../json/jsonText';
import {bodyKind} from '../mediaTypes';
import {isUndefined} from '../wire/parameterValue';
import {chosenBody, parameterKey, type FieldValue, type RequestValues} from '../values';

type Schemas = Pick<Operation, 'schemas'>;

const say = messages('validation', {
  required: 'Is required.',
  fitsSeveral: 'Matches several of the documented variants. Fill in what tells them apart.',
  place: 'Line {line}, column {column}: {message}',
});

/** How the typed values differ from the documentation, in plain words; such a request can still be sent. */
export function validateValues(operation: Operation, values: RequestValues): readonly RequestProblem[] {
  return [
    ...operation.parameters.flatMap(parameter => validateParameter(operation, parameter, values)),
    ...validateBody(operation, values),
  ];
}

function validateParameter(
  operation: Operation,
  parameter: Parameter,
  values: RequestValues,
): readonly RequestProblem[] {
  const at = `parameters/${parameter.in}/${parameter.name}`;
  const text = values.parameters[parameterKey(parameter)];
  const isLeftOut = text === undefined || isUndefined(typedValue(operation, parameter, text));
  if (isLeftOut && parameter.required) {
    return [{at, message: say('required')}];
  }
  return text === undefined
    ? []
    : validateText(operation, parameter.schema, typedText(operation, parameter.schema, text), at);
}

function validateBody(operation: Operation, values: RequestValues): readonly RequestProblem[] {
  const {requestBody} = operation;
  const {mediaType} = values;
  const body = chosenBody(values);
  if (mediaType === undefined || !body || !requestBody) {
    return requestBody?.required ? [{at: 'body', message: say('required')}] : [];
  }
  const schema = requestBody.content.find(({type}) => type === mediaType)?.schema;
  if (schema === undefined) {
    return [];
  }
  if (body.type === 'fields') {
    return validateFields(operation, schema, body.fields);
  }
  if (body.type !== 'text' || bodyKind(mediaType) !== 'json') {
    return [];
  }
  const fault = jsonFault(body.text);
  if (fault) {
    return [{at: 'body', message: say('place', {...fault})}];
  }
  return validateText(operation, schema, body.text, 'body');
}

/** The fields of a form as the object that they represent; the content of files is not checked. */
function validateFields(
  operation: Operation,
  schema: Schema,
  fields: readonly FieldValue[],
): readonly RequestProblem[] {
  const {properties = {}} = mergedSchema(operation, schema);
  const files = new Set<string>();
  const members = [...grouped(fields, ({name}) => name)].map(([name, own]) => {
    const property = Object.hasOwn(properties, name) ? (properties[name] ?? true) : true;
    const isList = valueTypes(operation, property)?.includes('array') === true;
    const itemSchema = isList ? (schemaOfType(operation, property, 'array').items ?? true) : property;
    const at = addressWithin('body', name);
    const texts = own.map((field, index) => {
      if ('file' in field) {
        files.add(isList ? addressWithin(at, index) : at);
        return '""';
      }
      return typedText(operation, itemSchema, field.value);
    });
    return `${JSON.stringify(name)}: ${isList ? `[${texts.join(', ')}]` : (texts[0] ?? 'null')}`;
  });
  return validateText(operation, schema, `{${members.join(', ')}}`, 'body').filter(({at}) => !files.has(at));
}

/**
 * Text is a string unless the schema asks for another type, which is typed as JSON, without spaces around it. If the schema
 * allows both, the reading that matches it counts.
 */
function typedText(operation: Operation, schema: Schema, text: string): string {
  const types = valueTypes(operation, schema);
  const first = asJsonText(text, types?.includes('string') ?? true);
  if (types === undefined || types.length < 2 || !types.includes('string')) {
    return first;
  }
  const other = asJsonText(text, false);
  const fits = (reading: string): boolean =>
    validateSchema(operation, schema, jsonValue(reading) ?? null, translate, 'request').length === 0;
  return !fits(first) && fits(other) ? other : first;
}

/** A value that does not match its schema, and the keyword that it violates. */
export interface ValueProblem extends RequestProblem {
  readonly keyword: string;
}

/** How the value of a JSON text does not match a schema, in plain words; `base` is its address, such as `body`. */
export function validateText(
  operation: Schemas,
  schema: Schema,
  text: string,
  base: string,
): readonly ValueProblem[] {
  const faults = validateSchema(operation, schema, jsonValue(text) ?? null, translate, 'request');
  if (faults.length === 0) {
    return [];
  }
  const root = formField(operation, schema, text, {base, name: ''});
  return faults.flatMap(fault => {
    const at = base + percentDecoded(fault.pointer.slice(1));
    const field = fieldAt(root, at);
    const within =
      fault.keyword === 'oneOf' || fault.keyword === 'anyOf' ? ofBranch(operation, field, at) : [];
    if (within.length > 0) {
      return within;
    }
    // If the chosen branch matches, another one does too.
    const fitsSeveral = fault.keyword === 'oneOf' && field.at === at;
    const message = fitsSeveral ? say('fitsSeveral') : sentence(fault.message);
    return [{at, message, keyword: fault.keyword}];
  });
}

/** The faults of the chosen branch say more than that no branch matches. */
function ofBranch(operation: Schemas, field: FormField, at: string): readonly ValueProblem[] {
  const {oneOf: _one, anyOf: _any, ...schema} = field.schema;
  return field.at !== at || field.text === undefined
    ? []
    : validateSchema(operation, schema, jsonValue(field.text) ?? null, translate, 'request').map(
        ({pointer, message, keyword}) => ({
          at: at + percentDecoded(pointer.slice(1)),
          message: sentence(message),
          keyword,
        }),
      );
}

function sentence(words: string): string {
  return `${capitalised(words)}.`;
}
