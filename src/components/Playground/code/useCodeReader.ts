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
export type CodeReading =
  | {
      /** What the form is to hold. */
      readonly values: RequestValues;
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
export type CodeReader = (code: string, language: Language) => Promise<CodeReading>;

export function useCodeReader({operation, values, server, keys}: CodeReaderInput): CodeReader {
  return useCallback(
    async (code, language) => {
      const {keyNotes, meaningOf, noOperation, otherOperationNote} = await import('./meaningOf');
      const meaning = await meaningOf(code, language, operation, values);
      switch (meaning.type) {
        case 'values':
          return {
            values: meaning.values,
            take() {
              const backToServer = server.snapshot();
              chooseServer(server, meaning.baseUrl);
              const kept = keys.keep(meaning.request.credentials, meaning.baseUrl);
              return {
                notes: [...meaning.notes, ...keyNotes(kept)],
                forgetKeys: kept.takeBack,
                restore() {
                  backToServer();
                  kept.takeBack();
                },
              };
            },
          };
        case 'problems':
          return {problems: meaning.problems, notes: []};
        case 'other-operation':
          return {
            problems: [],
            notes: [otherOperationNote(meaning.other, meaning.request), ...meaning.notes],
          };
        case 'no-operation':
          return {problems: [atStart(noOperation(meaning.request))], notes: meaning.notes};
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
