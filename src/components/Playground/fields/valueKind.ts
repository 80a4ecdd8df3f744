import type {FieldOption} from '../../../request/form/formField';
import type {ValueKind} from './ValueControl';

/** How a text with this rule is typed. A secret is masked in the control that it is typed into, which so keeps its caret. */
export function textKind(format: string | undefined, long: boolean, secret = false): ValueKind {
  if (long && !secret) {
    return {type: 'multiline'};
  }
  const made = format === undefined ? {} : {format};
  const inputMode = format === 'email' ? 'email' : format === 'uri' ? 'url' : 'text';
  return {type: 'text', inputMode, ...made, secret};
}

/** How a parameter is typed. */
export function parameterKind({
  options,
  numeric,
  format,
  secret,
}: {
  readonly options?: readonly FieldOption[];
  readonly numeric: boolean;
  readonly format?: string;
  readonly secret: boolean;
}): ValueKind {
  if (options) {
    return {type: 'choice', options: options.map(({text, label = text}) => ({value: text, label}))};
  }
  return numeric ? {type: 'text', inputMode: 'decimal', secret} : textKind(format, false, secret);
}
