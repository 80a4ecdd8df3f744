import {unescapedStep} from '../../api/http/pointer';
import type {ApiRequest, RequestProblem} from '../apiRequest';
import type {RequestValues} from '../values';
import {fieldsBelow, type FormField} from './formField';

/** What is wrong, by the address of the field that shows it. */
export type FieldFaults = ReadonlyMap<string, readonly string[]>;

/**
 * Each fault at its field, or at the nearest field around it that the form shows: the message then names the value. Faults
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

/** The innermost field that shows the value at an address, or what is around it. */
export function fieldAt(root: FormField, at: string): FormField {
  const below = fieldsBelow(root).find(field => isWithin(at, field.at));
  return below ? fieldAt(below, at) : root;
}

/** Whether an address is that of a value or of one inside it. */
export function isWithin(at: string, around: string): boolean {
  return at === around || at.startsWith(`${around}/`);
}

/**
 * A fault of a request at its place in the form. Headers are sent behind those that parameters make, and are in the form in
 * the row where they were typed.
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
