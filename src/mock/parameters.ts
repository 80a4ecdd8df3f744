import {isObject, toJson} from '../api/json';
import type {Json, Operation, Parameter, Schema} from '../api/operation';
import {resolveSchema} from '../api/schema';
import {validateSchema} from '../api/validateSchema';
import {typedValue} from './body/formValues';
import {isJson} from './mediaType';
import type {Fault} from './problem';

export interface ReadParameters {
  readonly query: ReadonlyMap<string, Json>;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Json>;
  readonly faults: readonly Fault[];
}

/**
 * Reads and validates the parameters of query and header by their `style` and schema (OpenAPI 3.1 §4.8.12). A path that
 * no value fits names nothing, so path parameters are left to whoever looks the resource up.
 */
export function readParameters(
  operation: Operation,
  search: URLSearchParams,
  header: (name: string) => string | null,
): ReadParameters {
  const query = new Map<string, Json>();
  const headers = new Map<string, Json>();
  const faults: Fault[] = [];
  const known = new Set(credentialNames(operation));
  for (const parameter of operation.parameters) {
    const {name} = parameter;
    switch (parameter.in) {
      case 'query': {
        const {value, names} =
          parameter.contentType === undefined
            ? queryValue(operation, parameter, search)
            : {value: contentValue(parameter, search.get(name)), names: [name]};
        names.forEach(key => known.add(key));
        check(operation, parameter, value, faults);
        if (value !== undefined) {
          query.set(name, value);
        }
        break;
      }
      case 'header': {
        const text = header(name);
        const value =
          text === null || parameter.contentType !== undefined
            ? contentValue(parameter, text)
            : splitValue(operation, parameter, [text], ',');
        check(operation, parameter, value, faults);
        if (value !== undefined) {
          headers.set(name.toLowerCase(), value);
        }
        break;
      }
      case 'path':
      case 'cookie':
        break;
    }
  }
  for (const name of new Set(search.keys())) {
    if (!known.has(name)) {
      faults.push({pointer: `#/query/${escaped(name)}`, detail: 'is not a known parameter'});
    }
  }
  return {query, headers, faults};
}

function check(operation: Operation, parameter: Parameter, value: Json | undefined, faults: Fault[]): void {
  const pointer = `#/${parameter.in}/${escaped(parameter.name)}`;
  if (value === undefined) {
    if (parameter.required) {
      faults.push({pointer, detail: 'is required'});
    }
    return;
  }
  for (const fault of validateSchema(operation, parameter.schema, value)) {
    faults.push({pointer: pointer + fault.pointer.slice(1), detail: fault.message});
  }
}

interface QueryValue {
  readonly value: Json | undefined;
  /** The names in the query string that this parameter takes. */
  readonly names: readonly string[];
}

function queryValue(operation: Operation, parameter: Parameter, search: URLSearchParams): QueryValue {
  const {name, style, explode} = parameter;
  const schema = resolveSchema(operation, parameter.schema);
  if (style === 'deepObject') {
    const names = [...search.keys()].filter(key => key.startsWith(`${name}[`) && key.endsWith(']'));
    return {names, value: objectOf(operation, schema, names, key => key.slice(name.length + 1, -1), search)};
  }
  if (explode && isObjectSchema(schema)) {
    const names = Object.keys((typeof schema === 'object' && schema.properties) || {});
    const given = names.filter(key => search.has(key));
    return {names, value: objectOf(operation, schema, given, key => key, search)};
  }
  const texts = search.getAll(name);
  const separator = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
  const value =
    texts.length === 0
      ? undefined
      : explode
        ? typedValue(operation, schema, texts)
        : splitValue(operation, parameter, texts, separator);
  return {names: [name], value};
}

/**
 * The value of a parameter that is described by `content`: one text of that media type, whatever its style. What should
 * be JSON and is not stays a text, for the schema to refuse.
 */
function contentValue({contentType = ''}: Parameter, text: string | null): Json | undefined {
  if (text === null) {
    return undefined;
  }
  try {
    return isJson(contentType) ? toJson(JSON.parse(text)) : text;
  } catch {
    return text;
  }
}

function splitValue(
  operation: Operation,
  {schema}: Parameter,
  texts: readonly string[],
  separator: string,
): Json {
  const resolved = resolveSchema(operation, schema);
  const list = typeof resolved === 'object' && [resolved.type ?? []].flat().includes('array');
  return typedValue(operation, schema, list ? texts.flatMap(text => text.split(separator)) : texts);
}

function objectOf(
  operation: Operation,
  schema: Schema,
  keys: readonly string[],
  propertyOf: (key: string) => string,
  search: URLSearchParams,
): Json | undefined {
  const properties = (isObject(schema) && schema.properties) || {};
  return keys.length === 0
    ? undefined
    : Object.fromEntries(
        keys.map(key => {
          const property = propertyOf(key);
          const own = Object.hasOwn(properties, property) ? properties[property] : undefined;
          return [property, typedValue(operation, own ?? true, search.getAll(key))];
        }),
      );
}

function isObjectSchema(schema: Schema): boolean {
  return typeof schema === 'object' && [schema.type ?? []].flat().includes('object');
}

/** A credential in the query is no parameter, and known all the same. */
function credentialNames({securitySchemes}: Operation): string[] {
  return securitySchemes.flatMap(scheme =>
    scheme.type === 'apiKey' && scheme.in === 'query' ? [scheme.name] : [],
  );
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
