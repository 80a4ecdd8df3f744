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

/** Shown if the component for notices does not load: the words alone. */
function Bare({notes}: NoticeProps): ReactNode {
  return <p>{notes}</p>;
}

/** Everything that happened to the form other than typing. A live region has to exist before its words do. */
export default function Notices({filled, told}: NoticesProps): ReactNode {
  return (
    <div role="status" className={styles.notices}>
      {filled && <FillingNotice {...filled} />}
      {told && <Notice {...told} />}
    </div>
  );
}
