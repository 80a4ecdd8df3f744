import Translate, {translate} from '@docusaurus/Translate';
import {useMemo, type ReactNode} from 'react';

import type {DifferenceHunk, DifferenceLine} from '../../client/answer/difference';
import {plural} from '../../words';
import Code from '../Code';
import styles from './Answer.module.css';
import {useJob} from './useJob';
import VirtualRows from './VirtualRows';

export interface ChangesViewProps {
  /** The body of the answer before. */
  readonly before: string;
  readonly after: string;
  readonly isJson: boolean;
}

/** In what an answer differs from the one before it, line by line. */
export default function ChangesView({before, after, isJson}: ChangesViewProps): ReactNode {
  const input = useMemo(() => ({before, after, isJson}), [before, after, isJson]);
  const state = useJob('changes', input, Math.max(before.length, after.length));
  if (state.error) {
    throw state.error;
  }
  if (!('outcome' in state)) {
    return (
      <p className={styles.empty} role="status">
        <Translate id="changes.comparing">Comparing…</Translate>
      </p>
    );
  }
  const hunks = state.outcome;
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
  return <ChangedLines hunks={hunks} language={isJson ? 'json' : 'text'} />;
}

/** A row shows so many characters of a line. */
const LONGEST = 400;

/** A line, or the number of lines that are left out. */
type Row = DifferenceLine | number;

function ChangedLines({
  hunks,
  language,
}: {
  readonly hunks: readonly DifferenceHunk[];
  readonly language: string;
}): ReactNode {
  const rows = useMemo(
    () => hunks.flatMap(({skipped, lines}): Row[] => (skipped > 0 ? [skipped, ...lines] : [...lines])),
    [hunks],
  );
  return (
    <VirtualRows
      role="group"
      aria-label={translate({id: 'changes.label', message: 'Changes since the previous answer'})}
      count={rows.length}
      renderRow={index => <ChangedRow key={index} row={rows[index] ?? 0} language={language} />}
    />
  );
}

function ChangedRow({row, language}: {readonly row: Row; readonly language: string}): ReactNode {
  if (typeof row === 'number') {
    return (
      <p className={styles.skipped}>
        {plural(
          {
            id: 'changes.skipped',
            message: '{count} line that did not change|{count} lines that did not change',
          },
          row,
        )}
      </p>
    );
  }
  const {type, text} = row;
  return (
    <div className={styles.change} data-change={type}>
      <span aria-hidden>{type === 'added' ? '+' : type === 'removed' ? '−' : ' '}</span>
      {type !== 'same' && (
        <span className={styles.spoken}>
          {type === 'added'
            ? translate({id: 'changes.added', message: 'Added:'})
            : translate({id: 'changes.removed', message: 'Removed:'})}
        </span>
      )}
      <Code code={text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text} language={language} />
    </div>
  );
}
