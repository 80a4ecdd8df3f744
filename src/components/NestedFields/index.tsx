import Translate from '@docusaurus/Translate';
import {useLocation} from '@docusaurus/router';
import {useEffect, useRef, type ReactNode} from 'react';

import styles from './styles.module.css';

export interface NestedFieldsProps {
  /** The name of the object whose fields they are. */
  readonly of: string;
  /** Present when they show without a click. */
  readonly open?: string;
  readonly children: ReactNode;
}

/** The fields of an object, folded until the reader wants them or follows a link to one of them. */
export default function NestedFields({of, open, children}: NestedFieldsProps): ReactNode {
  const details = useRef<HTMLDetailsElement>(null);
  const {hash} = useLocation();
  useEffect(() => {
    const target = document.getElementById(hash.slice(1));
    if (target && details.current?.contains(target)) {
      details.current.open = true;
      target.scrollIntoView();
    }
  }, [hash]);
  return (
    <details ref={details} className={styles.nested} open={open !== undefined}>
      <summary>
        <Translate id="nestedFields.summary" values={{name: <code>{of}</code>}}>
          {'Fields of {name}'}
        </Translate>
      </summary>
      {children}
    </details>
  );
}
