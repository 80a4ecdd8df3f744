import {translate} from '@docusaurus/Translate';
import {useCallback, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {ApiRequest, Credential} from '../../../request/apiRequest';
import type {ParseProblem} from '../../../request/parse/place';
import type {RequestValues} from '../../../request/values';
import type {Language} from '../../../snippets';
import type {Credentials} from '../credentials/useCredentials';
import type {ServerSelection} from '../server/useServer';
import OtherOperation from './OtherOperation';

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
      const {readCode} = await import('./readCode');
      const result = await readCode(code, language, operation, values);
      switch (result.type) {
        case 'values': {
          chooseServer(server, result.baseUrl);
          const kept = keys.keep(result.request.credentials, result.baseUrl);
          return {
            values: result.values,
            problems: [],
            notes: [
              ...result.notes,
              ...(kept.origin === undefined ? [] : [keptWords(kept.origin)]),
              ...kept.leftOut.map(leftOutWords),
            ],
            forgetKeys: kept.takeBack,
          };
        }
        case 'problems':
          return {values: undefined, problems: result.problems, notes: []};
        case 'other-operation':
          return {
            values: undefined,
            problems: [],
            notes: [
              <OtherOperation key="other" other={result.other} request={result.request} />,
              ...result.notes,
            ],
          };
        case 'no-operation':
          return {
            values: undefined,
            problems: [atStart(noOperationWords(result.request))],
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

function noOperationWords({method, url}: ApiRequest): string {
  return translate(
    {id: 'codeEditing.none', message: '{method} {path} is no operation of this API.'},
    {method, path: URL.canParse(url) ? new URL(url).pathname : url},
  );
}

function keptWords(origin: string): string {
  return translate(
    {id: 'codeEditing.key', message: 'The key of this code is kept in memory, for {origin} alone.'},
    {origin},
  );
}

function leftOutWords(credential: Credential): string {
  switch (credential.type) {
    case 'basic':
      return translate({
        id: 'codeEditing.basicLeftOut',
        message: 'The user name and password of this code are left out: this operation takes none.',
      });
    case 'bearer':
      return translate({
        id: 'codeEditing.bearerLeftOut',
        message: 'The bearer token of this code is left out: this operation takes none.',
      });
    case 'apiKey':
      return translate(
        {
          id: 'codeEditing.keyLeftOut',
          message: 'The key {name} of this code is left out: this operation takes none of this name.',
        },
        {name: credential.name},
      );
  }
}
