import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import FurtherRows from '../fields/FurtherRows';
import type {ExtraRowsProps} from './HeaderRows';

/** Query parameters that the operation does not name, for example from a pasted command. */
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
    />
  );
}
