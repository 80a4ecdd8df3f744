import {grouped} from '../../api/grouped';
import {ownMember} from '../../api/json';
import {deepNode, deepSteps} from '../../api/deepNames';
import {deepText, deepTexts} from './deepValue';
import {encodingStyle} from '../../api/encodingStyle';
import {mergedSchema} from '../../api/schema/mergedSchema';
import type {MediaType, Operation, Parameter} from '../../api/operation';
import {percentDecoded} from '../../api/percentDecoding';
import {decodeQuery, queryOf, queryPairs, type QueryPair} from '../../api/queryPairs';
import type {ApiRequest, HeaderField} from '../apiRequest';
import {
  deserialiseHeader,
  deserialisePairs,
  deserialisePath,
  takesAnyName,
  type ReadParameter,
  type ReadItem,
} from './deserialise';
import {initialValues} from '../examples/initialValues';
import {typedContent} from '../json/contentText';
import {asJsonText} from '../json/jsonText';
import {pathFinder} from '../../api/http/pathTemplate';
import {withoutQuery} from './matchOperation';
import {mediaTypeEssence} from '../../api/http/mediaType';
import {shapeOf} from '../../api/schema/shape';
import {parameterKey, type BodyValues, type FieldValue, type RequestValues} from '../values';

/** The values of a form that make this request: the reverse of building it. Credentials are left out. */
export function valuesFromRequest(operation: Operation, request: ApiRequest): RequestValues {
  const steps = pathFinder(operation.path)(withoutQuery(request.url))?.values ?? [];
  const query = readPairs(operation, 'query', queryPairs(queryOf(request.url)));
  const cookies = readPairs(operation, 'cookie', cookiePairs(request.headers));
  const header = operation.parameters.filter(({in: location}) => location === 'header');
  const isParameter = ({name}: HeaderField): boolean =>
    header.some(parameter => parameter.name.toLowerCase() === name.toLowerCase());
  return {
    parameters: Object.fromEntries([
      ...operation.parameters
        .filter(({in: location}) => location === 'path')
        .flatMap(parameter => {
          const step = steps.find(({name}) => name === parameter.name);
          return step
            ? keyed(
                operation,
                parameter,
                deserialisePath(parameter, shapeOf(operation, parameter), step.value),
              )
            : [];
        }),
      ...query.values,
      ...header.flatMap(parameter => {
        const field = request.headers.find(({name}) => name.toLowerCase() === parameter.name.toLowerCase());
        return field
          ? keyed(
              operation,
              parameter,
              deserialiseHeader(parameter, shapeOf(operation, parameter), field.value),
            )
          : [];
      }),
      ...cookies.values,
    ]),
    ...(query.rest.length === 0 ? {} : {query: query.rest.map(({name, value}) => ({name, value}))}),
    headers: withCookies(
      request.headers.filter(field => !isParameter(field)),
      cookies,
    ),
    ...bodyValues(operation, request),
  };
}

interface ReadPairs {
  readonly values: readonly (readonly [key: string, text: string])[];
  /** The pairs that belong to no parameter, in order. */
  readonly rest: readonly QueryPair[];
}

/**
 * The parameters of a location that is written as pairs. Each takes its own; parameters that accept any name come last.
 */
function readPairs(
  operation: Operation,
  location: 'query' | 'cookie',
  pairs: readonly QueryPair[],
): ReadPairs {
  const parameters = operation.parameters
    .filter(parameter => parameter.in === location)
    .map(parameter => ({parameter, shape: shapeOf(operation, parameter)}));
  const isGreedy = ({parameter, shape}: (typeof parameters)[number]): boolean =>
    takesAnyName(parameter, shape);
  const ordered = [...parameters.filter(one => !isGreedy(one)), ...parameters.filter(isGreedy)];
  const declared = new Set(parameters.map(({parameter}) => parameter.name));
  const decode = location === 'query' ? decodeQuery : percentDecoded;
  const named = grouped(pairs, ({name}) => name);
  const rest = new Set(pairs);
  const values = ordered.flatMap(({parameter, shape}) => {
    // Only objects take pairs of other names, so that thousands of plain parameters do not each search all pairs.
    const isDeep = parameter.style === 'deepObject' && parameter.contentType === undefined;
    const deep = isDeep ? [...rest].filter(({name}) => deepSteps(parameter.name, name) !== undefined) : [];
    if (deep.length > 0) {
      deep.forEach(pair => rest.delete(pair));
      const text = deepText(operation, parameter.schema, deepNode(parameter.name, deep));
      return [[parameterKey(parameter), text] as const];
    }
    const taken = shape.object ? [...rest] : (named.get(parameter.name) ?? []).filter(pair => rest.has(pair));
    const {value, used} = deserialisePairs(parameter, shape, taken, declared, decode);
    used.forEach(pair => rest.delete(pair));
    return value === undefined ? [] : keyed(operation, parameter, value);
  });
  return {values, rest: [...rest]};
}

function cookiePairs(headers: readonly HeaderField[]): readonly QueryPair[] {
  return headers
    .filter(isCookie)
    .flatMap(({value}) => value.split(/; */))
    .map(written => {
      const [, name = written, encoded = ''] = /^([^=]*)=(.*)$/s.exec(written) ?? [];
      return {name, encoded, value: percentDecoded(encoded)};
    });
}

function isCookie({name}: HeaderField): boolean {
  return name.toLowerCase() === 'cookie';
}

/** If no cookie is a parameter, the header stays as it is. */
function withCookies(headers: readonly HeaderField[], {values, rest}: ReadPairs): readonly HeaderField[] {
  const others = headers.filter(field => !isCookie(field));
  return values.length === 0
    ? headers
    : rest.length === 0
      ? others
      : [...others, {name: 'Cookie', value: rest.map(({name, encoded}) => `${name}=${encoded}`).join('; ')}];
}

function keyed(operation: Operation, parameter: Parameter, value: ReadParameter): [string, string][] {
  return [[parameterKey(parameter), typedContent(operation, parameter, typed(value))]];
}

/**
 * The value as typed: lists and objects as JSON, whose texts are parsed as JSON unless the schema asks for a string.
 */
function typed(value: ReadParameter): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'list':
      return `[${value.items.map(typedItem).join(',')}]`;
    case 'object':
      return `{${value.members.map(([name, item]) => `${JSON.stringify(name)}:${typedItem(item)}`).join(',')}}`;
  }
}

function typedItem({text, isString}: ReadItem): string {
  return asJsonText(text, isString);
}

function bodyValues(operation: Operation, {body}: ApiRequest): Pick<RequestValues, 'mediaType' | 'bodies'> {
  const initial = initialValues(operation).bodies;
  const mediaType = documentedType(
    operation,
    body.type === 'multipart' ? 'multipart/form-data' : body.type === 'none' ? undefined : body.mediaType,
  );
  const media = operation.requestBody?.content.find(({type}) => type === mediaType);
  const read = bodyRead(operation, media, body);
  return mediaType === undefined || read === undefined
    ? {bodies: initial}
    : {mediaType, bodies: {...initial, [mediaType]: read}};
}

function bodyRead(
  operation: Operation,
  media: MediaType | undefined,
  body: ApiRequest['body'],
): BodyValues | undefined {
  switch (body.type) {
    case 'none':
      return undefined;
    case 'json':
    case 'text':
      return {type: 'text', text: body.text};
    case 'form':
      return {type: 'fields', fields: media ? typedFields(operation, media, body.fields) : body.fields};
    case 'multipart':
      // A part without headers must not get those of the document.
      return {
        type: 'fields',
        fields: body.parts.map(part =>
          ownMember(media?.encoding, part.name)?.headers ? {headers: [], ...part} : part,
        ),
      };
    case 'file':
      return {type: 'file', file: body.file};
  }
}

/** The document's spelling of a media type, so that parameters such as a charset make no difference. */
function documentedType(operation: Operation, mediaType: string | undefined): string | undefined {
  if (mediaType === undefined) {
    return undefined;
  }
  const documented = operation.requestBody?.content.find(
    ({type}) => mediaTypeEssence(type) === mediaTypeEssence(mediaType),
  );
  return documented?.type ?? mediaType;
}

/** The fields of a form as typed: those with a style of their own (OpenAPI 3.1 §4.8.15.1) as lists and objects. */
function typedFields(
  operation: Operation,
  {schema = true, encoding}: MediaType,
  fields: readonly HeaderField[],
): readonly FieldValue[] {
  const {properties = {}} = mergedSchema(operation, schema);
  // A comma may belong to an item: fields are already decoded, so it cannot be told.
  const pairs = fields.map(({name, value}): QueryPair => ({
    name,
    value,
    encoded: encodeURIComponent(value.toWellFormed()).replaceAll('%2C', ','),
  }));
  const declared = new Set(Object.keys(properties));
  const read = Object.entries(encoding).flatMap(([name, one]) => {
    const style = encodingStyle(name, one);
    if (style?.style === 'deepObject') {
      const own = pairs.filter(pair => deepSteps(name, pair.name) !== undefined);
      const texts = deepTexts(operation, ownMember(properties, name) ?? true, deepNode(name, own));
      return own.length === 0 ? [] : [{name, texts, used: own}];
    }
    const shape = shapeOf(operation, {schema: ownMember(properties, name) ?? true});
    const {value, used} = style
      ? deserialisePairs(style, shape, pairs, declared, percentDecoded)
      : {value: undefined, used: []};
    return value ? [{name, texts: textsOf(value), used}] : [];
  });
  // The first reading of a pair wins.
  const readings = new Map(read.toReversed().flatMap(one => one.used.map(pair => [pair, one] as const)));
  return pairs.flatMap((pair): FieldValue[] => {
    const found = readings.get(pair);
    const {name, value} = pair;
    return !found
      ? [{name, value}]
      : found.used[0] !== pair
        ? []
        : found.texts.map(text => ({name: found.name, value: text}));
  });
}

/** The rows of a form for a value. */
function textsOf(value: Parameters<typeof typed>[0]): readonly string[] {
  return value.type === 'list' ? value.items.map(({text}) => text) : [typed(value)];
}
