import {isJson} from '../../api/http/mediaType';
import type {Operation, Parameter} from '../../api/operation';
import {valueTypes} from '../../api/schema/valueTypes';
import {isJsonText, jsonValue} from './jsonText';

/**
 * What is sent for a parameter that is described by `content` (OpenAPI 3.1 §4.8.12.3), of what was typed: where that is JSON, a
 * text that stands for itself in the form is put in quotes.
 */
export function contentText(operation: Operation, parameter: Parameter, typed: string): string {
  return standsForItself(operation, parameter, typed) ? JSON.stringify(typed) : typed;
}

/** What is typed for what is sent: the reverse of {@link contentText}. */
export function typedContent(operation: Operation, parameter: Parameter, sent: string): string {
  const value = parameter.contentType === undefined ? undefined : jsonValue(sent);
  return typeof value === 'string' && standsForItself(operation, parameter, value) ? value : sent;
}

function standsForItself(operation: Operation, {schema, contentType = ''}: Parameter, text: string): boolean {
  const types = valueTypes(operation, schema) ?? [];
  return isJson(contentType) && types.includes('string') && (types.length === 1 || !isJsonText(text));
}
