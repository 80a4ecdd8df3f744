import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import type {ReactNode} from 'react';

import AnswerView from '../Answer';
import Code from '../Code';
import controls from '../controls.module.css';
import CopyButton from '../CopyButton';
import {openWith} from '../formValues';
import {hasStatus, isConfirmed} from './index';
import type {ReproductionState} from './reproductions';
import styles from './styles.module.css';

export interface ReproducedAnswerProps {
  readonly status: string;
  readonly reproduction: ReproductionState;
  readonly onClose: () => void;
}

/** The request that was sent, and what came back. */
export default function ReproducedAnswer({status, reproduction, onClose}: ReproducedAnswerProps): ReactNode {
  switch (reproduction.type) {
    case 'under way':
      return (
        <p className={styles.underWay} role="status">
          {translate({id: 'reproduced.underWay', message: 'Reproducing {status}…'}, {status})}
        </p>
      );
    case 'failed':
      return (
        <p className={styles.failed} role="alert">
          <Translate id="reproduced.failed">
            Part of this page did not load, so nothing was sent. Check your connection, then try again.
          </Translate>{' '}
          {reproduction.message}
        </p>
      );
    case 'done': {
      const {operation, summary, curl, result, values} = reproduction.reproduced;
      return (
        <>
          <div className={styles.head}>
            <p className={styles.summary} role="status">
              {isConfirmed(reproduction, status)
                ? translate({id: 'reproduced.confirmed', message: 'Got {status}, as documented.'}, {status})
                : hasStatus(reproduction.reproduced, status)
                  ? translate(
                      {
                        id: 'reproduced.otherwise',
                        message: 'Got {status}, but not everything is as documented.',
                      },
                      {status},
                    )
                  : translate(
                      {
                        id: 'reproduced.differs',
                        message: '{status} is documented, but this is the response:',
                      },
                      {status},
                    )}{' '}
              {summary}
            </p>
            {values && (
              <button
                type="button"
                className={controls.linkButton}
                onClick={() => openWith(operation, values, 'reproduction')}
              >
                <Translate id="reproduced.open">Open in Try it</Translate>
              </button>
            )}
            <button
              type="button"
              className={controls.iconButton}
              aria-label={translate({id: 'reproduced.close', message: 'Close the result'})}
              onClick={onClose}
            >
              <X aria-hidden size={15} />
            </button>
          </div>
          <div className={styles.request}>
            <div className={styles.requestHead}>
              <span>
                {operation.method} {operation.path}
              </span>
              <CopyButton text={curl} what={translate({id: 'reproduced.curl', message: 'cURL command'})} />
            </div>
            <pre
              tabIndex={0}
              dir="ltr"
              aria-label={translate({id: 'reproduced.request', message: 'The request that was sent'})}
            >
              <Code code={curl} language="bash" />
            </pre>
          </div>
          <AnswerView result={result} operation={operation} />
          <p className={styles.source}>
            <Translate id="reproduced.source">
              A fresh copy of the mock in this tab responded. Nothing of yours has changed.
            </Translate>
          </p>
        </>
      );
    }
  }
}
