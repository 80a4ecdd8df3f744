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

/** The result of reading code. */
export type CodeReading =
  | {
      /** The new values of the form. */
      readonly values: RequestValues;
      /** The message if the body is temporarily not JSON: the form would lose all its fields between two keys. */
      readonly halfTyped: string | undefined;
      /** Chooses the server in the code and keeps its keys. */
      readonly take: () => Taken;
    }
  | {
      readonly values?: undefined;
      /** Why the form cannot follow. */
      readonly problems: readonly ParseProblem[];
      readonly notes: readonly ReactNode[];
    };

/** What happened to the server and the keys in the code, and how to undo it. */
export interface Taken {
  readonly notes: readonly ReactNode[];
  /** Removes the keys alone. */
  readonly forgetKeys: () => void;
  /** Removes the keys and restores the server. */
  readonly restore: () => void;
}

/** Reads code as a request of this operation, without changing anything. Rejects if the parser cannot be loaded. */
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

/** The problem to report if the form was changed before the code was read: one would overwrite the other. */
export function formChanged(): ParseProblem {
  return atStart(
    translate({
      id: 'codeEditing.formChanged',
      message: 'You changed the form before this code was read. To use the code, edit it again.',
    }),
  );
}

/** The problem to report if the parser of a language cannot be loaded. */
export function notLoaded(): ParseProblem {
  return atStart(
    translate({
      id: 'codeEditing.notLoaded',
      message:
        'The part that reads this language did not load. Check your connection, then edit the code again.',
    }),
  );
}
