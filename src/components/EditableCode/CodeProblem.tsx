import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {ParseProblem} from '../../snippets/parse/place';

export interface CodeProblemProps {
  readonly problem: ParseProblem;
  readonly onShow: () => void;
  readonly onDiscard: () => void;
}

/** Why code is not understood and where, with buttons to go there and to restore the code of the form. */
export default function CodeProblem({problem, onShow, onDiscard}: CodeProblemProps): ReactNode {
  return (
    <>
      <p>
        <button type="button" onClick={onShow}>
          <Translate id="editableCode.place" values={{line: problem.line, column: problem.column}}>
            {'Line {line}, column {column}'}
          </Translate>
        </button>{' '}
        {problem.message}
      </p>
      <p>
        <Translate id="editableCode.kept">The form has not changed. Your code is kept.</Translate>{' '}
        <button type="button" onClick={onDiscard}>
          <Translate id="editableCode.discard">Show the code of the form</Translate>
        </button>
      </p>
    </>
  );
}
