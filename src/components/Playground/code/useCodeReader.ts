import {translate} from '@docusaurus/Translate';
import {useCallback, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import {atStart, type ParseProblem} from '../../../snippets/parse/place';
import type {RequestValues} from '../../../request/values';
import type {SampleReader} from '../../../snippets/sampleLanguage';
import type {ServerSelection} from '../server/useServer';

export interface CodeReaderInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly server: ServerSelection;
}

/** What came of reading code. */
export type CodeReading =
  | {
      /** What the form is to hold. */
      readonly values: RequestValues;
      /** Said where the body is no JSON for the moment: the form would lose all its fields between two keys. */
      readonly halfTyped: string | undefined;
      /** Chooses the server that the code names and keeps its keys. */
      readonly take: () => Taken;
    }
  | {
      readonly values?: undefined;
      /** Why the form cannot follow. */
      readonly problems: readonly ParseProblem[];
      readonly notes: readonly ReactNode[];
    };

/** What became of the server and the keys of code. */
export interface Taken {
  readonly notes: readonly ReactNode[];
  /** Takes back the keys alone. */
  readonly forgetKeys: () => void;
  /** Takes back keys and server. */
  readonly restore: () => void;
}

/** Reads code as a request of this operation; nothing changes by it. Rejects when its reader cannot be loaded. */
export type CodeReader = (code: string, reader: SampleReader) => Promise<CodeReading>;

export function useCodeReader({operation, values, server}: CodeReaderInput): CodeReader {
  return useCallback(
    async (code, reader) => {
      const {readCode} = await import('./readCode');
      return readCode(code, reader, {operation, values, server});
    },
    [operation, values, server],
  );
}

/** What is said when the form was changed before code was read: either would take the place of the other. */
export function formChanged(): ParseProblem {
  return atStart(
    translate({
      id: 'codeEditing.formChanged',
      message: 'You changed the form before this code was read. To use the code, edit it again.',
    }),
  );
}

/** What is said when the reader of a language cannot be loaded. */
export function notLoaded(): ParseProblem {
  return atStart(
    translate({
      id: 'codeEditing.notLoaded',
      message:
        'The part that reads this language did not load. Check your connection, then edit the code again.',
    }),
  );
}
