import type {PhrasingContent} from 'mdast';

import {isObject, items} from '../../api/json';
import {code} from '../operationPage/tree';
import type {Fact} from './lookUp';

/**
 * A fact as it stands in a sentence: a number or a quantity in words, a text as code, a list with "and" before the last,
 * and what holds more than that by its name.
 * @param locale the language of the page (BCP 47)
 */
export function factToMdast({name, value}: Fact, locale: string): PhrasingContent[] {
  if (typeof value === 'number') {
    return words(value.toLocaleString(locale));
  }
  if (typeof value === 'string' || typeof value === 'boolean') {
    return code(String(value));
  }
  if (Array.isArray(value)) {
    return list(items(value).map(String), locale);
  }
  if (isQuantity(value)) {
    return words(quantity(value, locale));
  }
  return /^[1-5](?:\d\d|XX)$/.test(name) ? words(name) : code(name);
}

/** `{value: 24, unit: hour}`: a unit of ECMA-402, so that it can be said in any language. */
interface Quantity {
  readonly value: number;
  readonly unit: string;
}

function isQuantity(value: unknown): value is Quantity {
  return isObject(value) && typeof value['value'] === 'number' && typeof value['unit'] === 'string';
}

function quantity({value, unit}: Quantity, locale: string): string {
  const unitDisplay = unit.endsWith('byte') ? 'short' : 'long';
  return new Intl.NumberFormat(locale, {style: 'unit', unit, unitDisplay}).format(value);
}

function list(values: readonly string[], locale: string): PhrasingContent[] {
  return new Intl.ListFormat(locale, {type: 'conjunction'})
    .formatToParts(values)
    .flatMap(part => (part.type === 'element' ? code(part.value) : words(part.value)));
}

function words(value: string): PhrasingContent[] {
  return [{type: 'text', value}];
}
