import {valueOf} from '../../api/schema/valueOf';
import {isObject, member, members} from '../../api/json';
import {mergedSchema} from '../../api/schema/mergedSchema';
import type {Json, Operation, Schema} from '../../api/operation';
import {valueTypes} from '../../api/schema/valueTypes';
import {fittingValue} from './fittingValue';
import {jsonContent, successOf} from './success';

export type Item = {readonly [name: string]: Json};

/** Where the response of a list has its items: in the response itself, or in its first member that is an array. */
export function listMember(operation: Operation): string | undefined {
  const properties = successProperties(operation);
  return (
    Object.keys(properties).find(name => isList(operation, properties[name] ?? true)) ??
    members(exampleAnswer(operation)).find(([, value]) => Array.isArray(value))?.[0]
  );
}

/** Whether the success response of an operation is a JSON array, or contains one. */
export function holdsItems(operation: Operation): boolean {
  return (
    jsonContent(successOf(operation)) !== undefined &&
    (Array.isArray(exampleAnswer(operation)) || listMember(operation) !== undefined)
  );
}

/** Whether the success response has a documented example, so that none is generated from the schema. */
export function hasResponseExample(operation: Operation): boolean {
  return jsonContent(successOf(operation))?.examples[0] !== undefined;
}

/** The items that a list's documented example shows. */
export function exampleItems(operation: Operation): readonly Item[] {
  const value = exampleAnswer(operation);
  const name = listMember(operation);
  const items: unknown = Array.isArray(value) ? value : name === undefined ? [] : member(value, name);
  return Array.isArray(items) ? items.filter(isItem) : [];
}

/** The documented example of an operation's success, or one made from its schema. */
export function exampleAnswer(operation: Operation): Json {
  const content = jsonContent(successOf(operation));
  return (
    content?.examples[0]?.value ??
    valueOf(operation, content?.schema ?? true, {direction: 'response', as: 'example'})
  );
}

/** The name of the property that holds an item's id: what the path calls it, or `id`. */
export function idProperty(schemaOwner: Operation, idParameter: string, shown: Item): string {
  const properties = {...successProperties(schemaOwner), ...shown};
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const names = Object.keys(properties);
  return (
    names.find(name => plain(name) === plain(idParameter)) ??
    names.find(name => plain(name) === 'id') ??
    names.find(name => plain(idParameter).endsWith(plain(name)) && plain(name) !== '') ??
    'id'
  );
}

/** The schema of one property of an operation's success response. */
export function propertySchema(operation: Operation, name: string): Schema {
  const properties = successProperties(operation);
  return Object.hasOwn(properties, name) ? mergedSchema(operation, properties[name] ?? true) : true;
}

/** An item as the operation's success returns it; invalid parts are taken from `like`. */
export function fittingItem(operation: Operation, item: Item, like?: Item): Item {
  const fitting = fittingValue(operation, jsonContent(successOf(operation))?.schema ?? true, item, like);
  return isItem(fitting) ? fitting : item;
}

type Properties = {readonly [name: string]: Schema};

function successProperties(operation: Operation): Properties {
  return mergedSchema(operation, jsonContent(successOf(operation))?.schema ?? true).properties ?? {};
}

export function isItem(value: unknown): value is Item {
  return isObject(value);
}

function isList(operation: Operation, schema: Schema): boolean {
  return valueTypes(operation, schema)?.includes('array') === true;
}
