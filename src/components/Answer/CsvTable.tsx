import {translate} from '@docusaurus/Translate';
import {parse} from 'papaparse';
import {useMemo, type ReactNode} from 'react';

import styles from './Answer.module.css';

/** Rows beyond this number are not rendered: the table is a preview, and Download has everything. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 60;

/** Comma-separated values (RFC 4180) as a table with the first record as its header. */
export default function CsvTable({text}: {readonly text: string}): ReactNode {
  const records = useMemo(
    () =>
      parse<string[]>(text, {preview: MOST_ROWS + 2, skipEmptyLines: true}).data.map(record =>
        record.slice(0, MOST_COLUMNS),
      ),
    [text],
  );
  const [head = [], ...all] = records;
  const rows = all.slice(0, MOST_ROWS);
  return (
    <>
      <div
        className={styles.table}
        tabIndex={0}
        role="region"
        aria-label={translate({id: 'csv.label', message: 'Response body as a table'})}
      >
        <table>
          <thead>
            <tr>
              {head.map((cell, index) => (
                <th key={index} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.length > rows.length && (
        <p className={styles.tableNote}>
          {translate(
            {id: 'csv.more', message: 'The first {count} rows are shown. Download has all of them.'},
            {count: rows.length},
          )}
        </p>
      )}
    </>
  );
}
