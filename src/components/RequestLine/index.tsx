import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import CopyButton from '../CopyButton';
import MethodBadge from '../MethodBadge';
import styles from './styles.module.css';
import TryItLink from './TryItLink';

export interface RequestLineProps {
  /** The id of an operation. */
  readonly operation: string;
  readonly method: string;
  /** The base URL of the API, such as `https://api.example.com/v1`; empty if the document names no server. */
  readonly base: string;
  /** The path below that, as the document has it. */
  readonly path: string;
}

/** Method and address of an operation with the button that opens its form; stays visible while the page scrolls. */
export default function RequestLine({operation, method, base, path}: RequestLineProps): ReactNode {
  return (
    <div id="http-request" className={styles.line}>
      <MethodBadge method={method} />{' '}
      <code className={styles.url} dir="ltr">
        <span className={styles.base}>{base}</span>
        <span className={styles.path}>{path}</span>
      </code>
      <div className={styles.copy} data-needs-script>
        <CopyButton text={base + path} what={translate({id: 'requestLine.url', message: 'URL'})} />
      </div>
      <div className={styles.actions} data-needs-script>
        <TryItLink operation={operation} />
        <div className={styles.copySample}>
          <CopyButton
            text={shownSample}
            what={translate({id: 'requestLine.sample', message: 'sample'})}
            label={translate({id: 'requestLine.copySample', message: 'Copy sample'})}
          />
        </div>
      </div>
    </div>
  );
}

/** The code in the selected tab of the page's samples. */
function shownSample(): string {
  return document.querySelector('.endpoint [data-selected=true] pre')?.textContent ?? '';
}
