import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Filler} from '../formValues';
import Notice from './Notice';
import type {Filled} from './useTypedValues';

/** Says what filled in the form, with a button to undo it. */
export default function FillingNotice({by, title = '', notes, takeBack, dismiss}: Filled): ReactNode {
  return <Notice notes={[...wordsFor(by, title), ...notes]} undo={takeBack} dismiss={dismiss} />;
}

/** Notes on a filling, shown before its own notes. */
function wordsFor(by: Filler, title: string): readonly string[] {
  switch (by) {
    case 'answer':
      return [translate({id: 'filled.answer', message: 'The form is filled in from the response. Send it.'})];
    case 'history':
      return [translate({id: 'filled.history', message: 'The form is filled in from the history.'})];
    case 'reproduction':
      return [
        translate({
          id: 'filled.reproduction',
          message: 'The form is filled in with the request that was reproduced. Send it.',
        }),
      ];
    case 'code':
      return [translate({id: 'filled.code', message: 'The form is filled in from the code. Send it.'})];
    case 'paste':
      return [
        translate({id: 'filled.paste', message: 'The form is filled in from the code that you pasted.'}),
      ];
    case 'reset':
      return [translate({id: 'filled.reset', message: 'The form is back to its initial state.'})];
    case 'example':
      return [translate({id: 'examples.filled', message: 'Filled in: {title}.'}, {title})];
    // A link has words of its own.
    case 'link':
      return [];
  }
}
