import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';

/** Removes an optional value from the request; emptying its field would send an empty text instead. */
export default function LeaveOut({
  name,
  onClick,
}: {
  readonly name: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button
      ref={passFocus}
      type="button"
      className={controls.linkButton}
      onClick={onClick}
      aria-label={translate({id: 'leaveOut.label', message: 'Leave out {name}'}, {name})}
    >
      <Translate id="leaveOut.action">Leave out</Translate>
    </button>
  );
}
