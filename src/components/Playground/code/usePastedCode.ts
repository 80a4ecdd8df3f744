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

/** Code pasted anywhere in the panel fills the form, and can be undone. */
export function usePastedCode({values, setValues, server, read}: PastedCodeInput): PastedCode {
  const [notice, setNotice] = useState<NoticeProps>();

  const take = useCallback(
    (text: string): boolean => {
      const language = languageOfCode(text);
      if (language === undefined) {
        return false;
      }
      const before = {values, server: server.choice.id, customUrl: server.customUrl};
      const dismiss = (): void => setNotice(undefined);
      const undo = (): void => {
        setValues(before.values);
        server.setCustomUrl(before.customUrl);
        server.choose(before.server);
        dismiss();
      };
      void read(text, language).then(
        reading => {
          if (reading.values) {
            setValues(reading.values);
          }
          setNotice({
            notes: notesOf(reading),
            ...(reading.values && {undo: {label: undoWord(), run: undo}}),
            dismiss,
          });
        },
        () => setNotice({notes: [notLoaded().message], dismiss}),
      );
      return true;
    },
    [read, values, setValues, server],
  );

  return {take, notice};
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
