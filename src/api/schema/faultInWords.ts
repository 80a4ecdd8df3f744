import {messages, type KeyOf, type Translate} from '../../words';

export const say = messages('schemaFault', {
  leftOut: 'must be left out',
  required: 'is required',
  unknown: 'is not a known property',
  name: 'has a name that {fault}',
  is: 'must be {what}',
  or: '{one} or {other}',
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  null: 'null',
  email: 'an email address',
  dateTime: 'a time such as 2024-01-11T10:00:00Z',
  date: 'a date such as 2024-01-11',
  time: 'a time of day such as 10:00:00Z',
  uri: 'a URL',
  uriReference: 'a URL or a path',
  uuid: 'a UUID',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  hostname: 'a host name',
  duration: 'a duration such as PT5M',
  format: 'of the format {format}',
  enum: 'must be one of {values}',
  listed: 'must be one of the listed values',
  notEmpty: 'must not be empty',
  minLength: 'must have at least {count} characters',
  maxLength: 'must have at most {count} characters',
  pattern: 'must match {pattern}',
  minimum: 'must be at least {limit}',
  maximum: 'must be at most {limit}',
  exclusiveMinimum: 'must be more than {limit}',
  exclusiveMaximum: 'must be less than {limit}',
  multipleOf: 'must be a multiple of {factor}',
  minItems: 'must have at least {count} items',
  maxItems: 'must have at most {count} items',
  uniqueItems: 'must not repeat an item',
  oneProperty: 'must have at least one property',
  minProperties: 'must have at least {count} properties',
  maxProperties: 'must have at most {count} properties',
  choice: 'must match one of the documented variants',
  other: 'violates the rule "{keyword}"',
});
type Key = KeyOf<typeof say>;

const formats: {readonly [format: string]: Key} = {
  email: 'email',
  'date-time': 'dateTime',
  date: 'date',
  time: 'time',
  uri: 'uri',
  'uri-reference': 'uriReference',
  uuid: 'uuid',
  ipv4: 'ipv4',
  ipv6: 'ipv6',
  hostname: 'hostname',
  duration: 'duration',
};

const types: {readonly [type: string]: Key} = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
  null: 'null',
};

/** What a value must be by a keyword of JSON Schema, in words that follow the name of the value. */
export function faultInWords(keyword: string, argument: unknown, translate: Translate): string {
  const shown = typeof argument === 'string' ? argument : JSON.stringify(argument);
  const is = (what: string): string => say('is', {what}, translate);
  const counted = (key: Key, emptyKey?: Key): string =>
    argument === 1 && emptyKey !== undefined
      ? say(emptyKey, {}, translate)
      : say(key, {count: shown}, translate);
  switch (keyword) {
    case 'type':
      return is(
        [argument]
          .flat()
          .map(type => named(types, String(type), translate) ?? String(type))
          .reduce((one, other) => say('or', {one, other}, translate)),
      );
    case 'format':
      return is(named(formats, shown, translate) ?? say('format', {format: shown}, translate));
    case 'enum':
      return Array.isArray(argument)
        ? say('enum', {values: argument.map(value => JSON.stringify(value)).join(', ')}, translate)
        : say('listed', {}, translate);
    case 'const':
      return is(JSON.stringify(argument));
    case 'minLength':
      return counted('minLength', 'notEmpty');
    case 'maxLength':
      return counted('maxLength');
    case 'pattern':
      return say('pattern', {pattern: shown}, translate);
    case 'minimum':
      return say('minimum', {limit: shown}, translate);
    case 'maximum':
      return say('maximum', {limit: shown}, translate);
    case 'exclusiveMinimum':
      return say('exclusiveMinimum', {limit: shown}, translate);
    case 'exclusiveMaximum':
      return say('exclusiveMaximum', {limit: shown}, translate);
    case 'multipleOf':
      return say('multipleOf', {factor: shown}, translate);
    case 'minItems':
      return counted('minItems');
    case 'maxItems':
      return counted('maxItems');
    case 'uniqueItems':
      return say('uniqueItems', {}, translate);
    case 'minProperties':
      return counted('minProperties', 'oneProperty');
    case 'maxProperties':
      return counted('maxProperties');
    case 'oneOf':
    case 'anyOf':
      return say('choice', {}, translate);
    default:
      return say('other', {keyword}, translate);
  }
}

function named(keys: {readonly [name: string]: Key}, name: string, translate: Translate): string | undefined {
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  return key && say(key, {}, translate);
}
