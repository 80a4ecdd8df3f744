import type {Operation, Schema} from '../../../../src/api/operation';
import type {RequestProblem} from '../../../../src/request/apiRequest';
import {fieldsBelow, type FormField} from '../../../../src/request/form/formField';
import {formField} from '../../../../src/request/form/formFields';
import {withJsonAt} from '../../../../src/request/json/jsonEdits';
import {entryStart, itemStart, replacementOf, startOf, switchedTo} from '../../../../src/request/form/offers';
import {valueOf} from '../../../../src/api/schema/valueOf';
import {validateValues} from '../../../../src/request/form/validate';

type Schemas = Pick<Operation, 'schemas'>;

/** How many texts a reader tries before giving up. */
const PATIENCE = 60;

/** The form of a JSON text. */
export function formOf(operation: Schemas, schema: Schema, text: string): FormField {
  return formField(operation, schema, text, {base: 'body', name: 'Body'});
}

/** What the form says of a JSON text as the body of a request. */
export function faultsIn(operation: Schemas, schema: Schema, text: string): readonly RequestProblem[] {
  const mediaType = 'application/json';
  const whole: Operation = {
    id: 'given',
    method: 'POST',
    path: '/',
    summary: '',
    deprecated: false,
    tags: [],
    parameters: [],
    requestBody: {required: true, content: [{type: mediaType, schema, examples: [], encoding: {}}]},
    responses: [],
    security: [],
    securitySchemes: [],
    servers: [],
    schemas: operation.schemas,
  };
  return validateValues(whole, {
    parameters: {},
    headers: [],
    mediaType,
    bodies: {[mediaType]: {type: 'text', text}},
  });
}

/** A field and all that are in it. */
export function everyField(field: FormField): readonly FormField[] {
  return [field, ...fieldsBelow(field).flatMap(everyField)];
}

/**
 * What a reader gets who starts with the first value and presses, one at a time, only what the form offers, always going on
 * from the text with the fewest faults; undefined when that leads to no valid value.
 */
export function filledIn(operation: Schemas, schema: Schema): string | undefined {
  const faultsOf = (text: string): number => faultsIn(operation, schema, text).length;
  const first = JSON.stringify(valueOf(operation, schema, {direction: 'request', as: 'start'}), null, 2);
  const open = [{text: first, faults: faultsOf(first)}];
  const seen = new Set([first]);
  for (let tries = 0; tries < PATIENCE; tries++) {
    const best = open.toSorted((one, other) => one.faults - other.faults)[0];
    if (!best) {
      return undefined;
    }
    if (best.faults === 0) {
      return best.text;
    }
    open.splice(open.indexOf(best), 1);
    for (const text of offers(operation, formOf(operation, schema, best.text), best.text)) {
      if (!seen.has(text)) {
        seen.add(text);
        open.push({text, faults: faultsOf(text)});
      }
    }
  }
  return undefined;
}

/** The texts that one press in the form makes. */
function offers(operation: Schemas, root: FormField, text: string): readonly string[] {
  return everyField(root).flatMap(field => {
    const {kind, path} = field;
    const put = (value: string | undefined, ...deeper: readonly (string | number)[]): string =>
      withJsonAt(text, [...path, ...deeper], value);
    if (field.text === undefined) {
      return [put(startOf(operation, field))];
    }
    const always = [...(field.required ? [] : [put(undefined)]), ...(field.nullable ? [put('null')] : [])];
    switch (kind.type) {
      case 'object':
        return [...always, ...(kind.open ? [put(entryStart(operation, field, 'name'), 'name')] : [])];
      case 'array':
        return [
          ...always,
          ...(kind.open ? [put(itemStart(operation, field), kind.items.length)] : []),
          ...kind.items.map((_, index) => put(undefined, index)),
        ];
      case 'choice':
        return [...always, ...kind.branches.map((_, index) => put(switchedTo(operation, field, index)))];
      case 'enum':
        return [...always, ...kind.options.map(option => put(option.text))];
      case 'misfit':
        return [...always, put(replacementOf(operation, field))];
      case 'null':
        return [...always, put(startOf(operation, field))];
      case 'text':
      case 'number':
        return always;
    }
  });
}
