import {translate} from '@docusaurus/Translate';
import {useCallback, useState} from 'react';

import type {ParseProblem} from '../../../request/parse/place';
import type {RequestValues} from '../../../request/values';
import type {NoticeProps} from '../Notice';
import type {ServerSelection} from '../server/useServer';
import {languageOfCode} from './languageOfCode';
import {notLoaded, type CodeReading, type ReadCode} from './useCodeReader';

export interface PastedCodeInput {
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  readonly server: ServerSelection;
  readonly read: ReadCode;
}

export interface PastedCode {
  /** Reads code that was pasted; false when it is none that makes a request. */
  readonly take: (text: string) => boolean;
  /** What became of it, with the way back. */
  readonly notice: NoticeProps | undefined;
}

interface PasteOutcome {
  readonly notice: NoticeProps;
  /** What it put into the form, as JSON: once the reader goes on, taking that back would take their work too. */
  readonly filled?: string;
}

/** Code pasted anywhere in the panel fills the form, and can be undone. */
export function usePastedCode({values, setValues, server, read}: PastedCodeInput): PastedCode {
  const [outcome, setOutcome] = useState<PasteOutcome>();

  const take = useCallback(
    (text: string): boolean => {
      const language = languageOfCode(text);
      if (language === undefined) {
        return false;
      }
      const before = {values, server: server.choice.id, customUrl: server.customUrl};
      const dismiss = (): void => setOutcome(undefined);
      void read(text, language).then(
        reading => {
          if (reading.values) {
            setValues(reading.values);
          }
          const undo = (): void => {
            setValues(before.values);
            server.setCustomUrl(before.customUrl);
            server.choose(before.server);
            reading.forgetKeys?.();
            dismiss();
          };
          const notes = notesOf(reading);
          setOutcome(
            reading.values
              ? {
                  notice: {notes, undo: {label: undoWord(), run: undo}, dismiss},
                  filled: JSON.stringify(reading.values),
                }
              : {notice: {notes, dismiss}},
          );
        },
        () => setOutcome({notice: {notes: [notLoaded().message], dismiss}}),
      );
      return true;
    },
    [read, values, setValues, server],
  );

  const isCurrent = outcome?.filled === undefined || outcome.filled === JSON.stringify(values);
  return {take, notice: isCurrent ? outcome?.notice : undefined};
}

function notesOf({values, problems, notes}: CodeReading): NoticeProps['notes'] {
  return [...(values ? [filledWords()] : []), ...problems.map(placed), ...notes];
}

function undoWord(): string {
  return translate({id: 'pasted.undo', message: 'Undo'});
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
