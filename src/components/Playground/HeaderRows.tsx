import Translate, {translate} from '@docusaurus/Translate';
import {Plus, X} from 'lucide-react';
import type {ReactNode} from 'react';

import type {HeaderField} from '../../request/apiRequest';
import type {RequestValues} from '../../request/values';
import styles from './Playground.module.css';

export interface HeaderRowsProps {
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly faultsAt: (at: string) => readonly string[];
}

/** Headers beyond those that the operation names. */
export default function HeaderRows({values, onChange, faultsAt}: HeaderRowsProps): ReactNode {
  const {headers} = values;

  function setHeaders(next: readonly HeaderField[]): void {
    onChange({...values, headers: next});
  }
  function setHeader(index: number, change: Partial<HeaderField>): void {
    setHeaders(headers.map((header, position) => (position === index ? {...header, ...change} : header)));
  }

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Translate id="headers.legend">More headers</Translate>
      </legend>
      {headers.map((header, index) => (
        <div key={index} data-at={`headers/${index}`}>
          <div className={styles.pair}>
            <input
              className={styles.control}
              value={header.name}
              aria-label={translate(
                {id: 'headers.name', message: 'Header {number}, name'},
                {number: index + 1},
              )}
              placeholder="X-Request-Id"
              spellCheck={false}
              onChange={event => setHeader(index, {name: event.target.value})}
            />
            <input
              className={styles.control}
              value={header.value}
              aria-label={translate(
                {id: 'headers.value', message: 'Header {number}, value'},
                {number: index + 1},
              )}
              spellCheck={false}
              onChange={event => setHeader(index, {value: event.target.value})}
            />
            <button
              type="button"
              className={styles.iconButton}
              aria-label={translate(
                {id: 'headers.remove', message: 'Remove header {number}'},
                {number: index + 1},
              )}
              onClick={() => setHeaders(headers.filter((_, position) => position !== index))}
            >
              <X aria-hidden size={15} />
            </button>
          </div>
          {['name', 'value'].flatMap(part =>
            faultsAt(`headers/${index}/${part}`).map(fault => (
              <p key={fault} className={styles.rowFault}>
                {fault}
              </p>
            )),
          )}
        </div>
      ))}
      <div>
        <button
          type="button"
          className={styles.textButton}
          onClick={() => setHeaders([...headers, {name: '', value: ''}])}
        >
          <Plus aria-hidden size={13} /> <Translate id="headers.add">Add a header</Translate>
        </button>
      </div>
    </fieldset>
  );
}
