import type {FieldKind} from '../../../../request/form/formField';
import {isJsonText} from '../../../../request/json/jsonText';

const jsonNumber = /^\s*-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/;

/** What a control shows of a JSON text: a string without its quotes, anything else as it is written. */
export function typedFromJson(text: string | undefined): string | undefined {
  if (text?.startsWith('"') && isJsonText(text)) {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  }
  return text;
}

/**
 * The JSON text of what was typed. A number goes in as it is, all digits included; what is none becomes a string, so that
 * nothing typed is lost and the fault can be explained. A number that was emptied is left out: there is no empty one.
 */
export function jsonFromTyped({type}: FieldKind, typed: string): string | undefined {
  if (type !== 'number') {
    return JSON.stringify(typed);
  }
  if (typed === '') {
    return undefined;
  }
  // Other JSON, such as `null`, has other controls, which would take the place of this one between two keys.
  return jsonNumber.test(typed) ? typed.trim() : JSON.stringify(typed);
}
