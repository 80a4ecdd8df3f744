import {Validator, type OutputUnit} from '@cfworker/json-schema';

import type {Json, Operation, Schema, SchemaObject} from './operation';
import {resolveSchema} from './schema';

/** One way in which a value does not fit its schema. */
export interface SchemaFault {
  /** Where in the value, as a JSON Pointer in URI fragment form: `#`, `#/email`, `#/items/0`. */
  readonly pointer: string;
  readonly keyword: string;
  /** What is wrong, in words that follow the name of the value: `must be an email address`. */
  readonly message: string;
}

type Schemas = Pick<Operation, 'schemas'>;

/** Keywords whose own fault only says that something below them failed. */
const containers: ReadonlySet<string> = new Set([
  '$ref',
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'items',
  'prefixItems',
  'allOf',
  'if',
  'then',
  'else',
]);

/** Validators are made once a schema: the same schema objects come again with every request. */
const validators = new WeakMap<object, Validator>();

/** Every way in which a value does not fit a schema (JSON Schema 2020-12, formats included); empty when it fits. */
export function validateSchema(operation: Schemas, schema: Schema, value: Json): readonly SchemaFault[] {
  if (typeof schema === 'boolean') {
    return schema ? [] : [{pointer: '#', keyword: 'false', message: 'must be left out'}];
  }
  const {valid, errors} = validatorOf(operation, schema).validate(value);
  if (valid) {
    return [];
  }
  const faults = errors.filter(isCause).map(error => faultOf(operation, schema, error));
  return [...new Map(faults.map(fault => [`${fault.pointer} ${fault.message}`, fault] as const)).values()];
}

function validatorOf(operation: Schemas, schema: SchemaObject): Validator {
  const known = validators.get(schema);
  if (known) {
    return known;
  }
  const plain: Record<string, unknown> = {...schema, schemas: operation.schemas};
  const made = new Validator(plain, '2020-12', false);
  validators.set(schema, made);
  return made;
}

/** Faults within a branch of a choice do not count one by one: the choice as a whole fails. */
function isCause({keyword, keywordLocation}: OutputUnit): boolean {
  return !containers.has(keyword) && !/\/(oneOf|anyOf|not)\/./.test(keywordLocation);
}

function faultOf(operation: Schemas, schema: SchemaObject, error: OutputUnit): SchemaFault {
  const {keyword, instanceLocation, keywordLocation} = error;
  if (keyword === 'required') {
    const name = /property "(.*)"/.exec(error.error)?.[1] ?? '';
    return {pointer: `${instanceLocation}/${escaped(name)}`, keyword, message: 'is required'};
  }
  if (keyword === 'false') {
    return {pointer: instanceLocation, keyword: 'additionalProperties', message: 'is not a known property'};
  }
  const argument = argumentAt(operation, schema, keywordLocation);
  const message = inWords(keyword, argument);
  return {
    pointer: instanceLocation,
    keyword,
    message: keywordLocation.includes('/propertyNames/') ? `has a name that ${message}` : message,
  };
}

/** What the schema says for the keyword at a location, which passes through `$ref`s. */
function argumentAt(operation: Schemas, schema: SchemaObject, location: string): unknown {
  let current: unknown = schema;
  for (const step of location.slice(2).split('/').map(unescaped)) {
    if (step === '$ref' && isSchemaObject(current)) {
      current = resolveSchema(operation, {$ref: String(current.$ref)});
    } else if (typeof current === 'object' && current !== null) {
      current = Object.entries(current).find(([name]) => name === step)?.[1];
    }
  }
  return current;
}

function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null;
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function unescaped(step: string): string {
  return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
}

const formats: Readonly<Record<string, string>> = {
  email: 'an email address',
  'date-time': 'a time such as 2024-01-11T10:00:00Z',
  date: 'a date such as 2024-01-11',
  time: 'a time of day such as 10:00:00Z',
  uri: 'a URL',
  'uri-reference': 'a URL or a path',
  uuid: 'a UUID',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  hostname: 'a host name',
  duration: 'a duration such as PT5M',
};

function inWords(keyword: string, argument: unknown): string {
  const shown = typeof argument === 'string' ? argument : JSON.stringify(argument);
  switch (keyword) {
    case 'type':
      return `must be ${[argument]
        .flat()
        .map(type => typeInWords(String(type)))
        .join(' or ')}`;
    case 'format':
      return `must be ${formats[shown] ?? `of the format ${shown}`}`;
    case 'enum':
      return Array.isArray(argument)
        ? `must be one of ${argument.map(value => JSON.stringify(value)).join(', ')}`
        : 'must be one of the listed values';
    case 'const':
      return `must be ${JSON.stringify(argument)}`;
    case 'minLength':
      return argument === 1 ? 'must not be empty' : `must have at least ${shown} characters`;
    case 'maxLength':
      return `must have at most ${shown} characters`;
    case 'pattern':
      return `must match ${shown}`;
    case 'minimum':
      return `must be at least ${shown}`;
    case 'maximum':
      return `must be at most ${shown}`;
    case 'exclusiveMinimum':
      return `must be more than ${shown}`;
    case 'exclusiveMaximum':
      return `must be less than ${shown}`;
    case 'multipleOf':
      return `must be a multiple of ${shown}`;
    case 'minItems':
      return `must have at least ${shown} items`;
    case 'maxItems':
      return `must have at most ${shown} items`;
    case 'uniqueItems':
      return 'must not repeat an item';
    case 'minProperties':
      return argument === 1 ? 'must have at least one property' : `must have at least ${shown} properties`;
    case 'maxProperties':
      return `must have at most ${shown} properties`;
    case 'oneOf':
    case 'anyOf':
      return 'must fit one of the documented forms';
    default:
      return `does not fit the rule "${keyword}"`;
  }
}

function typeInWords(type: string): string {
  switch (type) {
    case 'null':
      return 'null';
    case 'array':
    case 'integer':
    case 'object':
      return `an ${type}`;
    default:
      return `a ${type}`;
  }
}
