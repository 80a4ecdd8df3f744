import type {FieldKind} from '../../request/formFields';
import {jsonFault} from '../../request/jsonText';

/** What a control shows of a JSON text: a string without its quotes, anything else as it is written. */
export function typedFromJson(text: string | undefined): string | undefined {
  if (text?.startsWith('"') && !jsonFault(text)) {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  }
  return text;
}

/**
 * The JSON text of what was typed. Where the schema wants no string, text that is JSON of another type goes in as it is,
 * all digits included; any other text becomes a string, so that nothing typed is lost and the fault can be explained.
 */
export function jsonFromTyped(kind: FieldKind, typed: string): string {
  switch (kind.type) {
    case 'string':
      return JSON.stringify(typed);
    case 'enum':
      return kind.options.find(option => typedFromJson(option) === typed) ?? JSON.stringify(typed);
    case 'number':
    case 'boolean':
    case 'json':
      return jsonFault(typed) ? JSON.stringify(typed) : typed.trim();
    case 'object':
    case 'map':
    case 'array':
    case 'choice':
      return typed;
  }
}
