import type {Operation, Parameter} from '../api/operation';
import {validateSchema} from '../api/validateSchema';
import type {RequestProblem} from './apiRequest';
import {jsonFault, jsonValue} from './jsonText';
import {bodyKind} from './mediaTypes';
import {mergedSchema, typesOf} from './mergedSchema';
import {parameterKey, type RequestValues} from './values';

/** Where what was typed does not match the documentation, in plain words; such a request can still be sent. */
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
): RequestProblem[] {
  const at = `parameters/${parameter.in}/${parameter.name}`;
  const text = values.parameters[parameterKey(parameter)];
  if (text === undefined) {
    return parameter.required ? [{at, message: 'Is required.'}] : [];
  }
  const types = typesOf(mergedSchema(operation, parameter.schema));
  // Text stands for itself unless the schema wants another type, which is then typed as JSON.
  const value = types.includes('string') || types.length === 0 ? text : (jsonValue(text) ?? text);
  return validateSchema(operation, parameter.schema, value).map(({message}) => ({
    at,
    message: sentence(message),
  }));
}

function validateBody(operation: Operation, {mediaType, bodies}: RequestValues): RequestProblem[] {
  const {requestBody} = operation;
  const body = mediaType === undefined ? undefined : bodies[mediaType];
  if (mediaType === undefined || !body || !requestBody) {
    return requestBody?.required ? [{at: 'body', message: 'Is required.'}] : [];
  }
  const schema = requestBody.content.find(({type}) => type === mediaType)?.schema;
  if (body.type !== 'text' || bodyKind(mediaType) !== 'json' || schema === undefined) {
    return [];
  }
  const fault = jsonFault(body.text);
  if (fault) {
    return [{at: 'body', message: `Line ${fault.line}, column ${fault.column}: ${fault.message}`}];
  }
  return validateSchema(operation, schema, jsonValue(body.text) ?? null).map(({pointer, message}) => ({
    at: `body${decodeURIComponent(pointer.slice(1))}`,
    message: sentence(message),
  }));
}

/** Words that follow the name of a value, as a sentence of their own. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
