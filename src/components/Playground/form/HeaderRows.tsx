import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {RequestValues} from '../../../request/values';
import NameValueRows from '../fields/NameValueRows';

export interface FurtherRowsProps {
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly faultsAt: (at: string) => readonly string[];
}

/** Headers beyond those that the operation names. */
export default function HeaderRows({values, onChange, faultsAt}: FurtherRowsProps): ReactNode {
  return (
    <NameValueRows
      rows={values.headers}
      onChange={headers => onChange({...values, headers})}
      at="headers"
      faultsAt={faultsAt}
      placeholder="X-Request-Id"
      words={{
        legend: translate({id: 'headers.legend', message: 'More headers'}),
        name: number => translate({id: 'headers.name', message: 'Header {number}, name'}, {number}),
        value: number => translate({id: 'headers.value', message: 'Header {number}, value'}, {number}),
        remove: number => translate({id: 'headers.remove', message: 'Remove header {number}'}, {number}),
        add: translate({id: 'headers.add', message: 'Add a header'}),
      }}
    />
  );
}
