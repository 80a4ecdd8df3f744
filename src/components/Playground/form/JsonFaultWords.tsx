import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {jsonFault} from '../../../request/json/jsonFault';
import styles from '../Playground.module.css';

/** Why a text is not JSON, and where. */
export default function JsonFaultWords({text}: {readonly text: string}): ReactNode {
  const fault = jsonFault(text);
  return (
    fault && (
      <p className={styles.rowFault}>
        {translate(
          {id: 'body.fault', message: 'Line {line}, column {column}: {message}'},
          {line: fault.line, column: fault.column, message: fault.message},
        )}
      </p>
    )
  );
}
