import {typesOf} from '../../../api/schema/mergedSchema';
import type {PartField} from '../../../request/form/partFields';
import {textOf} from '../../../request/values';
import {parameterKind, textKind} from '../fields/valueKind';
import type {ValueKind} from '../fields/ValueControl';

/** The kind of control for a value of a form's field. */
export function partKind({schema, secret}: PartField): ValueKind {
  if (typeof schema === 'boolean') {
    return textKind(undefined, false, secret);
  }
  const types = typesOf(schema);
  const values = types.includes('boolean') ? ['true', 'false'] : schema.enum?.map(textOf);
  return parameterKind({
    ...(values === undefined ? {} : {options: values.map(text => ({text}))}),
    numeric: types.includes('number') || types.includes('integer'),
    secret,
    ...(schema.format === undefined ? {} : {format: schema.format}),
  });
}
