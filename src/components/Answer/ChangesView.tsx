import Translate, {translate} from '@docusaurus/Translate';
import {useEffect, useState, type ReactNode} from 'react';

import {differenceOf, type DifferenceHunk} from '../../client/answer/difference';
import {formatJson} from '../../client/formatJson';
import Code from '../Code';
import styles from './Answer.module.css';

export interface ChangesViewProps {
  /** The body of the answer before. */
  readonly before: string;
  readonly after: string;
  readonly isJson: boolean;
}

interface Compared {
  readonly after: string;
  readonly hunks: readonly DifferenceHunk[] | undefined;
}

/** In what an answer differs from the one before it, line by line. */
export default function ChangesView({before, after, isJson}: ChangesViewProps): ReactNode {
  const [compared, setCompared] = useState<Compared>();
  useEffect(() => {
    let current = true;
    const laidOut = (text: string): string => (isJson ? (formatJson(text) ?? text) : text);
    void differenceOf(laidOut(before), laidOut(after)).then(hunks => current && setCompared({after, hunks}));
    return () => {
      current = false;
    };
  }, [before, after, isJson]);
  if (compared?.after !== after) {
    return (
      <p className={styles.empty} role="status">
        <Translate id="changes.comparing">Comparing…</Translate>
      </p>
    );
  }
  const {hunks} = compared;
  if (!hunks) {
    return (
      <p className={styles.empty}>
        <Translate id="changes.tooMany">
          The two answers have too little in common to be compared line by line.
        </Translate>
      </p>
    );
  }
  if (hunks.length === 0) {
    return (
      <p className={styles.empty}>
        <Translate id="changes.none">Nothing has changed since the previous answer.</Translate>
      </p>
    );
  }
  return (
    <div
      className={styles.changes}
      tabIndex={0}
      role="region"
      dir="ltr"
      aria-label={translate({id: 'changes.label', message: 'Changes since the previous answer'})}
    >
      {hunks.map((hunk, index) => (
        <Hunk key={index} hunk={hunk} language={isJson ? 'json' : 'text'} />
      ))}
    </div>
  );
}

function Hunk({hunk, language}: {readonly hunk: DifferenceHunk; readonly language: string}): ReactNode {
  return (
    <>
      {hunk.skipped > 0 && (
        <p className={styles.skipped}>
          {translate(
            {id: 'changes.skipped', message: '{count} lines that did not change'},
            {count: hunk.skipped},
          )}
        </p>
      )}
      {hunk.lines.map(({type, text}, index) => (
        <div key={index} className={styles.change} data-change={type}>
          <span aria-hidden>{type === 'added' ? '+' : type === 'removed' ? '−' : ' '}</span>
          {type !== 'same' && (
            <span className={styles.spoken}>
              {type === 'added'
                ? translate({id: 'changes.added', message: 'Added:'})
                : translate({id: 'changes.removed', message: 'Removed:'})}
            </span>
          )}
          <Code code={text} language={language} />
        </div>
      ))}
    </>
  );
}
