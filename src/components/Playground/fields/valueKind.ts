import {typesOf} from '../../../api/mergedSchema';
import type {PartField} from '../../../request/partFields';
import {textOf} from '../../../request/values';
import type {ValueKind} from './ValueControl';

/** How a text with this rule is typed. */
export function textKind(format: string | undefined, long: boolean, secret = false): ValueKind {
  if (secret) {
    return {type: 'text', inputMode: 'text', secret};
  }
  if (long) {
    return {type: 'multiline'};
  }
  const made = format === undefined ? {} : {format};
  switch (format) {
    case 'email':
      return {type: 'text', inputMode: 'email', ...made};
    case 'uri':
      return {type: 'text', inputMode: 'url', ...made};
    default:
      return {type: 'text', inputMode: 'text', ...made};
  }
}

/** How a parameter is typed. */
export function parameterKind({
  options,
  numeric,
  format,
  secret,
}: {
  readonly options?: readonly string[];
  readonly numeric: boolean;
  readonly format?: string;
  readonly secret: boolean;
}): ValueKind {
  if (options) {
    return {type: 'choice', options: options.map(option => ({value: option, label: option}))};
  }
  return numeric ? {type: 'text', inputMode: 'decimal', secret} : textKind(format, false, secret);
}

/** How a value of a form's field is typed. */
export function partKind({schema, secret}: PartField): ValueKind {
  if (typeof schema === 'boolean') {
    return textKind(undefined, false, secret);
  }
  const types = typesOf(schema);
  const options = types.includes('boolean') ? ['true', 'false'] : schema.enum?.map(textOf);
  return parameterKind({
    ...(options === undefined ? {} : {options}),
    numeric: types.includes('number') || types.includes('integer'),
    secret,
    ...(schema.format === undefined ? {} : {format: schema.format}),
  });
}
