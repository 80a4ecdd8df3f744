import {deepNode} from '../api/deepNames';
import {memberSchema} from '../api/schema/childSchemas';
import type {Json, Operation, Parameter, Schema, SchemaObject, SchemaType} from '../api/operation';
import {decodeQuery, deepMember, itemSeparator, type QueryPair} from '../api/queryPairs';
import {takesOtherNames} from '../api/schema/shape';
import {schemaFaults} from '../api/schema/validateSchema';
import {schemaOfType, valueTypes} from '../api/schema/valueTypes';
import {english} from '../words';
import {deepValue} from './body/deepValue';
import {valueOfTexts} from './body/formValues';

/** What determines a value's serialization: a parameter, or a form field with its encoding. */
type StyledParameter = Pick<Parameter, 'name' | 'style' | 'explode' | 'schema' | 'contentType'>;

type NamedText = readonly [name: string, text: string];

/** Whether a parameter accepts names that the document does not list. */
export function takesUndeclaredNames(operation: Operation, parameter: StyledParameter): boolean {
  return isExplodedObject(operation, parameter) && takesOtherNames(objectSchema(operation, parameter));
}

/** The query names that a parameter takes by its style, other than those of {@link takesUndeclaredNames}. */
export function namesOf(
  operation: Operation,
  parameter: StyledParameter,
  pairs: readonly QueryPair[],
): string[] {
  const {name, style, contentType} = parameter;
  if (contentType === undefined && style === 'deepObject') {
    return pairs.map(pair => pair.name).filter(pair => deepMember(name, pair) !== undefined);
  }
  return isExplodedObject(operation, parameter) && !pairs.some(pair => pair.name === name)
    ? Object.keys(objectSchema(operation, parameter).properties ?? {})
    : [name];
}

/** The value of a query parameter by its style (OpenAPI 3.1 §4.8.12), from the pairs that it takes. */
export function queryValue(
  operation: Operation,
  parameter: StyledParameter,
  pairs: readonly QueryPair[],
): Json | undefined {
  const {name, style, explode, schema} = parameter;
  if (pairs.length === 0) {
    return undefined;
  }
  if (style === 'deepObject') {
    return deepValue(operation, schema, deepNode(name, pairs));
  }
  const isNamed = pairs.some(pair => pair.name === name);
  if (isExplodedObject(operation, parameter) && !isNamed) {
    return objectOf(
      operation,
      objectSchema(operation, parameter),
      pairs.map(pair => [pair.name, pair.value]),
    );
  }
  const texts = pairs.map(({encoded}) => encoded);
  return explode
    ? valueOfTexts(operation, schema, texts.map(decodeQuery))
    : splitValue(operation, parameter, texts, itemSeparator(style), decodeQuery);
}

/** The value of a header parameter by the style `simple`. Spaces beside commas are ignored (RFC 9110 §5.6.1). */
export function headerParameterValue(operation: Operation, parameter: StyledParameter, text: string): Json {
  const members = text.split(',').map(member => member.trim().split(/=(.*)/s));
  return parameter.explode && includes(operation, parameter, 'object')
    ? objectOf(
        operation,
        objectSchema(operation, parameter),
        members.map(([name = '', value = '']) => [name, value]),
      )
    : splitValue(operation, parameter, [text], /,/, item => item.trim());
}

/** Texts that are split before they are decoded, as a list, or as an object of alternating names and values. */
function splitValue(
  operation: Operation,
  parameter: StyledParameter,
  texts: readonly string[],
  delimiter: RegExp,
  decode: (text: string) => string,
): Json {
  const split = texts.flatMap(text => text.split(delimiter)).map(decode);
  const whole = texts.map(decode);
  if (split.length > 1 && split.length % 2 === 0 && includes(operation, parameter, 'object')) {
    const entries = split.flatMap((name, index): NamedText[] =>
      index % 2 === 0 ? [[name, split[index + 1] ?? '']] : [],
    );
    return objectOf(operation, objectSchema(operation, parameter), entries);
  }
  if (!includes(operation, parameter, 'array')) {
    return valueOfTexts(operation, parameter.schema, whole);
  }
  // Clients that encode the commas between items mean separators, if no item can contain a comma.
  const {items = true} = schemaOfType(operation, parameter.schema, 'array');
  const isItem = (text: string): boolean =>
    !text.includes(',') || fits(operation, items, valueOfTexts(operation, items, [text]));
  return valueOfTexts(
    operation,
    parameter.schema,
    split.flatMap(text => (isItem(text) ? [text] : text.split(','))),
  );
}

function objectOf(operation: Operation, schema: SchemaObject, entries: readonly NamedText[]): Json {
  const names = [...new Set(entries.map(([name]) => name))];
  return Object.fromEntries(
    names.map(name => {
      const texts = entries.filter(([other]) => other === name).map(([, text]) => text);
      return [name, valueOfTexts(operation, memberSchema(schema, name), texts)];
    }),
  );
}

function fits(operation: Operation, schema: Schema, value: Json): boolean {
  return schemaFaults(operation, schema, value, english, 'request')?.length === 0;
}

function isExplodedObject(operation: Operation, parameter: StyledParameter): boolean {
  const {explode, contentType} = parameter;
  return contentType === undefined && explode && includes(operation, parameter, 'object');
}

function includes(operation: Operation, {schema}: StyledParameter, type: SchemaType): boolean {
  return valueTypes(operation, schema)?.includes(type) === true;
}

function objectSchema(operation: Operation, {schema}: StyledParameter): SchemaObject {
  return schemaOfType(operation, schema, 'object');
}
