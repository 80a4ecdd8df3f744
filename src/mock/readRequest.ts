import type {Json, Operation, Parameter, Schema} from '../api/operation';
import {resolveSchema} from '../api/schema';
import {validateSchema} from '../api/validateSchema';
import type {Answer} from './answer';
import {problem, validationProblem, type Fault} from './problem';
import type {PathParameters} from './route';

/** Bodies beyond this size are refused, so that no request can fill the memory. */
const LARGEST_BODY = 10_000_000;

/** What the rules of an operation work on, or the answer to a request that does not get so far. */
export type ReadRequest =
  | {readonly type: 'valid'; readonly query: URLSearchParams; readonly body: Json}
  | {readonly type: 'refused'; readonly answer: Answer};

/** Reads and validates parameters and body by the document's own schemas. */
export async function readRequest(
  operation: Operation,
  request: Request,
  pathParameters: PathParameters,
): Promise<ReadRequest> {
  const query = new URL(request.url).searchParams;
  const parameterFaults = operation.parameters.flatMap(parameter =>
    checkParameter(operation, parameter, query, pathParameters, request.headers),
  );
  const body = await readBody(operation, request);
  if (body.type === 'refused') {
    return body;
  }
  const faults = [...parameterFaults, ...checkBody(operation, body.value)];
  if (faults.length > 0) {
    return {type: 'refused', answer: validationProblem(operation, faults)};
  }
  return {type: 'valid', query, body: body.value ?? null};
}

function checkParameter(
  operation: Operation,
  parameter: Parameter,
  query: URLSearchParams,
  pathParameters: PathParameters,
  headers: Headers,
): Fault[] {
  const {name, schema, required} = parameter;
  const pointer = `#/${parameter.in}/${name}`;
  switch (parameter.in) {
    case 'path':
      // A path that no value fits names nothing: the handler answers 404.
      return [];
    case 'cookie':
      return [];
    case 'query':
    case 'header': {
      const text = parameter.in === 'query' ? query.get(name) : headers.get(name);
      if (text === null) {
        const given = [...query.keys()].some(key => key.startsWith(`${name}[`));
        return required && !given && pathParameters[name] === undefined
          ? [{pointer, detail: 'is required'}]
          : [];
      }
      const value = typedValue(operation, schema, parameter.in === 'query' ? query.getAll(name) : [text]);
      return validateSchema(operation, schema, value).map(({message}) => ({pointer, detail: message}));
    }
  }
}

/** The text of a parameter as the type that its schema wants, or as it came, for the schema to refuse. */
function typedValue(operation: Operation, schema: Schema, texts: readonly string[]): Json {
  const resolved = resolveSchema(operation, schema);
  const type = typeof resolved === 'object' ? resolved.type : undefined;
  const [text = ''] = texts;
  switch (type) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return texts.length > 1 ? texts : text.split(',');
    default:
      return text;
  }
}

type ReadBody =
  | {readonly type: 'read'; readonly value: Json | undefined}
  | {readonly type: 'refused'; readonly answer: Answer};

async function readBody(operation: Operation, request: Request): Promise<ReadBody> {
  const {requestBody} = operation;
  if (!requestBody?.content.some(({type}) => /json/i.test(type))) {
    return {type: 'read', value: undefined};
  }
  const refuse = (status: number, detail: string): ReadBody => ({
    type: 'refused',
    answer: problem(operation, status, {detail}),
  });
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LARGEST_BODY) {
    return refuse(413, `The body is larger than ${LARGEST_BODY / 1_000_000} MB.`);
  }
  const mediaType = request.headers.get('Content-Type') ?? '';
  if (bytes.byteLength > 0 && !/^application\/([\w.+-]+\+)?json\b/i.test(mediaType)) {
    return refuse(400, `The body is ${mediaType || 'of no media type'}. Send it as application/json.`);
  }
  if (bytes.byteLength === 0) {
    return requestBody.required
      ? refuse(400, 'The body is empty. Send a JSON object.')
      : {type: 'read', value: undefined};
  }
  try {
    const value: Json = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
    return {type: 'read', value};
  } catch (error) {
    return refuse(
      400,
      error instanceof SyntaxError
        ? `The body is not JSON: ${error.message}.`
        : 'The body is not valid UTF-8.',
    );
  }
}

function checkBody(operation: Operation, body: Json | undefined): Fault[] {
  const schema = operation.requestBody?.content.find(({type}) => /json/i.test(type))?.schema;
  return body === undefined || schema === undefined
    ? []
    : validateSchema(operation, schema, body).map(({pointer, message}) => ({pointer, detail: message}));
}
