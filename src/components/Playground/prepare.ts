import {loadOperation} from '@generated/openapi/default/loaders.js';

import type {CodeExample} from '../../request/codeExamples';
import {initialValues} from '../../request/initialValues';
import type {Prepared} from './prepared';

/** What the playground is opened on: an operation of the document, or samples that somebody wrote. */
export type Source =
  | {readonly type: 'operation'; readonly id: string; readonly example?: string}
  | {readonly type: 'written'; readonly examples: readonly CodeExample[]};

/** Finds the operation and the first values of the form. Rejects when a chunk or the operation cannot be loaded. */
export async function prepare(source: Source): Promise<Prepared> {
  switch (source.type) {
    case 'operation': {
      const operation = await loadOperation(source.id);
      return {operation, initial: initialValues(operation, source.example)};
    }
    case 'written': {
      const {prepareWritten} = await import('./prepareWritten');
      return prepareWritten(source.examples);
    }
  }
}
