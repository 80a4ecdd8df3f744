import type {FieldOption} from '../../../request/form/formField';
import type {ValueKind} from './ValueControl';

/** The kind of control for a text. A secret is masked within its control, so that the caret is kept. */
export function textKind(format: string | undefined, long: boolean, secret = false): ValueKind {
  if (long && !secret) {
    return {type: 'multiline'};
  }
  const made = format === undefined ? {} : {format};
  const inputMode = format === 'email' ? 'email' : format === 'uri' ? 'url' : 'text';
  return {type: 'text', inputMode, ...made, secret};
}

/** The kind of control for a parameter. */
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
