import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import CopyButton from './CopyButton';
import styles from './AllowLines.module.css';

/** The header lines that the server's owner has to add to allow this page. */
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
