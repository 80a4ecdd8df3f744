import {readExamples, type ReadSchema} from './content';
import {compact, flag, items, members, text, type JsonObject} from './json';
import type {Parameter, ParameterLocation, ParameterStyle} from './operation';
import {parameterStyle} from './parameterStyle';
import {dereference} from './references';

/** Header parameters with these names are ignored: they come from content and security (OpenAPI 3.1 §4.8.12.1). */
const reservedHeaders = new Set(['accept', 'content-type', 'authorization']);

/** The parameters of an operation: those of its path item, in their place, and its own, which replace equal ones. */
export function readParameters(
  document: JsonObject,
  levels: readonly unknown[],
  readSchema: ReadSchema,
): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const value of levels.flatMap(items)) {
    const parameter = readParameter(document, dereference(document, value), readSchema);
    if (parameter.in !== 'header' || !reservedHeaders.has(parameter.name.toLowerCase())) {
      merged.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...merged.values()];
}

function readParameter(document: JsonObject, parameter: JsonObject, readSchema: ReadSchema): Parameter {
  const location = parameterLocation(parameter['in']);
  const style = parameterStyle(parameter['style']) ?? defaultStyle(location);
  const [content] = members(parameter['content']);
  const described = content ? dereference(document, content[1]) : parameter;
  return compact({
    name: text(parameter['name']) ?? '',
    in: location,
    description: text(parameter['description']),
    required: location === 'path' || parameter['required'] === true,
    deprecated: parameter['deprecated'] === true,
    style,
    explode: flag(parameter['explode']) ?? style === 'form',
    allowReserved: parameter['allowReserved'] === true,
    allowEmptyValue: parameter['allowEmptyValue'] === true,
    schema: described['schema'] === undefined ? true : readSchema(described['schema']),
    contentType: content?.[0],
    examples: readExamples(document, described),
  });
}

function parameterLocation(value: unknown): ParameterLocation {
  return value === 'path' || value === 'header' || value === 'cookie' ? value : 'query';
}

function defaultStyle(location: ParameterLocation): ParameterStyle {
  return location === 'query' || location === 'cookie' ? 'form' : 'simple';
}
