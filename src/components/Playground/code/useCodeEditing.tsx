import {translate} from '@docusaurus/Translate';
import {useCallback, useEffect, useMemo, useReducer, useRef, useState, type ReactNode} from 'react';

import type {CodeExample} from '../../../request/codeExamples';
import {isReadable} from '../../../request/jsonText';
import {bodyKind} from '../../../request/mediaTypes';
import type {ParseProblem} from '../../../request/parse/place';
import type {RequestValues} from '../../../request/values';
import type {Language} from '../../../snippets';
import {MOST_SHOWN} from '../../CodeTabs/shortened';
import EditableCode from '../../EditableCode';
import type {NoticeProps} from '../Notice';
import {languageOfCode, languageOfSample} from './languageOfCode';
import {notLoaded, useCodeReader, type CodeReaderInput} from './useCodeReader';
import {usePastedCode} from './usePastedCode';

export interface CodeEditingInput extends CodeReaderInput {
  readonly setValues: (values: RequestValues) => void;
  /** Whether the samples show the request of the form: those of an earlier one are not to be edited. */
  readonly current: boolean;
  readonly send: () => Promise<void>;
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
  /** Whether it is still being read. */
  readonly reading?: boolean;
  /** What the form said after it was read, as JSON: anything else means that the form moved on. */
  readonly form: string;
}

/** The way back from code to the form: what is typed or pasted is read, and the form follows as far as it is understood. */
export function useCodeEditing({
  operation,
  values,
  setValues,
  server,
  keys,
  current,
  send,
}: CodeEditingInput): CodeEditing {
  const [draft, setDraft] = useState<Draft>();
  const reading = useRef(0);

  const read = useCodeReader({operation, values, server, keys});
  const pasted = usePastedCode({values, setValues, server, read});

  const edit = useCallback(
    (label: string, language: Language, code: string) => {
      const turn = ++reading.current;
      setDraft(before => ({
        label,
        code,
        problems: [],
        notes: [],
        refused: false,
        reading: true,
        form: before?.label === label ? before.form : JSON.stringify(values),
      }));
      void read(code, language).then(
        outcome => {
          if (reading.current === turn) {
            const halfTyped = outcome.values && isHalfTyped(values, outcome.values);
            const next = halfTyped ? undefined : outcome.values;
            setDraft({
              label,
              code,
              problems: outcome.problems,
              notes: halfTyped ? [halfTypedWords()] : outcome.notes,
              refused: !next,
              form: JSON.stringify(next ?? values),
            });
            if (next) {
              setValues(next);
            }
          }
        },
        () => {
          if (reading.current === turn) {
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

  const {take} = pasted;
  const takePasted = useCallback(
    (text: string): boolean => {
      const taken = take(text);
      if (taken) {
        discard();
      }
      return taken;
    },
    [take, discard],
  );

  // Code that was understood gives way as soon as the form says something else; what was not stays until discarded.
  const shown = draft && (draft.refused || draft.form === JSON.stringify(values)) ? draft : undefined;

  // Ctrl+Enter may come before what was typed is read: it waits for the form to follow.
  const [asked, ask] = useReducer((count: number) => count + 1, 0);
  const answered = useRef(asked);
  useEffect(() => {
    if (asked !== answered.current && draft?.reading !== true) {
      answered.current = asked;
      if (draft?.refused !== true) {
        void send();
      }
    }
  }, [asked, draft, send]);

  const renderCode = useCallback(
    (example: CodeExample): ReactNode => {
      // What is too long to be shown whole cannot be typed in.
      const language = example.code.length > MOST_SHOWN ? undefined : languageOfSample(example.language);
      const own = shown?.label === example.label ? shown : undefined;
      return (
        language &&
        (current || own) && (
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
            onSend={ask}
          />
        )
      );
    },
    [shown, current, edit, discard, takePasted],
  );

  const typed = useMemo(() => shown && {label: shown.label, code: shown.code}, [shown]);
  return {renderCode, typed, takePasted, pasted: pasted.notice};
}

/** Whether a body that was JSON is none for the moment: the form would lose all its fields between two keys. */
function isHalfTyped(before: RequestValues, after: RequestValues): boolean {
  return holdsReadable(before) && !holdsReadable(after);
}

function holdsReadable({mediaType, bodies}: RequestValues): boolean {
  const body = mediaType === undefined ? undefined : bodies[mediaType];
  return (
    mediaType === undefined ||
    body?.type !== 'text' ||
    bodyKind(mediaType) !== 'json' ||
    isReadable(body.text)
  );
}

function halfTypedWords(): string {
  return translate({
    id: 'codeEditing.halfTyped',
    message: 'The body is not JSON yet: the form follows as soon as it is.',
  });
}
