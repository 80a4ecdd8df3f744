import type {ReactNode} from 'react';

import type {SearchEntry} from '../../siteSearch/entry';
import {excerpt} from '../../siteSearch/excerpt';
import MethodBadge from '../MethodBadge';
import styles from './styles.module.css';

export interface SearchHitProps {
  readonly id: string;
  readonly hit: SearchEntry;
  readonly query: string;
  readonly selected: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** One result: its kind, its page, and the text around the match. */
export default function SearchHit({id, hit, query, selected, onPoint, onChoose}: SearchHitProps): ReactNode {
  const {operation, title, page, text, kind} = hit;
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.hit}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className={styles.title}>
        {operation && <MethodBadge method={operation.method} />}
        {kind === 'field' || kind === 'row' ? <code>{title}</code> : title}
        {operation ? <code>{operation.paths[0]}</code> : title !== page && <small>{page}</small>}
      </span>
      {text !== '' && (
        <span className={styles.excerpt}>
          {excerpt(text, query).map(({words, found}, index) =>
            found ? <mark key={index}>{words}</mark> : <span key={index}>{words}</span>,
          )}
        </span>
      )}
    </div>
  );
}
