import {translate} from '@docusaurus/Translate';
import {useCallback, useMemo, useRef, useState, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {ApiRequest} from '../../../request/apiRequest';
import type {CodeExample} from '../../../request/codeExamples';
import type {ParseProblem} from '../../../request/parse/place';
import type {RequestValues} from '../../../request/values';
import type {Language} from '../../../snippets';
import {MOST_SHOWN} from '../../CodeTabs/shortened';
import EditableCode from '../../EditableCode';
import type {Credentials} from '../credentials/useCredentials';
import type {NoticeProps} from '../Notice';
import type {ServerSelection} from '../server/useServer';
import {languageOfCode, languageOfSample} from './languageOfCode';
import OtherOperation from './OtherOperation';

export interface CodeEditingInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  readonly server: ServerSelection;
  readonly keys: Credentials;
}

export interface CodeEditing {
  /** What stands in the code tabs in place of a sample. */
  readonly renderCode: (example: CodeExample) => ReactNode;
  /** The sample with this label as the reader typed it. */
  readonly typed: {readonly label: string; readonly code: string} | undefined;
  /** Reads code that was pasted outside the code; false when it is none that makes a request. */
  readonly takePasted: (text: string) => boolean;
  /** What became of pasted code. */
  readonly pasted: NoticeProps | undefined;
}

/** Code that the reader typed in a tab, and what came of reading it. */
interface Draft {
  readonly label: string;
  readonly code: string;
  readonly problems: readonly ParseProblem[];
  readonly notes: readonly ReactNode[];
  /** Whether the form could not follow it. */
  readonly refused: boolean;
  /** What the form said after it was read, as JSON: anything else means that the form moved on. */
  readonly form: string;
}

interface Outcome {
  readonly values: RequestValues | undefined;
  readonly problems: readonly ParseProblem[];
  readonly notes: readonly ReactNode[];
}

/** The way back from code to the form: what is typed or pasted is read, and the form follows as far as it is understood. */
export function useCodeEditing({operation, values, setValues, server, keys}: CodeEditingInput): CodeEditing {
  const [draft, setDraft] = useState<Draft>();
  const [pasted, setPasted] = useState<NoticeProps>();
  const reading = useRef(0);

  const read = useCallback(
    async (code: string, language: Language): Promise<Outcome> => {
      const {readCode} = await import('./readCode');
      const result = await readCode(code, language, operation, values);
      switch (result.type) {
        case 'values': {
          chooseServer(server, result.baseUrl);
          const kept = keys.keep(result.request.credentials, result.baseUrl);
          return {
            values: result.values,
            problems: [],
            notes: kept === undefined ? result.notes : [...result.notes, keptWords(kept)],
          };
        }
        case 'problems':
          return {values: undefined, problems: result.problems, notes: []};
        case 'other-operation':
          return {
            values: undefined,
            problems: [],
            notes: [<OtherOperation key="other" other={result.other} request={result.request} />],
          };
        case 'no-operation':
          return {
            values: undefined,
            problems: [{offset: 0, line: 1, column: 1, message: noOperationWords(result.request)}],
            notes: [],
          };
      }
    },
    [operation, values, server, keys],
  );

  const edit = useCallback(
    (label: string, language: Language, code: string) => {
      const current = ++reading.current;
      setDraft(before => ({
        label,
        code,
        problems: [],
        notes: [],
        refused: false,
        form: before?.label === label ? before.form : JSON.stringify(values),
      }));
      void read(code, language).then(
        outcome => {
          if (reading.current === current) {
            setDraft({
              label,
              code,
              problems: outcome.problems,
              notes: outcome.notes,
              refused: !outcome.values,
              form: JSON.stringify(outcome.values ?? values),
            });
            if (outcome.values) {
              setValues(outcome.values);
            }
          }
        },
        () => {
          if (reading.current === current) {
            setDraft({
              label,
              code,
              form: JSON.stringify(values),
              refused: true,
              notes: [],
              problems: [notLoaded()],
            });
          }
        },
      );
    },
    [read, values, setValues],
  );

  const discard = useCallback(() => {
    reading.current++;
    setDraft(undefined);
  }, []);

  const takePasted = useCallback(
    (text: string): boolean => {
      const language = languageOfCode(text);
      if (language === undefined) {
        return false;
      }
      discard();
      const before = {values, server: server.choice.id, customUrl: server.customUrl};
      const dismiss = (): void => setPasted(undefined);
      void read(text, language).then(
        outcome => {
          if (outcome.values) {
            setValues(outcome.values);
          }
          setPasted({
            notes: [
              outcome.values ? filledWords() : undefined,
              ...outcome.problems.map(placed),
              ...outcome.notes,
            ].filter(note => note !== undefined),
            ...(outcome.values
              ? {
                  undo: {
                    label: translate({id: 'pasted.undo', message: 'Undo'}),
                    run: () => {
                      setValues(before.values);
                      server.setCustomUrl(before.customUrl);
                      server.choose(before.server);
                      dismiss();
                    },
                  },
                }
              : {}),
            dismiss,
          });
        },
        () => setPasted({notes: [notLoaded().message], dismiss}),
      );
      return true;
    },
    [read, discard, values, setValues, server],
  );

  // Code that was understood gives way as soon as the form says something else; what was not stays until discarded.
  const shown = draft && (draft.refused || draft.form === JSON.stringify(values)) ? draft : undefined;

  const renderCode = useCallback(
    (example: CodeExample): ReactNode => {
      // What is too long to be shown whole cannot be typed in.
      const language = example.code.length > MOST_SHOWN ? undefined : languageOfSample(example.language);
      const own = shown?.label === example.label ? shown : undefined;
      return (
        language && (
          <EditableCode
            example={own ? {...example, code: own.code} : example}
            problems={own?.problems ?? []}
            notes={own?.notes ?? []}
            onEdit={code => edit(example.label, language, code)}
            onLeave={() => {
              if (own && !own.refused && own.notes.length === 0) {
                discard();
              }
            }}
            onPaste={text => {
              const pastedLanguage = languageOfCode(text);
              if (pastedLanguage === undefined) {
                return false;
              }
              if (pastedLanguage === language) {
                edit(example.label, language, text);
                return true;
              }
              return takePasted(text);
            }}
            onDiscard={discard}
          />
        )
      );
    },
    [shown, edit, discard, takePasted],
  );

  const typed = useMemo(() => shown && {label: shown.label, code: shown.code}, [shown]);
  return {renderCode, typed, takePasted, pasted};
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

function filledWords(): string {
  return translate({id: 'codeEditing.filled', message: 'The form is filled from the code that you pasted.'});
}

function placed({line, column, message}: ParseProblem): string {
  return translate(
    {id: 'codeEditing.place', message: 'Line {line}, column {column}: {message}'},
    {line, column, message},
  );
}

function notLoaded(): ParseProblem {
  return {
    offset: 0,
    line: 1,
    column: 1,
    message: translate({
      id: 'codeEditing.notLoaded',
      message: 'What reads this language did not load. Check the connection and type again.',
    }),
  };
}
