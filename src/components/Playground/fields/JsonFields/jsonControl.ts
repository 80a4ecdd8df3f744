import type {FieldKind} from '../../../../request/form/formField';
import {isJsonText} from '../../../../request/json/jsonText';

const jsonNumber = /^\s*-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/;

/** What a control shows of a JSON text: a string without its quotes, anything else as written. */
export function typedFromJson(text: string | undefined): string | undefined {
  if (text?.startsWith('"') && isJsonText(text)) {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  }
  return text;
}

/**
 * The JSON text for what was typed. A number is kept as it is, with all digits; text that is not a number becomes a
 * string, so that nothing typed is lost and the fault can be explained. An emptied number is left out.
 */
export function jsonFromTyped({type}: FieldKind, typed: string): string | undefined {
  if (type !== 'number') {
    return JSON.stringify(typed);
  }
  if (typed === '') {
    return undefined;
  }
  // Other JSON, such as `null`, has other controls, which would replace this one between two keys.
  return jsonNumber.test(typed) ? typed.trim() : JSON.stringify(typed);
}
