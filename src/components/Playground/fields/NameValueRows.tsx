import {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import type {ReactNode} from 'react';

import type {HeaderField} from '../../../request/apiRequest';
import {isMasked, nothingKnown} from '../../../request/secrets/secretPlaces';
import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';
import MaskedInput from './MaskedInput';
import styles from '../Playground.module.css';

export interface NameValueRowsProps {
  readonly rows: readonly HeaderField[];
  readonly onChange: (rows: readonly HeaderField[]) => void;
  /** The part of the request to which the rows belong. */
  readonly at: 'headers' | 'query';
  readonly faultsAt: (at: string) => readonly string[];
  readonly placeholder: string;
}

/** Names and values in order; a name may repeat. */
export default function NameValueRows({
  rows,
  onChange,
  at,
  faultsAt,
  placeholder,
}: NameValueRowsProps): ReactNode {
  const place = at === 'headers' ? 'header' : at;
  const words = at === 'headers' ? headerWords : queryWords;

  function change(index: number, part: Partial<HeaderField>): void {
    onChange(rows.map((row, position) => (position === index ? {...row, ...part} : row)));
  }

  return (
    <>
      {rows.map((row, index) => (
        <div key={index} data-at={`${at}/${index}`}>
          <div className={styles.pair}>
            <input
              className={controls.control}
              value={row.name}
              aria-label={words.name(index + 1)}
              placeholder={placeholder}
              spellCheck={false}
              onChange={event => change(index, {name: event.target.value})}
            />
            <MaskedInput
              secret={isMasked(nothingKnown, {in: place, name: row.name, schema: true}, row.value)}
              value={row.value}
              aria-label={words.value(index + 1)}
              onTyped={value => change(index, {value})}
            />
            <button
              ref={passFocus}
              type="button"
              className={controls.iconButton}
              aria-label={words.remove(index + 1)}
              onClick={() => onChange(rows.filter((_, position) => position !== index))}
            >
              <X aria-hidden size={15} />
            </button>
          </div>
          {['name', 'value'].flatMap(part =>
            faultsAt(`${at}/${index}/${part}`).map(fault => (
              <p key={fault} className={styles.rowFault}>
                {fault}
              </p>
            )),
          )}
        </div>
      ))}
    </>
  );
}

/** The names of the controls of a row. */
interface RowWords {
  readonly name: (number: number) => string;
  readonly value: (number: number) => string;
  readonly remove: (number: number) => string;
}

const headerWords: RowWords = {
  name: number => translate({id: 'headers.name', message: 'Header {number}, name'}, {number}),
  value: number => translate({id: 'headers.value', message: 'Header {number}, value'}, {number}),
  remove: number => translate({id: 'headers.remove', message: 'Remove header {number}'}, {number}),
};

const queryWords: RowWords = {
  name: number => translate({id: 'query.name', message: 'Query parameter {number}, name'}, {number}),
  value: number => translate({id: 'query.value', message: 'Query parameter {number}, value'}, {number}),
  remove: number => translate({id: 'query.remove', message: 'Remove query parameter {number}'}, {number}),
};
