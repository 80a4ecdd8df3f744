import {readdirSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import type {NormalizedProblem} from '@redocly/openapi-core';

import {isObject, member, members, text, type JsonObject} from '../json';
import {nearest, typoOf} from '../nearest';
import {atPointer, pointerSegments, pointerTo} from '../references';

type Files = ReadonlyMap<string, JsonObject>;

/** What the linter found, in a sentence that says what is wrong and, where it is known, what is right. */
export function faultInWords(problem: NormalizedProblem, files: Files): string {
  const {
    message,
    ruleId,
    suggest,
    location: [location],
  } = problem;
  switch (ruleId) {
    case 'no-unresolved-refs':
      return leadsNowhere(problem, files) ?? message;
    case 'no-schema-type-mismatch':
      return typeMismatch(message);
    case 'struct':
      return structure(message, location?.pointer ?? '') ?? withSuggestion(message, suggest);
    default:
      return withSuggestion(message, suggest);
  }
}

function withSuggestion(message: string, suggest: readonly string[]): string {
  const plain = message.trim().replace(/[.:]$/, '');
  return suggest.length > 0 && !message.includes('allowed values')
    ? `${plain}. Did you mean ${suggest.slice(0, 3).join(', ')}?`
    : plain;
}

function typeMismatch(message: string): string {
  return message.includes("'object' type")
    ? '`items` says nothing beside `type: object`: make the type an array, or take `items` out'
    : '`properties` say nothing beside `type: array`: make the type an object, or take them out';
}

/** Names of what the linter's types stand for. */
const parts: Readonly<Record<string, string>> = {
  Schema: 'a schema',
  SchemaProperties: 'properties by name',
  Operation: 'an operation',
  PathItem: 'the methods of a path',
  Paths: 'paths',
  Parameter: 'a parameter',
  ParameterList: 'parameters',
  Response: 'an answer',
  Responses: 'answers by status',
  RequestBody: 'a request body',
  MediaType: 'a media type',
  MediaTypesMap: 'media types',
  Header: 'a header',
  Example: 'an example',
  ExamplesMap: 'examples by name',
};

/** Where the linter names types, the value is of another kind than what belongs here. */
function structure(message: string, pointer: string): string | undefined {
  const [, name = '', kind = '', found = ''] =
    /^Expected type `(\w+)`(?: \((object|array)\))? but got `(\w+)`/.exec(message) ?? [];
  if (kind !== '') {
    const part = Object.hasOwn(parts, name) ? `: ${parts[name]}` : '';
    return `${article(found)} stands here. What belongs here is ${article(kind).toLowerCase()}${part}`;
  }
  if (name !== '') {
    const keyword = pointerSegments(pointer).at(-1) ?? '';
    return `\`${keyword}\` holds ${article(found).toLowerCase()}, where ${article(name).toLowerCase()} belongs`;
  }
  const [, fields] = /^Must contain at least one of the following fields: (.+?)\.?$/.exec(message) ?? [];
  return fields && `One of these is missing: ${fields}`;
}

function article(type: string): string {
  switch (type) {
    case 'null':
      return 'Null';
    case 'array':
      return 'A list';
    case 'string':
      return 'A text';
    case 'object':
    case 'integer':
      return `An ${type}`;
    default:
      return `A ${type}`;
  }
}

/** A `$ref` that leads nowhere: its target, and the nearest one that exists. */
function leadsNowhere({location: [location]}: NormalizedProblem, files: Files): string | undefined {
  const file = location?.source.absoluteRef;
  const document = file === undefined ? undefined : files.get(file);
  if (file === undefined || document === undefined || location?.pointer === undefined) {
    return undefined;
  }
  const holder = atPointer(document, location.pointer);
  const target = text(holder) ?? text(member(holder, '$ref'));
  if (target === undefined) {
    return undefined;
  }
  const [path = '', fragment = ''] = target.split('#', 2);
  const other = path === '' ? document : files.get(resolve(dirname(file), path));
  const near = other ? nearestPlace(other, `#${fragment}`) : nearestFile(file, path);
  const why = other ? '' : ': there is no such file, or it cannot be read';
  const prefix = other ? path : '';
  return `\`${target}\` leads nowhere${why}.${near === undefined ? '' : ` The nearest that exists is \`${prefix}${near}\``}`;
}

/** What has the same name elsewhere among the components, else the nearest name in the same place. */
function nearestPlace(document: JsonObject, pointer: string): string | undefined {
  const segments = pointerSegments(pointer);
  const last = segments.at(-1) ?? '';
  const sameName = members(document['components']).find(([, group]) => isObject(member(group, last)));
  if (sameName) {
    return pointerTo('components', sameName[0], last);
  }
  let node: unknown = document;
  const way: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const names = members(node).map(([name]) => name);
    const [near] = nearest(segment, names, 1);
    const name = names.includes(segment)
      ? segment
      : index === segments.length - 1
        ? near
        : typoOf(segment, names);
    if (name === undefined) {
      return undefined;
    }
    way.push(name);
    node = member(node, name);
  }
  return isObject(node) ? pointerTo(...way) : undefined;
}

/** A file in the same folder, as a `$ref` would name it. */
function nearestFile(from: string, path: string): string | undefined {
  const folder = dirname(resolve(dirname(from), path));
  const [name] = nearest(path.split('/').at(-1) ?? '', filesIn(folder), 1);
  return name === undefined ? undefined : relative(dirname(from), resolve(folder, name));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter(entry => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
      .map(({name}) => name);
  } catch {
    return [];
  }
}
