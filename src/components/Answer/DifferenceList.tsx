import Translate, {translate} from '@docusaurus/Translate';
import {Check} from 'lucide-react';
import type {ReactNode} from 'react';

import type {Difference} from '../../client/answer/checkAnswer';
import {pointerSteps} from '../../client/answer/jsonPath';
import styles from './Answer.module.css';

export interface DifferenceListProps {
  /** Undefined while nobody knows. */
  readonly differences: readonly Difference[] | undefined;
  /** Shows a place in the body. */
  readonly onSeek: (pointer: string) => void;
}

/** More than these say no more; the tree marks them all. */
const MOST = 20;

/** Whether an answer is as documented, and in what it is not: said calmly, as either of the two may be right. */
export default function DifferenceList({differences, onSeek}: DifferenceListProps): ReactNode {
  if (!differences) {
    return null;
  }
  if (differences.length === 0) {
    return (
      <p className={styles.asDocumented}>
        <Check aria-hidden size={14} />
        <Translate id="differences.none">As documented</Translate>
      </p>
    );
  }
  return (
    <div className={styles.differences}>
      <p>
        <Translate id="differences.title">Not as documented:</Translate>
      </p>
      <ul>
        {differences.slice(0, MOST).map((difference, index) => (
          <li key={index}>
            <DifferenceText difference={difference} onSeek={onSeek} />
          </li>
        ))}
      </ul>
      {differences.length > MOST && (
        <p>
          {translate(
            {id: 'differences.more', message: 'and {count} more, marked in the tree.'},
            {count: differences.length - MOST},
          )}
        </p>
      )}
    </div>
  );
}

function DifferenceText({
  difference,
  onSeek,
}: {
  readonly difference: Difference;
  readonly onSeek: (pointer: string) => void;
}): ReactNode {
  switch (difference.type) {
    case 'status':
      return translate(
        {
          id: 'differences.status',
          message: 'This status is not among the documented ones: {documented}.',
        },
        {documented: difference.documented.join(', ')},
      );
    case 'media-type':
      return translate(
        {
          id: 'differences.mediaType',
          message: 'The body is {mediaType}; documented is {documented}.',
        },
        {
          mediaType:
            difference.mediaType ||
            translate({id: 'differences.noMediaType', message: 'of no stated media type'}),
          documented: difference.documented.join(', '),
        },
      );
    case 'extra-body':
      return <Translate id="differences.extraBody">No body is documented for this status.</Translate>;
    case 'missing-body':
      return <Translate id="differences.missingBody">The documented body is not there.</Translate>;
    case 'not-json':
      return (
        <Translate id="differences.notJson">The body is not JSON, though its media type says so.</Translate>
      );
    case 'missing-header':
      return translate(
        {id: 'differences.missingHeader', message: 'The header {name} is not there.'},
        {name: difference.name},
      );
    case 'header':
      return translate(
        {id: 'differences.header', message: 'The header {name} {message}.'},
        {name: difference.name, message: difference.message},
      );
    case 'body':
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
          {difference.message}
        </>
      );
  }
}

function placeInWords(pointer: string): string {
  return (
    pointerSteps(pointer).join('/') || translate({id: 'differences.wholeBody', message: 'The whole body'})
  );
}
