import {loadOperation, operations} from '@generated/openapi/default/catalog.js';

import type {Operation} from '../../api/operation';
import type {ApiRequest, Credential} from '../../request/apiRequest';
import type {CodeExample} from '../../request/codeExamples';
import {matchOperation, operationFromRequest, valuesFromRequest} from '../../request/match';
import {parseCurl} from '../../request/parse/curl';
import {initialValues} from '../../request/initialValues';
import type {RequestValues} from '../../request/values';

/** What the playground is opened on: an operation of the document, or samples that somebody wrote. */
export type Source =
  | {readonly type: 'operation'; readonly id: string; readonly example?: string}
  | {readonly type: 'written'; readonly examples: readonly CodeExample[]};

/** A form to fill in: the operation, what it starts with, and what the reader should know about its making. */
export interface Prepared {
  readonly operation: Operation;
  readonly initial: RequestValues;
  /** Why a hand-written sample could not be understood. The form is empty then. */
  readonly problem?: string;
}

const curlLanguages = new Set(['bash', 'sh', 'shell', 'curl', 'console', 'zsh']);

/** Finds the operation and the first values of the form. Rejects when a chunk or the operation cannot be loaded. */
export async function prepare(source: Source): Promise<Prepared> {
  switch (source.type) {
    case 'operation': {
      const operation = await loadOperation(source.id);
      return {operation, initial: initialValues(operation, source.example)};
    }
    case 'written':
      return prepareWritten(source.examples);
  }
}

async function prepareWritten(examples: readonly CodeExample[]): Promise<Prepared> {
  const sample = examples.find(isCurl);
  if (!sample) {
    return empty('There is no cURL sample among these, and cURL is what the form is read from.');
  }
  const parsed = parseCurl(sample.code);
  if ('problems' in parsed) {
    const [first] = parsed.problems;
    return empty(
      first
        ? `The cURL sample could not be read at line ${first.line}, column ${first.column}: ${first.message}`
        : 'The cURL sample could not be read.',
    );
  }
  return prepareRequest(parsed.request);
}

async function prepareRequest(request: ApiRequest): Promise<Prepared> {
  const match = matchOperation(operations, request);
  const operation = match ? await loadOperation(match.id) : operationFromRequest(request);
  return {operation, initial: valuesFromRequest(operation, request)};
}

function isCurl({language, code}: CodeExample): boolean {
  return curlLanguages.has(language) && /^\s*(\$\s+)?curl\b/m.test(code);
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
