import type {ReactNode} from 'react';

import {fetched} from '../fetched';
import type {NoticeProps} from './Notice';
import styles from './Playground.module.css';
import type {Filled} from './useTypedValues';

export interface NoticesProps {
  readonly filled: Filled | undefined;
  readonly told: NoticeProps | undefined;
}

const FillingNotice = fetched(() => import('./FillingNotice').catch(() => ({default: () => null})));
const Notice = fetched(() => import('./Notice').catch(() => ({default: Bare})));

/** What is said where the part that says it did not load either: the words alone. */
function Bare({notes}: NoticeProps): ReactNode {
  return <p>{notes}</p>;
}

/** What happened to the form by other hands than typing. The live region is there before its words, as it has to be. */
export default function Notices({filled, told}: NoticesProps): ReactNode {
  return (
    <div role="status" className={styles.notices}>
      {filled && <FillingNotice {...filled} />}
      {told && <Notice {...told} />}
    </div>
  );
}
