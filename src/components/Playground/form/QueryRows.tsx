import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import FurtherRows from '../fields/FurtherRows';
import type {ExtraRowsProps} from './HeaderRows';

/** Query parameters beyond those that the operation names, such as a pasted command brings. */
export default function QueryRows({values, onChange, faultsAt}: ExtraRowsProps): ReactNode {
  const {query = [], ...others} = values;
  return (
    <FurtherRows
      rows={query}
      onChange={rows => onChange(rows.length === 0 ? others : {...values, query: rows})}
      at="query"
      faultsAt={faultsAt}
      placeholder={translate({id: 'query.placeholder', message: 'name'})}
      legend={translate({id: 'query.legend', message: 'More query parameters'})}
      add={translate({id: 'query.add', message: 'Add a query parameter'})}
      words={{
        name: number => translate({id: 'query.name', message: 'Query parameter {number}, name'}, {number}),
        value: number => translate({id: 'query.value', message: 'Query parameter {number}, value'}, {number}),
        remove: number =>
          translate({id: 'query.remove', message: 'Remove query parameter {number}'}, {number}),
      }}
    />
  );
}
