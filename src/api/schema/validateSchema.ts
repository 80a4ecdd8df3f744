import type {OutputUnit} from '@cfworker/json-schema';

import {fragmentStep, nameOfFragmentStep} from '../http/pointer';
import type {Json, Operation, Schema, SchemaObject} from '../operation';
import {english, type Translate} from '../../words';
import type {AnyDirection} from './direction';
import {goesOneWay} from './oneWay';
import {faultInWords, say} from './faultInWords';
import {judged} from './judged';
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
  'unevaluatedProperties',
  'propertyNames',
  'dependentSchemas',
  'items',
  'prefixItems',
  'unevaluatedItems',
  'allOf',
  'if',
]);

/** Keywords that fail as a whole: faults of what is below them do not count one by one. */
const choices: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'not', 'contains']);

/**
 * Every way in which a value does not fit a schema (JSON Schema 2020-12, formats included); empty when it fits, and when
 * {@link schemaFaults} cannot judge it, since the server is then left to do so. In a direction, what does not go that way may
 * be missing although it is required: `readOnly` members in requests, `writeOnly` ones in answers.
 */
export function validateSchema(
  operation: Schemas,
  schema: Schema,
  value: Json,
  translate: Translate = english,
  direction?: AnyDirection,
): readonly SchemaFault[] {
  return schemaFaults(operation, schema, value, translate, direction) ?? [];
}

/**
 * Every way in which a value does not fit a schema, empty when it fits; undefined when nobody can tell, as for a schema
 * that leads to itself without a step into the value, a pattern of another language, or a name with half a character. Faults
 * are told in English, as an API does, unless the caller speaks to a reader.
 */
export function schemaFaults(
  operation: Schemas,
  schema: Schema,
  value: Json,
  translate: Translate = english,
  direction?: AnyDirection,
): readonly SchemaFault[] | undefined {
  if (typeof schema === 'boolean') {
    return schema ? [] : [{pointer: '#', keyword: 'false', message: say('leftOut', {}, translate)}];
  }
  const asWritten = judged(operation, schema, value);
  const result =
    direction && asWritten?.valid === false && goesOneWay(operation, schema)
      ? judged(operation, schema, value, direction)
      : asWritten;
  if (!result || result.valid) {
    return result && [];
  }
  const errors = located(result.errors);
  const causes = errors.filter(isCause);
  const faults = (causes.length > 0 ? causes : errors.slice(0, 1)).map(error =>
    faultOf(operation, schema, error, translate),
  );
  return [...new Map(faults.map(fault => [`${fault.pointer} ${fault.message}`, fault] as const)).values()];
}

/** An error of the validator, with the keywords that lead to it. */
interface LocatedError extends OutputUnit {
  readonly path: readonly string[];
}

/**
 * Of a schema `false` the validator does not say where it stands, but for the error before it: that of the keyword that
 * holds the schema, or of a schema beside it.
 */
function located(errors: readonly OutputUnit[]): readonly LocatedError[] {
  let holder: OutputUnit | undefined;
  return errors.map(error => {
    holder = error.keyword === 'false' ? holder : error;
    return {...error, path: keywordsOf((holder ?? error).keywordLocation)};
  });
}

/** The keywords of a location such as `#/properties/not/anyOf/0/type`, without names and places in lists. */
function keywordsOf(location: string): readonly string[] {
  const steps = location.slice(2).split('/').map(nameOfFragmentStep);
  return steps.filter((_, index) => !isWithin(steps, index));
}

function isWithin(steps: readonly string[], index: number): boolean {
  return index > 0 && holders.has(steps[index - 1] ?? '') && !isWithin(steps, index - 1);
}

/** Keywords below which a step is no keyword but a name, or a place in a list. */
const holders: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'prefixItems',
  'allOf',
  'oneOf',
  'anyOf',
]);

function isCause({keyword, path}: LocatedError): boolean {
  const above = keyword === 'false' ? path : path.slice(0, -1);
  return !containers.has(keyword) && !above.some(step => choices.has(step));
}

function faultOf(
  operation: Schemas,
  schema: SchemaObject,
  error: LocatedError,
  translate: Translate,
): SchemaFault {
  const {keyword, instanceLocation, keywordLocation, path} = error;
  if (keyword === 'required') {
    const name = /property "(.*)"/s.exec(error.error)?.[1] ?? '';
    return {
      pointer: `${instanceLocation}/${fragmentStep(name)}`,
      keyword,
      message: say('required', {}, translate),
    };
  }
  if (keyword === 'false') {
    const holder = path.at(-1) ?? keyword;
    return holder === 'additionalProperties' || holder === 'unevaluatedProperties' || holder === 'properties'
      ? {
          pointer: instanceLocation,
          keyword: 'additionalProperties',
          message: say('unknown', {}, translate),
        }
      : {pointer: instanceLocation, keyword: holder, message: say('leftOut', {}, translate)};
  }
  const argument = argumentAt(operation, schema, keywordLocation);
  const message = faultInWords(keyword, argument, translate);
  return {
    pointer: instanceLocation,
    keyword,
    message: path.includes('propertyNames') ? say('name', {fault: message}, translate) : message,
  };
}

/** What the schema says for the keyword at a location, which passes through `$ref`s. */
function argumentAt(operation: Schemas, schema: SchemaObject, location: string): unknown {
  let current: unknown = schema;
  for (const step of location.slice(2).split('/').map(nameOfFragmentStep)) {
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
