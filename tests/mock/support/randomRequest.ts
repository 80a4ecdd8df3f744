import fc from 'fast-check';

import type {Api, Json, Operation} from '../../../src/api/operation';
import {parameterKey, type RequestValues} from '../../../src/request/values';
import {initialValues} from '../../../src/request/examples/initialValues';
import {buildRequest} from '../../../src/request/wire/build';
import {toFetchRequest} from '../../../src/client/toFetchRequest';
import {MOCK_KEY} from './client';

/** A request for an operation, valid or not, that may name what earlier answers named. */
export interface RandomRequest {
  readonly operation: Operation;
  readonly request: Request;
}

/** How a request is made: numbers that choose among what is known when it is its turn. */
export interface Recipe {
  readonly operation: number;
  readonly id: number;
  readonly parameters: readonly (readonly [which: number, value: string])[];
  readonly body: BodyRecipe;
  readonly headers: Readonly<Record<string, string>>;
  readonly credential: string;
}

type BodyRecipe =
  | {readonly type: 'example'}
  | {readonly type: 'changed'; readonly member: number; readonly value: Json}
  | {readonly type: 'raw'; readonly text: string}
  | {readonly type: 'json'; readonly value: Json};

const value = fc.oneof(
  fc.constantFrom(
    '1',
    '0',
    '-1',
    '1000',
    'user',
    'admin',
    'queued',
    'handbook',
    '',
    'null',
    '[]',
    '2024-02-12T00:00:00Z',
  ),
  fc.string({unit: 'binary-ascii', maxLength: 20}),
  fc.string({unit: 'grapheme', maxLength: 8}),
);

const json = fc.jsonValue({maxDepth: 3}).map((made): Json => JSON.parse(JSON.stringify(made)));

const body: fc.Arbitrary<BodyRecipe> = fc.oneof(
  {weight: 5, arbitrary: fc.constant({type: 'example' as const})},
  {weight: 4, arbitrary: fc.record({type: fc.constant('changed' as const), member: fc.nat(5), value: json})},
  {weight: 1, arbitrary: fc.record({type: fc.constant('json' as const), value: json})},
  {weight: 1, arbitrary: fc.record({type: fc.constant('raw' as const), text: fc.string({unit: 'binary'})})},
);

const headers = fc.dictionary(
  fc.constantFrom('Accept', 'If-Match', 'If-None-Match', 'Idempotency-Key', 'Range', 'Prefer', 'X-Other'),
  fc.oneof(
    fc.constantFrom(
      '*/*',
      'application/json',
      'text/event-stream',
      'text/html;q=0',
      '*',
      '"0"',
      'bytes=1-',
      'bytes=-0',
    ),
    fc.constantFrom('code=409', 'code=200', 'example=default', 'dynamic=true', 'k1', 'k2'),
    fc.stringMatching(/^[!-~]{1,12}$/),
  ),
  {maxKeys: 2},
);

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  operation: fc.nat(),
  id: fc.nat(20),
  parameters: fc.array(fc.tuple(fc.nat(9), value), {maxLength: 2}),
  body,
  headers,
  credential: fc.oneof(
    {weight: 12, arbitrary: fc.constant(MOCK_KEY)},
    {weight: 1, arbitrary: fc.constantFrom(`${MOCK_KEY}_readonly`, `${MOCK_KEY}_expired`, 'wrong')},
  ),
});

/** Makes the request of a recipe. `ids` are ids that earlier answers named, by prefix, such as `usr_`. */
export function requestOf(
  api: Api,
  baseUrl: string,
  made: Recipe,
  ids: ReadonlyMap<string, readonly string[]>,
): RandomRequest {
  const operation = api.operations[made.operation % api.operations.length];
  if (!operation) {
    throw new Error('The document has no operations.');
  }
  const values = withId(operation, initialValues(operation), made, ids);
  const {request} = buildRequest(operation, withRecipe(operation, values, made), {
    baseUrl,
    credentials: [{type: 'bearer', env: 'CLOUDINDEX_API_KEY', value: made.credential}],
  });
  const {body: content} = made;
  const sent =
    operation.requestBody && content.type === 'raw'
      ? {
          ...request,
          body: {type: 'text' as const, mediaType: 'application/json', text: content.text.toWellFormed()},
        }
      : request;
  return {
    operation,
    request: toFetchRequest(sent, {files: new Map(), signal: new AbortController().signal}).request,
  };
}

function withId(
  operation: Operation,
  values: RequestValues,
  {id}: Recipe,
  ids: ReadonlyMap<string, readonly string[]>,
): RequestValues {
  const [parameter] = operation.parameters.filter(({in: place}) => place === 'path');
  const key = parameter && parameterKey(parameter);
  const example = key === undefined ? undefined : values.parameters[key];
  const known = ids.get(example?.slice(0, 4) ?? '') ?? [];
  const chosen = known[known.length - 1 - id];
  return key === undefined || chosen === undefined
    ? values
    : {...values, parameters: {...values.parameters, [key]: chosen}};
}

function withRecipe(operation: Operation, values: RequestValues, made: Recipe): RequestValues {
  const optional = operation.parameters.filter(({in: place}) => place === 'query');
  const chosen = made.parameters.flatMap(([which, text]) => {
    const parameter = optional[which];
    return parameter ? [[parameterKey(parameter), text.toWellFormed()] as const] : [];
  });
  const known = new Set(operation.parameters.map(({name}) => name.toLowerCase()));
  return {
    ...values,
    parameters: {
      ...values.parameters,
      ...Object.fromEntries(chosen),
      ...Object.fromEntries(
        Object.entries(made.headers)
          .filter(([name]) => known.has(name.toLowerCase()))
          .map(([name, text]) => [`header.${name}`, text]),
      ),
    },
    headers: Object.entries(made.headers)
      .filter(([name]) => !known.has(name.toLowerCase()))
      .map(([name, text]) => ({name, value: text})),
    bodies: Object.fromEntries(
      Object.entries(values.bodies).map(([type, typed]) => [
        type,
        typed.type === 'text' ? {type: 'text' as const, text: bodyText(typed.text, made.body)} : typed,
      ]),
    ),
  };
}

function bodyText(example: string, made: BodyRecipe): string {
  switch (made.type) {
    case 'example':
    case 'raw':
      return example;
    case 'json':
      return JSON.stringify(made.value);
    case 'changed': {
      const shown: unknown = JSON.parse(example);
      const names = Object.keys(shown ?? {});
      const name = names[made.member] ?? 'email';
      return JSON.stringify({...Object(shown), [name]: made.value});
    }
  }
}

/** Adds the ids that an answer names to those that are known. */
export function noteIds(text: string, ids: Map<string, string[]>): void {
  for (const [id = '', prefix = ''] of text.matchAll(/\b(usr_|doc_|thr_|msg_)[0-9a-z]+/g)) {
    const known = ids.get(prefix) ?? [];
    if (!known.includes(id)) {
      ids.set(prefix, [...known, id].slice(-50));
    }
  }
}
