import Translate, {translate} from '@docusaurus/Translate';
import {useMemo, type ReactNode} from 'react';

import type {Comparison} from '../../client/answer/compareAnswers';
import type {DifferenceHunk, DifferenceLine} from '../../client/answer/difference';
import {plural} from '../../words';
import Code from '../Code';
import styles from './Answer.module.css';
import {useJob} from './useJob';
import VirtualRows from './VirtualRows';

export interface ChangesViewProps {
  readonly comparison: Comparison;
  /** What screen readers call the differing lines. */
  readonly label: string;
  /** A sentence for messages that do not differ at all. */
  readonly whenSame?: string;
}

/** The differences between two messages, line by line, and what could not be compared. */
export default function ChangesView({comparison, label, whenSame = ''}: ChangesViewProps): ReactNode {
  return (
    <>
      <Changes comparison={comparison} label={label} whenSame={whenSame} />
      {comparison.notes.length > 0 && <p className={styles.untold}>{comparison.notes.join(' ')}</p>}
    </>
  );
}

function Changes({comparison, label, whenSame}: Required<ChangesViewProps>): ReactNode {
  const {before, after, compared, isWhole} = comparison;
  const input = useMemo(() => ({before, after}), [before, after]);
  const state = useJob('changes', input, Math.max(before.body.length, after.body.length));
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
  if (!state.outcome) {
    return (
      <p className={styles.empty}>
        <Translate id="changes.tooMany">The two differ too much to compare them line by line.</Translate>
      </p>
    );
  }
  const {hunks, isEqual} = state.outcome;
  if (hunks.length === 0) {
    return (
      <p className={styles.empty}>
        {isEqual && isWhole && whenSame !== '' && `${whenSame} `}
        {isEqual
          ? translate({id: 'changes.none', message: 'No differences in: {compared}.'}, {compared})
          : translate(
              {id: 'changes.space', message: 'No differences except white space in: {compared}.'},
              {compared},
            )}
      </p>
    );
  }
  return <ChangedLines hunks={hunks} label={label} language={after.isJson ? 'json' : 'text'} />;
}

/** How many characters of a line a row shows. */
const LONGEST = 400;

/** A line, or the number of lines left out. */
type Row = DifferenceLine | number;

function ChangedLines({
  hunks,
  label,
  language,
}: {
  readonly hunks: readonly DifferenceHunk[];
  readonly label: string;
  readonly language: string;
}): ReactNode {
  const rows = useMemo(
    () => hunks.flatMap(({skipped, lines}): Row[] => (skipped > 0 ? [skipped, ...lines] : [...lines])),
    [hunks],
  );
  return (
    <VirtualRows
      role="group"
      aria-label={label}
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
