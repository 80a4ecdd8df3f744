import type {ApiRequest, Body, Credential, Part} from '../../../../src/request/apiRequest';
import {httpsnippetClients, programOf, type Adapter} from '../adapter';
import {Oas, oasToSnippet} from '../generators/oasToSnippet';

/** An operation that takes a request apart again: what is awkward in it becomes the value of a parameter. */
interface Described {
  readonly path: string;
  readonly parameters: readonly object[];
  readonly content?: Readonly<Record<string, object>>;
  readonly values: object;
}

/** The document of the last request: a page has one, whatever is typed into its form. */
let last: {readonly key: string; readonly oas: Oas} | undefined;

function documentOf(definition: object): Oas {
  const key = JSON.stringify(definition);
  if (last?.key !== key) {
    last = {key, oas: new Oas(definition)};
  }
  return last.oas;
}

export const adapter: Adapter = request => {
  const {origin} = new URL(request.url);
  const {path, parameters, content, values} = describe(request, origin);
  const method = request.method.toLowerCase();
  const oas = documentOf({
    openapi: '3.1.0',
    info: {title: 'One request', version: '1'},
    servers: [{url: origin}],
    paths: {
      [path]: {
        [method]: {
          parameters,
          ...(content ? {requestBody: {required: true, content}} : {}),
          security: [Object.fromEntries(request.credentials.map((_, index) => [`key${index}`, []]))],
          responses: {},
        },
      },
    },
    components: {
      securitySchemes: Object.fromEntries(
        request.credentials.map((credential, index) => [`key${index}`, schemeOf(credential)]),
      ),
    },
  });
  const operation = oas.operation(path, method);
  const auth = Object.fromEntries(
    request.credentials.map((credential, index) => [`key${index}`, authOf(credential)]),
  );
  return language => programOf(oasToSnippet(oas, operation, values, auth, httpsnippetClients[language]).code);
};

function describe(request: ApiRequest, origin: string): Described {
  const [rawPath = '', rawQuery = ''] = request.url.slice(origin.length).split(/\?(.*)/s);
  const pathValues: Record<string, string> = {};
  const path = rawPath
    .split('/')
    .map((segment, index) => {
      if (/^[\w.~-]*$/.test(segment)) {
        return segment;
      }
      pathValues[`segment${index}`] = decodeURIComponent(segment);
      return `{segment${index}}`;
    })
    .join('/');
  const query = grouped(
    rawQuery
      .split('&')
      .filter(pair => pair !== '')
      .map(pair => pair.split(/=(.*)/s).map(decodeURIComponent))
      .map(([name = '', value = '']) => [name, value]),
  );
  const header = Object.fromEntries(request.headers.map(({name, value}) => [name, value]));
  const {content, values} = describeBody(request.body);
  return {
    path,
    parameters: [
      ...Object.keys(pathValues).map(name => parameter('path', name, {type: 'string'})),
      ...Object.entries(query).map(([name, value]) => parameter('query', name, schemaOf(value))),
      ...Object.keys(header).map(name => parameter('header', name, {type: 'string'})),
    ],
    ...(content ? {content} : {}),
    values: {path: pathValues, query, header, ...values},
  };
}

function parameter(location: string, name: string, schema: object): object {
  return {in: location, name, required: location === 'path', schema};
}

/** Values by name; those of a name that repeats as a list. */
function grouped(pairs: readonly (readonly [string, string])[]): Record<string, string | readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    lists.set(name, [...(lists.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    [...lists].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function schemaOf(value: string | readonly string[], item: object = {type: 'string'}): object {
  return typeof value === 'string' ? item : {type: 'array', items: item};
}

function describeBody(body: Body): {content?: Readonly<Record<string, object>>; values: object} {
  switch (body.type) {
    case 'none':
      return {values: {}};
    case 'json':
      // As its own raw editor does: the text as typed, for a schema that says nothing of types.
      return {content: {[body.mediaType]: {schema: {description: 'Any'}}}, values: {body: body.text}};
    case 'text':
      return {content: {[body.mediaType]: {schema: {type: 'string'}}}, values: {body: body.text}};
    case 'form': {
      const formData = grouped(body.fields.map(({name, value}) => [name, value]));
      return {content: {[body.mediaType]: {schema: objectSchema(formData)}}, values: {formData}};
    }
    case 'multipart': {
      const values = grouped(body.parts.map(part => [part.name, partValue(part)]));
      const binary = new Set(body.parts.flatMap(part => ('file' in part ? [part.name] : [])));
      const encoding = Object.fromEntries(
        body.parts.flatMap(({name, mediaType}) =>
          mediaType === undefined ? [] : [[name, {contentType: mediaType}]],
        ),
      );
      return {
        content: {'multipart/form-data': {schema: objectSchema(values, binary), encoding}},
        values: {body: values},
      };
    }
    case 'file':
      return {
        content: {[body.mediaType]: {schema: {type: 'string', format: 'binary'}}},
        values: {body: dataUrl(body.file.name, body.mediaType)},
      };
  }
}

function objectSchema(
  values: Readonly<Record<string, string | readonly string[]>>,
  binary: ReadonlySet<string> = new Set(),
): object {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        schemaOf(value, {type: 'string', ...(binary.has(name) ? {format: 'binary'} : {})}),
      ]),
    ),
  };
}

function partValue(part: Part): string {
  return 'file' in part ? dataUrl(part.file.name, part.mediaType ?? 'application/octet-stream') : part.value;
}

/** How its form hands over a file. */
function dataUrl(name: string, mediaType: string): string {
  return `data:${mediaType};name=${encodeURIComponent(name)};base64,AA==`;
}

function schemeOf(credential: Credential): object {
  switch (credential.type) {
    case 'bearer':
    case 'basic':
      return {type: 'http', scheme: credential.type};
    case 'apiKey':
      return {type: 'apiKey', in: credential.in, name: credential.name};
  }
}

function authOf(credential: Credential): string | {user: string; pass: string} {
  if (credential.type !== 'basic') {
    return credential.value;
  }
  const [user = '', pass = ''] = credential.value.split(/:(.*)/s);
  return {user, pass};
}
