import {operations} from '@generated/openapi/default/catalog.js';
import {loadOperation} from '@generated/openapi/default/loaders.js';

import type {ApiRequest, Credential} from '../../request/apiRequest';
import type {CodeExample} from '../../request/examples/codeExamples';
import {matchOperation} from '../../request/back/matchOperation';
import {operationFromRequest} from '../../request/back/operationFromRequest';
import {valuesFromRequest} from '../../request/back/valuesFromRequest';
import {messages} from '../../words';
import {readerOfCode, readerOfSample} from './code/readerOf';
import type {Prepared} from './prepared';

const say = messages('written', {
  noRequest: 'None of these samples contains a request that can be read.',
  unreadAt: 'The {label} sample could not be read at line {line}, column {column}: {message}',
  unread: 'The {label} sample could not be read.',
});

/**
 * The operation and the values of hand-written samples: of the cURL sample if there is one, as its parser is the
 * smallest, else of the first sample that can be read.
 */
export async function prepareWritten(examples: readonly CodeExample[]): Promise<Prepared> {
  const samples = examples.flatMap(({language: highlight, label, code}) => {
    const reader = readerOfSample(highlight);
    return reader && readerOfCode(code) === reader ? [{reader, label, code}] : [];
  });
  const sample = samples.find(({reader}) => reader.names.includes('curl')) ?? samples[0];
  if (!sample) {
    return empty(say('noRequest'));
  }
  const parsed = await sample.reader.read(sample.code);
  if ('problems' in parsed) {
    const [first] = parsed.problems;
    return empty(
      first ? say('unreadAt', {label: sample.label, ...first}) : say('unread', {label: sample.label}),
    );
  }
  return prepareRequest(parsed.request);
}

async function prepareRequest(request: ApiRequest): Promise<Prepared> {
  const match = matchOperation(operations, request);
  const operation = match ? await loadOperation(match.id) : operationFromRequest(request);
  return {operation, initial: valuesFromRequest(operation, request)};
}

function empty(problem: string): Prepared {
  const operation = operationFromRequest(emptyRequest);
  return {operation, initial: valuesFromRequest(operation, emptyRequest), problem};
}

const noCredentials: readonly Credential[] = [];
const emptyRequest: ApiRequest = {
  method: 'GET',
  url: operations[0]?.servers[0]?.url ?? 'https://example.com',
  headers: [],
  credentials: noCredentials,
  body: {type: 'none'},
  expects: {type: 'text'},
};
