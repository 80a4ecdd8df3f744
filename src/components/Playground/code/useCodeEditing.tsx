import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
} from 'react';

import type {CodeExample} from '../../../request/examples/codeExamples';
import type {ParseProblem} from '../../../snippets/parse/place';
import {sameValues, type RequestValues} from '../../../request/values';
import type {SampleReader} from '../../../snippets/sampleLanguage';
import {MOST_SHOWN} from '../../CodeTabs/shownCode';
import EditableCode from '../../EditableCode';
import type {FillLate} from '../useLateFilling';
import type {Tell} from '../useTold';
import type {Fill} from '../useTypedValues';
import {readerOfCode, readerOfSample} from './readerOf';
import {formChanged, notLoaded, useCodeReader, type CodeReaderInput} from './useCodeReader';
import {usePastedCode} from './usePastedCode';

export interface CodeEditingInput extends CodeReaderInput {
  readonly setValues: (values: RequestValues) => void;
  readonly fill: Fill;
  readonly beginFilling: () => FillLate;
  readonly tell: Tell;
  /** Whether the samples show the request of the form: samples of an earlier request cannot be edited. */
  readonly current: boolean;
  readonly send: () => Promise<void>;
}

export interface CodeEditing {
  /** Renders a sample in the code tabs. */
  readonly renderCode: (example: CodeExample) => ReactNode;
  /** The sample with this label as the reader typed it. */
  readonly typed: {readonly label: string; readonly code: string} | undefined;
  /** Reads code that was pasted outside the code tabs; false if it makes no request. */
  readonly takePasted: (text: string) => boolean;
  /**
   * Sends the form's request once code that is still being read has reached the form. Does not send if the form could
   * not follow the code: the request would not be what the reader wrote last.
   */
  readonly send: () => void;
  /** What stopped Send, until the code is changed or the reader sends without it. */
  readonly unfollowed: Unfollowed | undefined;
}

export interface Unfollowed {
  readonly label: string;
  /** Distinguishes one press of Send from the last. */
  readonly attempt: number;
  readonly sendForm: () => void;
}

/** Code that the reader typed in a tab, and the result of reading it. */
interface Draft {
  readonly label: string;
  readonly code: string;
  readonly problems: readonly ParseProblem[];
  readonly notes: readonly ReactNode[];
  /** Whether the form could not follow it. */
  readonly refused: boolean;
  /** Whether it is still being read. */
  readonly reading?: boolean;
  /** How often Send had been pressed by then: if it is pressed again, the reader chooses what to send. */
  readonly asked: number;
  /** The values of the form after the code was read: if the form has other values, it has been changed since. */
  readonly form: RequestValues;
}

/** Updates the form from code: what is typed or pasted is read, and the form follows as far as it is understood. */
export function useCodeEditing(input: CodeEditingInput): CodeEditing {
  const {values, setValues, fill, beginFilling, tell, current, send} = input;
  const [draft, setDraft] = useState<Draft>();
  const reading = useRef(0);
  /** Whether the reader left the code before it was read. */
  const left = useRef(false);
  /** Removes the keys that the previous reading of the draft kept: a half-typed host must not keep any. */
  const forgetKeys = useRef<() => void>(undefined);

  // Send may be pressed before what was typed or pasted is read: it waits for the form to follow.
  const [asked, countAsked] = useReducer((count: number) => count + 1, 0);

  /** The current values of the form and count of presses of Send, for when the code has been read. */
  const held = useRef({values, asked});
  useLayoutEffect(() => {
    held.current = {values, asked};
  });

  const read = useCodeReader(input);
  const pasted = usePastedCode({fill, beginFilling, tell, read});
  const [pasting, setPasting] = useState<'reading' | 'refused'>();

  const discard = useCallback(() => {
    reading.current++;
    forgetKeys.current = undefined;
    setDraft(undefined);
  }, []);

  const edit = useCallback(
    (label: string, reader: SampleReader, code: string) => {
      const turn = ++reading.current;
      left.current = false;
      const under = {label, code, problems: [], notes: [], refused: false, asked: held.current.asked};
      setDraft(before => ({
        ...under,
        reading: true,
        form: before?.label === label ? before.form : values,
      }));
      const settle = (outcome: Partial<Draft>): void => {
        const next = {...under, form: values, ...outcome};
        if (left.current && isFollowed(next)) {
          discard();
        } else {
          setDraft(next);
        }
      };
      void read(code, reader).then(
        outcome => {
          if (reading.current !== turn) {
            return;
          }
          if (!outcome.values) {
            settle({refused: true, problems: outcome.problems, notes: outcome.notes});
          } else if (outcome.halfTyped !== undefined) {
            settle({refused: true, notes: [outcome.halfTyped]});
          } else if (!sameValues(held.current.values, values)) {
            settle({refused: true, problems: [formChanged()]});
          } else {
            forgetKeys.current?.();
            const taken = outcome.take();
            forgetKeys.current = taken.forgetKeys;
            setValues(outcome.values);
            settle({form: outcome.values, notes: taken.notes});
          }
        },
        () => {
          if (reading.current === turn) {
            settle({refused: true, problems: [notLoaded()]});
          }
        },
      );
    },
    [read, values, setValues, discard],
  );

  const takePasted = useCallback(
    (text: string): boolean => {
      const read = pasted(text);
      if (!read) {
        return false;
      }
      discard();
      setPasting('reading');
      void read.then(outcome => {
        if (outcome !== 'overtaken') {
          setPasting(outcome === 'refused' ? outcome : undefined);
        }
      });
      return true;
    },
    [pasted, discard],
  );

  // Code that was understood is replaced as soon as the form changes; code that was not, or not yet, stays.
  const shown =
    draft && (draft.reading === true || draft.refused || sameValues(draft.form, values)) ? draft : undefined;

  const answered = useRef(asked);
  useEffect(() => {
    if (asked !== answered.current && draft?.reading !== true && pasting !== 'reading') {
      answered.current = asked;
      if (draft?.refused !== true && pasting !== 'refused') {
        void send();
      }
    }
  }, [asked, draft, pasting, send]);
  const isReading = draft?.reading === true || pasting === 'reading';
  const ask = useCallback(() => {
    setPasting(now => (now === 'refused' ? undefined : now));
    countAsked();
  }, []);

  const renderCode = useCallback(
    (example: CodeExample): ReactNode => {
      // Code that is too long to be shown whole cannot be edited.
      const reader = example.code.length > MOST_SHOWN ? undefined : readerOfSample(example.language);
      const own = shown?.label === example.label ? shown : undefined;
      return (
        reader &&
        (current || own) && (
          <EditableCode
            example={own ? {...example, code: own.code} : example}
            problems={own?.problems ?? []}
            notes={own?.notes ?? []}
            onEdit={code => edit(example.label, reader, code)}
            onLeave={() => {
              left.current = true;
              if (own && isFollowed(own)) {
                discard();
              }
            }}
            onPaste={text => {
              const pastedReader = readerOfCode(text);
              if (!pastedReader) {
                return false;
              }
              if (pastedReader === reader) {
                edit(example.label, reader, text);
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
    [shown, current, edit, discard, takePasted, ask],
  );

  const typed = useMemo(() => shown && {label: shown.label, code: shown.code}, [shown]);
  const isStopped = shown?.refused === true;
  return {
    renderCode,
    typed,
    takePasted,
    send: () => (isReading || isStopped ? ask() : void send()),
    unfollowed:
      isStopped && asked > shown.asked
        ? {
            label: shown.label,
            attempt: asked,
            sendForm() {
              setDraft({...shown, asked});
              void send();
            },
          }
        : undefined,
  };
}

/** Whether the form followed a draft without any notes: it need not be kept once the reader leaves it. */
function isFollowed({reading, refused, notes}: Draft): boolean {
  return reading !== true && !refused && notes.length === 0;
}
