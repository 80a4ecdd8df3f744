import type {ValueKind} from './ValueControl';

/** How a text with this rule is typed. */
export function textKind(format: string | undefined, long: boolean): ValueKind {
  if (long) {
    return {type: 'multiline'};
  }
  switch (format) {
    case 'email':
      return {type: 'text', inputMode: 'email'};
    case 'uri':
      return {type: 'text', inputMode: 'url'};
    default:
      return {type: 'text', inputMode: 'text'};
  }
}

/** How a parameter is typed. */
export function parameterKind({
  options,
  numeric,
}: {
  readonly options?: readonly string[];
  readonly numeric: boolean;
}): ValueKind {
  if (options) {
    return {type: 'choice', options};
  }
  return {type: 'text', inputMode: numeric ? 'decimal' : 'text'};
}
