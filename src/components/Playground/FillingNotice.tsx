import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Filler} from '../formValues';
import Notice from './Notice';
import type {Filled} from './useTypedValues';

/** Says what filled in the form, with the way back to what was typed. */
export default function FillingNotice({by, takeBack, dismiss}: Filled): ReactNode {
  return (
    <Notice
      notes={[wordsFor(by)]}
      {...(takeBack && {undo: {label: translate({id: 'filled.undo', message: 'Undo'}), run: takeBack}})}
      dismiss={dismiss}
    />
  );
}

function wordsFor(by: Filler): string {
  switch (by) {
    case 'answer':
      return translate({id: 'filled.answer', message: 'The form is filled from the answer: send it.'});
    case 'history':
      return translate({id: 'filled.history', message: 'The form is filled from the history.'});
    case 'code':
      return translate({id: 'filled.code', message: 'The form is filled from the code: send it.'});
    case 'reset':
      return translate({id: 'filled.reset', message: 'The form is as it was at first.'});
  }
}
