import {translate} from '@docusaurus/Translate';
import {useCallback, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {ParseProblem} from '../../../request/parse/place';
import type {RequestValues} from '../../../request/values';
import type {Language} from '../../../snippets';
import type {Credentials} from '../credentials/useCredentials';
import type {ServerSelection} from '../server/useServer';

export interface CodeReaderInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly server: ServerSelection;
  readonly keys: Credentials;
}

/** What came of reading code. */
export interface CodeReading {
  /** What the form is to hold; undefined when it cannot follow. */
  readonly values: RequestValues | undefined;
  readonly problems: readonly ParseProblem[];
  readonly notes: readonly ReactNode[];
  /** Forgets the keys that came with the code. */
  readonly forgetKeys?: () => void;
}

/**
 * Reads code as a request of this operation. The server that it names is chosen and its keys are kept; its values are for
 * the caller to take. Rejects when the reader of its language cannot be loaded.
 */
export type ReadCode = (code: string, language: Language) => Promise<CodeReading>;

export function useCodeReader({operation, values, server, keys}: CodeReaderInput): ReadCode {
  return useCallback(
    async (code, language) => {
      const {keyNotes, noOperation, otherOperationNote, readCode} = await import('./readCode');
      const result = await readCode(code, language, operation, values);
      switch (result.type) {
        case 'values': {
          chooseServer(server, result.baseUrl);
          const kept = keys.keep(result.request.credentials, result.baseUrl);
          return {
            values: result.values,
            problems: [],
            notes: [...result.notes, ...keyNotes(kept)],
            forgetKeys: kept.takeBack,
          };
        }
        case 'problems':
          return {values: undefined, problems: result.problems, notes: []};
        case 'other-operation':
          return {
            values: undefined,
            problems: [],
            notes: [otherOperationNote(result.other, result.request), ...result.notes],
          };
        case 'no-operation':
          return {
            values: undefined,
            problems: [atStart(noOperation(result.request))],
            notes: result.notes,
          };
      }
    },
    [operation, values, server, keys],
  );
}

/** What is said when the reader of a language cannot be loaded. */
export function notLoaded(): ParseProblem {
  return atStart(
    translate({
      id: 'codeEditing.notLoaded',
      message: 'What reads this language did not load. Check the connection and type again.',
    }),
  );
}

/** Code names a server: one of the document's, or one of the reader's own. The mock in the tab stands for the first. */
function chooseServer(server: ServerSelection, baseUrl: string): void {
  if (baseUrl === server.sampleBaseUrl) {
    return;
  }
  const known = server.choices.find(choice => choice.baseUrl === baseUrl && choice.kind !== 'custom');
  if (!known) {
    server.setCustomUrl(baseUrl);
  }
  server.choose(known?.id ?? 'custom');
}

function atStart(message: string): ParseProblem {
  return {offset: 0, line: 1, column: 1, message};
}
