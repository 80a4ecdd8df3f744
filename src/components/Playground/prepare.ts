import {loadOperation, operations} from '@generated/openapi/default/catalog.js';

import type {Operation} from '../../api/operation';
import type {ApiRequest, Credential} from '../../request/apiRequest';
import type {CodeExample} from '../../request/codeExamples';
import {matchOperation, operationFromRequest, valuesFromRequest} from '../../request/match';
import {parseCurl} from '../../request/parse/curl';
import {initialValues} from '../../request/initialValues';
import type {RequestValues} from '../../request/values';
import {languageOfCode, languageOfSample} from './languageOfCode';

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

/** cURL first, as its reader is here already; another language where that is what was written. */
async function prepareWritten(examples: readonly CodeExample[]): Promise<Prepared> {
  const samples = examples.flatMap(({language: highlight, label, code}) => {
    const language = languageOfSample(highlight);
    return language && languageOfCode(code) === language ? [{language, label, code}] : [];
  });
  const sample = samples.find(({language}) => language === 'curl') ?? samples[0];
  if (!sample) {
    return empty('There is no request among these samples that could be read.');
  }
  const parsed =
    sample.language === 'curl'
      ? parseCurl(sample.code)
      : await (await import('../../snippets/parse')).parseSnippet(sample.code, sample.language);
  if ('problems' in parsed) {
    const [first] = parsed.problems;
    return empty(
      first
        ? `The ${sample.label} sample could not be read at line ${first.line}, column ${first.column}: ${first.message}`
        : `The ${sample.label} sample could not be read.`,
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
