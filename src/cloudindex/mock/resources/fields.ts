import {isObject, member} from '../../../api/json';
import type {Json} from '../../../api/operation';

/** A text of a JSON body under its name, ready to be spread; nothing where the body has none. */
export function fieldText<Name extends string>(body: Json, name: Name): {readonly [Key in Name]?: string} {
  const value = member(body, name);
  const found: {[Key in Name]?: string} = {};
  if (typeof value === 'string') {
    found[name] = value;
  }
  return found;
}

/** The members of an object that are text. */
export function textMap(value: unknown): {readonly [name: string]: string} {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** The texts of a list. */
export function textList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
