import {fragmentStep} from '../api/http/pointer';
import {toJson} from '../api/json';
import type {Json, Operation, Parameter} from '../api/operation';
import {validateSchema} from '../api/schema/validateSchema';
import {english} from '../words';
import {isJson} from '../api/http/mediaType';
import {headerParameterValue, namesOf, queryValue, takesUndeclaredNames} from './parameterValue';
import type {Fault} from './problem';
import {queryOf, queryPairs} from '../api/queryPairs';

export interface ReadParameters {
  readonly query: ReadonlyMap<string, Json>;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Json>;
  readonly faults: readonly Fault[];
}

/**
 * Reads and validates the query and header parameters by their `style` and schema (OpenAPI 3.1 §4.8.12); `search` is
 * the query as sent. An invalid path parameter means that there is no such resource, so the handler checks path
 * parameters.
 */
export function requestParameters(
  operation: Operation,
  search: string,
  header: (name: string) => string | null,
): ReadParameters {
  const query = new Map<string, Json>();
  const headers = new Map<string, Json>();
  const faults: Fault[] = [];
  const pairs = queryPairs(queryOf(search));
  const inQuery = operation.parameters.filter(parameter => parameter.in === 'query');
  const known = new Set([
    ...credentialNames(operation),
    ...inQuery.flatMap(parameter => namesOf(operation, parameter, pairs)),
  ]);
  const unknown = new Set(pairs.map(({name}) => name).filter(name => !known.has(name)));
  for (const parameter of operation.parameters) {
    const {name} = parameter;
    switch (parameter.in) {
      case 'query': {
        const further = takesUndeclaredNames(operation, parameter) ? [...unknown] : [];
        further.forEach(other => unknown.delete(other));
        const names = new Set([...namesOf(operation, parameter, pairs), ...further]);
        const own = pairs.filter(pair => names.has(pair.name));
        const value =
          parameter.contentType === undefined
            ? queryValue(operation, parameter, own)
            : contentValue(parameter, own[0]?.value);
        check(operation, parameter, 'query', value, faults);
        if (value !== undefined) {
          query.set(name, value);
        }
        break;
      }
      case 'header': {
        const text = header(name) ?? undefined;
        const value =
          text === undefined || parameter.contentType !== undefined
            ? contentValue(parameter, text)
            : headerParameterValue(operation, parameter, text);
        check(operation, parameter, 'header', value, faults);
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
  for (const name of unknown) {
    faults.push({in: 'query', pointer: `#/${escaped(name)}`, detail: 'is not a known parameter'});
  }
  return {query, headers, faults};
}

function check(
  operation: Operation,
  parameter: Parameter,
  part: 'query' | 'header',
  value: Json | undefined,
  faults: Fault[],
): void {
  const pointer = `#/${escaped(parameter.name)}`;
  if (value === undefined) {
    if (parameter.required) {
      faults.push({in: part, pointer, detail: 'is required'});
    }
    return;
  }
  for (const fault of validateSchema(operation, parameter.schema, value, english, 'request')) {
    faults.push({in: part, pointer: pointer + fault.pointer.slice(1), detail: fault.message});
  }
}

/**
 * The value of a parameter that is described by `content`: one text of that media type, whatever its style. Invalid
 * JSON stays a text, for validation to reject.
 */
function contentValue({contentType = ''}: Parameter, text: string | undefined): Json | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return isJson(contentType) ? toJson(JSON.parse(text)) : text;
  } catch {
    return text;
  }
}

/** A credential in the query is no parameter, but is known nevertheless. */
function credentialNames({securitySchemes}: Operation): string[] {
  return securitySchemes.flatMap(scheme =>
    scheme.type === 'apiKey' && scheme.in === 'query' ? [scheme.name] : [],
  );
}

function escaped(name: string): string {
  return fragmentStep(name);
}
