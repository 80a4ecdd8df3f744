import {isUrlEncodedForm} from './http/mediaType';
import {readExamples, type ReadSchema} from './content';
import {isToken} from './http/token';
import {compact, flag, items, members, text, type JsonObject} from './json';
import type {Omissions} from './omissions';
import type {Parameter, ParameterLocation, ParameterStyle, Schema} from './operation';
import {parameterStyle} from './parameterStyle';
import {templateNames, type PathTemplate} from './http/pathTemplate';
import {dereference} from './references';

/** Header parameters with these names are ignored: they come from content and security (OpenAPI 3.1 §4.8.12.1). */
const reservedHeaders = new Set(['accept', 'content-type', 'authorization']);

/** Where the parameters of an operation stand. */
export interface ParameterPlace extends PathTemplate {
  readonly levels: readonly {readonly parameters: unknown; readonly pointer: string}[];
}

/**
 * The parameters of an operation: what its path holds of a query, those of its path item, in their place, and its own,
 * which replace equal ones. One that cannot be read or sent is left out; one that the path names and nobody describes is
 * a text.
 */
export function readParameters(
  document: JsonObject,
  {levels, path, query}: ParameterPlace,
  readSchema: ReadSchema,
  omissions: Omissions,
): Parameter[] {
  const merged = new Map<string, Parameter>();
  const inPath = new Set(templateNames(path));
  const inQuery = new Set(query.flatMap(({value}) => templateNames(value)));
  for (const {parameters, pointer} of levels) {
    if (parameters !== undefined && !Array.isArray(parameters)) {
      omissions.add(pointer);
    }
    for (const [index, value] of items(parameters).entries()) {
      const parameter = readParameter(document, value, readSchema);
      const isHomeless =
        parameter?.in === 'path' && !inPath.has(parameter.name) && !inQuery.has(parameter.name);
      const isUnsendable = parameter?.in === 'header' && !isToken(parameter.name);
      if (parameter === undefined || isHomeless || isUnsendable) {
        omissions.add(`${pointer}/${index}`);
      } else if (parameter.in !== 'header' || !reservedHeaders.has(parameter.name.toLowerCase())) {
        merged.set(`${parameter.in} ${parameter.name}`, parameter);
      }
    }
  }
  const described = [...merged.values()];
  const fixed = queryOfPath(query, described);
  const all = [
    ...fixed,
    ...described.filter(({in: location, name}) =>
      location === 'path' ? inPath.has(name) : !fixed.some(one => one.in === location && one.name === name),
    ),
  ];
  const lacking = [...inPath].filter(name => !all.some(one => one.in === 'path' && one.name === name));
  return [...all, ...lacking.map(name => textParameter(name, 'path', {type: 'string'}))];
}

/** What a path holds of a query, as parameters: `?a=b` is always sent, and `?a={b}` is for the reader to fill in. */
function queryOfPath(query: PathTemplate['query'], described: readonly Parameter[]): Parameter[] {
  return query.map(({name, value}) => {
    const [template] = templateNames(value);
    if (template === undefined) {
      return textParameter(name, 'query', {type: 'string', const: value});
    }
    const own =
      described.find(one => one.in === 'query' && one.name === name) ??
      described.find(one => one.name === template);
    return own
      ? {...own, name, in: 'query', required: true, style: 'form', explode: true}
      : textParameter(name, 'query', {type: 'string'});
  });
}

function textParameter(name: string, location: 'path' | 'query', schema: Schema): Parameter {
  return {
    name,
    in: location,
    required: true,
    deprecated: false,
    style: defaultStyle(location),
    explode: location === 'query',
    allowReserved: location === 'query',
    allowEmptyValue: false,
    schema,
    examples: [],
  };
}

/** Undefined for one without a name, or that goes where no parameter can be. */
function readParameter(document: JsonObject, value: unknown, readSchema: ReadSchema): Parameter | undefined {
  const parameter = dereference(document, value);
  const name = text(parameter['name']);
  const [content] = members(parameter['content']);
  const location = parameterLocation(parameter['in'], content?.[0]);
  if (name === undefined || location === undefined) {
    return undefined;
  }
  const isWholeQuery = parameter['in'] === 'querystring';
  const style = (isWholeQuery ? undefined : parameterStyle(parameter['style'])) ?? defaultStyle(location);
  const described = content ? dereference(document, content[1]) : parameter;
  return compact({
    name,
    in: location,
    description: text(parameter['description']),
    required: location === 'path' || parameter['required'] === true,
    deprecated: parameter['deprecated'] === true,
    style,
    explode: isWholeQuery || (flag(parameter['explode']) ?? style === 'form'),
    allowReserved: parameter['allowReserved'] === true,
    allowEmptyValue: parameter['allowEmptyValue'] === true,
    schema: readSchema(schemaOf(described)),
    contentType: isWholeQuery ? undefined : content?.[0],
    examples: readExamples(document, described),
  });
}

/** Without a `schema`, its keywords may stand beside the parameter itself, as OpenAPI 2.0 had it. */
function schemaOf(described: JsonObject): unknown {
  const {schema, type, format, items: item, enum: values} = described;
  return schema ?? (type === undefined ? true : compact({type, format, items: item, enum: values}));
}

/**
 * A whole query (`querystring`, OpenAPI 3.2 §4.12.1) that is written as a form is what an exploded object is; in other
 * media types it is no query that consists of names and values.
 */
function parameterLocation(value: unknown, mediaType: string | undefined): ParameterLocation | undefined {
  switch (value) {
    case 'path':
    case 'header':
    case 'cookie':
    case 'query':
      return value;
    case 'querystring':
      return isUrlEncodedForm(mediaType ?? '') ? 'query' : undefined;
    default:
      return undefined;
  }
}

function defaultStyle(location: ParameterLocation): ParameterStyle {
  return location === 'query' || location === 'cookie' ? 'form' : 'simple';
}
