import {moreLanguages} from '@generated/openapi/default/moreLanguages.js';
import {useEffect, useState} from 'react';

import type {CodeExample} from '../../request/examples/codeExamples';
import type {SampleLanguage} from '../../snippets/sampleLanguage';

/** Makes the sample in a language that is not among the tabs. Rejects if a part of the site cannot be loaded. */
export type SampleIn = (language: SampleLanguage) => Promise<string>;

/** A sample in a language of the menu: its code is empty until it is made. */
export interface MoreSample extends CodeExample {
  readonly state: 'loading' | 'failed' | 'made';
  readonly retry: () => void;
}

const none = (): void => undefined;

/**
 * The sample in the language of the menu that the reader selected; it stays as a tab when another is selected. The
 * printer of the language is loaded for it. Undefined as long as none was selected, or none is available.
 * @param chosen label of the language that the reader selected last, whether or not it is in the menu
 * @param authored samples of the menu that are made already
 */
export function useMoreSample(
  chosen: string | undefined,
  sampleIn: SampleIn | undefined,
  authored: readonly CodeExample[],
): MoreSample | undefined {
  const [label, setLabel] = useState<string>();
  if (chosen !== label && [...moreLanguages, ...authored].some(one => one.label === chosen)) {
    setLabel(chosen);
  }
  const language = sampleIn && moreLanguages.find(one => one.label === label);
  const [outcome, setOutcome] = useState<{readonly label: string; readonly code?: string}>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    function settle(code?: string): void {
      if (isCurrent && language) {
        setOutcome({label: language.label, ...(code === undefined ? {} : {code})});
      }
    }
    if (language) {
      language
        .load()
        .then(sampleIn)
        .then(settle, () => settle());
    }
    return () => {
      isCurrent = false;
    };
  }, [language, sampleIn, attempt]);

  const own = authored.find(one => one.label === label);
  if (own) {
    return {...own, state: 'made', retry: none};
  }
  if (!language) {
    return undefined;
  }
  const made = outcome?.label === language.label ? outcome : undefined;
  return {
    label: language.label,
    language: language.highlight,
    code: made?.code ?? '',
    state: !made ? 'loading' : made.code === undefined ? 'failed' : 'made',
    retry() {
      setOutcome(undefined);
      setAttempt(attempt + 1);
    },
  };
}
