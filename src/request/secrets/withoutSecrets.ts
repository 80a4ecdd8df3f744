import type {Operation, Schema} from '../../api/operation';
import type {HeaderField} from '../apiRequest';
import {exampleValues} from '../examples/exampleValues';
import {mediaTypeEssence} from '../../api/http/mediaType';
import {bodyKind} from '../mediaTypes';
import {namedExamples} from '../examples/namedExamples';
import {nothingKnown, schemasOf, type SecretSource, type ValuePlace} from './secretPlaces';
import {
  childSchema,
  cleanJsonText,
  cleanOtherText,
  cleanText,
  idOf,
  type SecretSearch,
  type TypedSecret,
} from './secretsInText';
import {parameterKey, parameterName, type BodyValues, type FieldValue, type RequestValues} from '../values';

export interface Cleaned {
  readonly values: RequestValues;
  /** What was left out. A member of a JSON text is named by its path, such as `login.password`. */
  readonly secrets: readonly TypedSecret[];
}

/**
 * Values without secrets, for everything that is stored or shared. A secret is a value in the place of a secret
 * (`isSecretPlace`), or one that looks like a key (`isSecretValue`); without the operation, only names and looks count.
 * Values that the document itself gives, as an example or a default, are not secrets.
 */
export function withoutSecrets(values: RequestValues, operation?: Operation): Cleaned {
  return cleaned(values, operation, operation ? documentedSecrets(operation) : new Set());
}

const documentedOf = new WeakMap<Operation, ReadonlySet<string>>();

/** The values that the examples of an operation have in places of secrets. */
function documentedSecrets(operation: Operation): ReadonlySet<string> {
  const known = documentedOf.get(operation);
  if (known) {
    return known;
  }
  const content = operation.requestBody?.content ?? [];
  const names = [
    undefined,
    ...content.flatMap(({type}) => namedExamples(operation, type).map(({name}) => name)),
    ...namedExamples(operation, undefined).map(({name}) => name),
  ];
  const found = [...new Set(names)].flatMap(name => {
    const example = exampleValues(operation, name);
    return cleaned(example, operation, new Set()).secrets.map(idOf);
  });
  const documented = new Set(found);
  documentedOf.set(operation, documented);
  return documented;
}

function cleaned(
  values: RequestValues,
  operation: Operation | undefined,
  documented: ReadonlySet<string>,
): Cleaned {
  const search: SecretSearch = {source: operation ?? nothingKnown, documented, secrets: []};
  const {query = [], ...others} = values;
  const schemas = new Map(operation?.parameters.map(one => [parameterKey(one), one.schema]));
  const parameters = Object.entries(values.parameters).flatMap(([key, text]) => {
    const kept = cleanText(search, placeOfParameter(key, schemas.get(key) ?? true), text);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  const headers = cleanRows(search, 'header', values.headers);
  const keptQuery = cleanRows(search, 'query', query);
  const bodies = Object.entries(values.bodies).map(([type, body]) => {
    const schema = operation?.requestBody?.content.find(media => media.type === type)?.schema ?? true;
    return [type, cleanBody(search, type, schema, body)] as const;
  });
  return {
    values: {
      ...others,
      ...(keptQuery.length === 0 ? {} : {query: keptQuery}),
      parameters: Object.fromEntries(parameters),
      headers,
      bodies: Object.fromEntries(bodies),
    },
    secrets: search.secrets,
  };
}

const locations = ['query', 'header', 'cookie', 'path'] as const;

function placeOfParameter(key: string, schema: Schema): ValuePlace {
  return {
    in: locations.find(location => key.startsWith(`${location}.`)) ?? 'path',
    name: parameterName(key),
    schema,
  };
}

function cleanRows(
  search: SecretSearch,
  place: 'header' | 'query',
  rows: readonly HeaderField[],
): readonly HeaderField[] {
  return rows.flatMap(({name, value}) => {
    const kept = cleanText(search, {in: place, name, schema: true}, value);
    return kept === undefined ? [] : [{name, value: kept}];
  });
}

function cleanBody(search: SecretSearch, mediaType: string, schema: Schema, body: BodyValues): BodyValues {
  switch (body.type) {
    case 'text': {
      const name = mediaTypeEssence(mediaType);
      const text =
        bodyKind(mediaType) === 'json'
          ? cleanJsonText(search, {in: 'json', name, schema}, body.text)
          : cleanOtherText(search, name, body.text);
      return {type: 'text', text: text ?? ''};
    }
    case 'fields':
      return {type: 'fields', fields: body.fields.flatMap(field => cleanField(search, schema, field))};
    case 'file':
      return body;
  }
}

/** Only the name of a file is kept: its content is never shared. */
function cleanField(search: SecretSearch, schema: Schema, field: FieldValue): FieldValue[] {
  if ('file' in field) {
    return [field];
  }
  const place: ValuePlace = {
    in: 'form',
    name: field.name,
    schema: formFieldSchema(search.source, schema, field.name),
  };
  const kept = cleanText(search, place, field.value);
  return kept === undefined ? [] : [{...field, value: kept}];
}

/** The schema of one field of a form: for `user[name]` that of the member, for a list that of an item. */
function formFieldSchema(source: SecretSource, schema: Schema, name: string): Schema {
  const field = name
    .split(/[[\]]+/)
    .filter(step => step !== '')
    .reduce((parent, step) => childSchema(schemasOf(source, parent), step), schema);
  const item = childSchema(schemasOf(source, field), 0);
  return item === true ? field : {anyOf: [field, item]};
}
