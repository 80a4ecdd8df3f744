import {loadOperation} from '@generated/openapi/default/loaders.js';

import type {Operation} from '../../api/operation';
import type {CodeExample} from '../../request/examples/codeExamples';
import {exampleValues, hasExamples} from '../../request/examples/exampleValues';
import type {RequestValues} from '../../request/values';
import type {Prepared} from './prepared';

/** What the playground is opened for: an operation of the document, or hand-written samples. */
export type Source =
  | {readonly type: 'operation'; readonly id: string; readonly example?: string}
  | {readonly type: 'written'; readonly examples: readonly CodeExample[]};

/** Finds the operation and the initial values of the form. Rejects if a chunk or the operation cannot be loaded. */
export async function prepare(source: Source): Promise<Prepared> {
  switch (source.type) {
    case 'operation': {
      const operation = await loadOperation(source.id);
      return {operation, initial: await firstValues(operation, source.example)};
    }
    case 'written': {
      const {prepareWritten} = await import('./prepareWritten');
      return prepareWritten(source.examples);
    }
  }
}

/** What makes up values is only loaded for operations without examples in the document. */
async function firstValues(operation: Operation, example: string | undefined): Promise<RequestValues> {
  if (hasExamples(operation)) {
    return exampleValues(operation, example);
  }
  const {initialValues} = await import('../../request/examples/initialValues');
  return initialValues(operation, example);
}
