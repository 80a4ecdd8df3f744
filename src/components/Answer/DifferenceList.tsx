import Translate, {translate} from '@docusaurus/Translate';
import {Check} from 'lucide-react';
import {useMemo, type ReactNode} from 'react';

import type {CheckOutcome} from '../../client/answer/checkAnswer';
import {differenceInWords, placeInWords} from '../../client/answer/differenceInWords';
import {
  differenceKinds,
  MOST_DIFFERENCES,
  type Difference,
  type DifferenceKind,
} from '../../client/answer/documentDifference';
import {plural} from '../../words';
import styles from './Answer.module.css';
import UncheckedList, {partsInWords} from './UncheckedList';

export interface DifferenceListProps {
  /** Undefined while the check is running. */
  readonly check: CheckOutcome | undefined;
  /** Shows a place in the body. */
  readonly onSeek: (pointer: string) => void;
}

/** How many kinds of difference within the body are listed; the tree marks every place. */
const MOST = 8;

/** Whether a response matches the document, and how it differs. Worded neutrally, as either of the two may be right. */
export default function DifferenceList({check, onSeek}: DifferenceListProps): ReactNode {
  const kinds = useMemo(() => differenceKinds(check?.differences ?? []), [check]);
  if (!check) {
    // Reserves the one line that the result usually takes, so that nothing moves.
    return <div className={styles.checking} />;
  }
  const {differences, checked, unchecked, itemsChecked} = check;
  if (differences.length === 0 && unchecked.length === 0 && itemsChecked === undefined) {
    return (
      <p className={styles.asDocumented}>
        <Check aria-hidden size={14} />
        <span>
          {translate(
            {id: 'differences.none', message: 'As documented: {parts}.'},
            {parts: partsInWords(checked)},
          )}
        </span>
      </p>
    );
  }
  return (
    <>
      {differences.length > 0 && <Differences differences={differences} kinds={kinds} onSeek={onSeek} />}
      <UncheckedList check={check} />
    </>
  );
}

function Differences({
  differences,
  kinds,
  onSeek,
}: {
  readonly differences: readonly Difference[];
  readonly kinds: readonly DifferenceKind[];
  readonly onSeek: (pointer: string) => void;
}): ReactNode {
  const inBody = kinds.filter(({first}) => first.type === 'body');
  const others = kinds.filter(({first}) => first.type !== 'body');
  return (
    <div className={styles.differences}>
      <p>
        <Translate id="differences.title">Not as documented:</Translate>
      </p>
      <ul>
        {[...others, ...inBody.slice(0, MOST)].map(({first, count}, index) => (
          <li key={index}>
            <DifferenceText difference={first} onSeek={onSeek} />
            {count > 1 && ` ${timesInWords(count, differences.length === MOST_DIFFERENCES)}`}
          </li>
        ))}
      </ul>
      {inBody.length > MOST && (
        <p>
          {plural(
            {
              id: 'differences.more',
              message: '{count} more kind is marked in the tree.|{count} more kinds are marked in the tree.',
            },
            inBody.length - MOST,
          )}
        </p>
      )}
    </div>
  );
}

function timesInWords(count: number, isCut: boolean): string {
  return isCut
    ? plural(
        {id: 'differences.atLeast', message: '(in at least {count} place)|(in at least {count} places)'},
        count,
      )
    : plural({id: 'differences.places', message: '(in {count} place)|(in {count} places)'}, count);
}

function DifferenceText({
  difference,
  onSeek,
}: {
  readonly difference: Difference;
  readonly onSeek: (pointer: string) => void;
}): ReactNode {
  if (difference.type !== 'body') {
    return differenceInWords(difference);
  }
  return (
    <>
      <button
        type="button"
        className={styles.pointer}
        onClick={() => onSeek(difference.pointer)}
        aria-label={translate(
          {id: 'differences.show', message: 'Show {place} in the tree'},
          {place: placeInWords(difference.pointer)},
        )}
      >
        {placeInWords(difference.pointer)}
      </button>{' '}
      {differenceInWords(difference)}
    </>
  );
}
