import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import CopyButton from './CopyButton';
import styles from './AllowLines.module.css';

/** The header lines that would let this page in, to hand to the server's owner. */
export default function AllowLines({lines}: {readonly lines: readonly string[] | undefined}): ReactNode {
  if (lines === undefined || lines.length === 0) {
    return null;
  }
  const text = lines.join('\n');
  return (
    <div className={styles.allow}>
      <pre tabIndex={0} aria-label={translate({id: 'failure.allow', message: 'Headers to send'})}>
        {text}
      </pre>
      <CopyButton text={text} what={translate({id: 'failure.lines', message: 'header lines'})} />
    </div>
  );
}
