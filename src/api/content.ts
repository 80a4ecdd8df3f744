import {compact, flag, fromMembers, member, members, text, toJson, type JsonObject} from './json';
import type {Encoding, Example, MediaType, ResponseHeader, Schema} from './operation';
import {parameterStyle} from './parameterStyle';
import {dereference} from './references';

export type ReadSchema = (schema: unknown) => Schema;

/** The media types of a request body or a response, in the document's order. */
export function readContent(document: JsonObject, content: unknown, readSchema: ReadSchema): MediaType[] {
  return members(content).map(([type, value]) => {
    const mediaType = dereference(document, value);
    return compact({
      type,
      schema: readWhole(mediaType, readSchema),
      examples: readExamples(document, mediaType),
      encoding: fromMembers(
        members(mediaType['encoding']).map(([property, encoding]) => [
          property,
          readEncoding(document, encoding, readSchema),
        ]),
      ),
    });
  });
}

/** A sequence of items, such as lines of JSON or events, is a list of them (OpenAPI 3.2 §4.14.1). */
function readWhole({schema, itemSchema}: JsonObject, readSchema: ReadSchema): Schema | undefined {
  if (schema !== undefined) {
    return readSchema(schema);
  }
  return itemSchema === undefined ? undefined : {type: 'array', items: readSchema(itemSchema)};
}

/**
 * The examples of a parameter or a media type: the named ones, else the single `example` under that very name.
 * An example that is only a link to elsewhere has no value to show and is left out.
 */
export function readExamples(document: JsonObject, holder: JsonObject): Example[] {
  const named = members(holder['examples']).flatMap(([name, example]) => {
    const {value, summary, description} = dereference(document, example);
    return value === undefined
      ? []
      : [compact({name, summary: text(summary), description: text(description), value: toJson(value)})];
  });
  const single = holder['example'];
  return named.length > 0 || single === undefined ? named : [{name: 'example', value: toJson(single)}];
}

function readEncoding(document: JsonObject, encoding: unknown, readSchema: ReadSchema): Encoding {
  const headers = readHeaders(document, member(encoding, 'headers'), readSchema);
  return compact({
    contentType: text(member(encoding, 'contentType')),
    style: parameterStyle(member(encoding, 'style')),
    explode: flag(member(encoding, 'explode')),
    allowReserved: flag(member(encoding, 'allowReserved')),
    headers: headers.length === 0 ? undefined : headers,
  });
}

/** A `Content-Type` header is ignored: the media types say it (OpenAPI 3.1 §4.8.15, §4.8.17). */
export function readHeaders(
  document: JsonObject,
  headers: unknown,
  readSchema: ReadSchema,
): ResponseHeader[] {
  return members(headers)
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, value]) => {
      const header = dereference(document, value);
      const [content] = members(header['content']);
      const schema = header['schema'] ?? member(content?.[1], 'schema');
      return compact({
        name,
        description: text(header['description']),
        required: header['required'] === true,
        deprecated: header['deprecated'] === true ? true : undefined,
        schema: schema === undefined ? true : readSchema(schema),
        explode: header['explode'] === true ? true : undefined,
        contentType: header['schema'] === undefined ? content?.[0] : undefined,
        example: readExamples(document, header)[0]?.value,
      });
    });
}
