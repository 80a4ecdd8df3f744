import {unescapedStep} from '../../api/http/pointer';
import type {ApiRequest, RequestProblem} from '../apiRequest';
import type {RequestValues} from '../values';
import {fieldsBelow, type FormField} from './formField';

/** Messages about faults, by the address of the field that shows them. */
export type FieldFaults = ReadonlyMap<string, readonly string[]>;

/**
 * Each fault at its field, or at the nearest visible field around it: the message then names the value. Faults
 * elsewhere in the request are left out.
 */
export function faultsByField(root: FormField, faults: readonly RequestProblem[]): FieldFaults {
  const placed = new Map<string, string[]>();
  for (const {at, message} of faults.filter(fault => isWithin(fault.at, root.at))) {
    const shown = fieldAt(root, at).at;
    const rest = at.slice(shown.length + 1);
    placed.set(shown, [...(placed.get(shown) ?? []), rest === '' ? message : `${inWords(rest)}: ${message}`]);
  }
  return placed;
}

/** The innermost field that shows the value at an address, or that contains it. */
export function fieldAt(root: FormField, at: string): FormField {
  const below = fieldsBelow(root).find(field => isWithin(at, field.at));
  return below ? fieldAt(below, at) : root;
}

/** Whether an address is that of a value or of one inside it. */
export function isWithin(at: string, around: string): boolean {
  return at === around || at.startsWith(`${around}/`);
}

/**
 * A fault of a request at its address in the form. The headers of a request start with those of parameters; the form
 * has the others in the row where they were typed.
 */
export function faultInForm(
  fault: RequestProblem,
  {headers}: ApiRequest,
  values: RequestValues,
): RequestProblem {
  const [kind, index, part] = fault.at.split('/');
  const header = kind === 'headers' ? headers[Number(index)] : undefined;
  const row = values.headers.findIndex(({name, value}) => name === header?.name && value === header.value);
  return header
    ? {...fault, at: row < 0 ? `parameters/header/${header.name}` : `headers/${row}/${part}`}
    : fault;
}

function inWords(steps: string): string {
  return steps.split('/').map(unescapedStep).join(' › ');
}
