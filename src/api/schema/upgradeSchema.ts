import {fromMembers, isObject, items, members, type JsonObject} from '../json';
import {meantValues} from './meantValues';
import {unicodePattern} from './pattern';
import {soundKeywords} from './soundKeywords';

/**
 * The keywords of one schema object, nested ones untouched, as OpenAPI 3.1 writes them: `example` becomes `examples`, and
 * from OpenAPI 3.0 `format: byte | binary` becomes its JSON Schema 2020-12 form (OpenAPI 3.0.4 §4.7.24, 3.1 §4.4.2).
 * `nullable` and boolean exclusive limits mean what they did, as many documents that call themselves 3.1 have them still.
 * Keywords that make no sense are left out, and regular expressions become such that a validator can compile.
 */
export function upgradeSchema(schema: JsonObject, version: '3.0' | '3.1'): JsonObject {
  const sound = patterns(exampleAsList(meantValues(soundKeywords(schema))));
  const upgraded = exclusive(exclusive(nullable(sound), 'minimum'), 'maximum');
  return version === '3.0' ? content(upgraded) : upgraded;
}

function exampleAsList(schema: JsonObject): JsonObject {
  const {example, ...rest} = schema;
  return example === undefined || Array.isArray(rest['examples']) ? rest : {...rest, examples: [example]};
}

function patterns(schema: JsonObject): JsonObject {
  const {pattern, patternProperties} = schema;
  return {
    ...schema,
    ...(typeof pattern === 'string' ? {pattern: unicodePattern(pattern)} : {}),
    ...(isObject(patternProperties)
      ? {
          patternProperties: fromMembers(
            members(patternProperties).map(([name, rule]) => [unicodePattern(name), rule]),
          ),
        }
      : {}),
  };
}

function nullable(schema: JsonObject): JsonObject {
  const {nullable: allowsNull, ...rest} = schema;
  if (allowsNull !== true) {
    return rest;
  }
  const types = typeof rest['type'] === 'string' ? [rest['type']] : items(rest['type']);
  if (types.length > 0) {
    return {...rest, type: [...new Set([...types, 'null'])]};
  }
  const composed = ['oneOf', 'anyOf', 'allOf'].some(keyword => items(rest[keyword]).length > 0);
  return composed ? {anyOf: [rest, {type: 'null'}]} : rest;
}

function exclusive(schema: JsonObject, limit: 'minimum' | 'maximum'): JsonObject {
  const keyword = limit === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const {[keyword]: isExclusive, [limit]: value, ...rest} = schema;
  if (typeof isExclusive !== 'boolean') {
    return schema;
  }
  if (value === undefined) {
    return rest;
  }
  return {...rest, [isExclusive ? keyword : limit]: value};
}

function content(schema: JsonObject): JsonObject {
  switch (schema['format']) {
    case 'byte':
      return {...schema, contentEncoding: 'base64'};
    case 'binary':
      return {...schema, contentMediaType: 'application/octet-stream'};
    default:
      return schema;
  }
}
