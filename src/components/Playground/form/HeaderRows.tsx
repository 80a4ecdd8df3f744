import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {RequestValues} from '../../../request/values';
import FurtherRows from '../fields/FurtherRows';

export interface ExtraRowsProps {
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly faultsAt: (at: string) => readonly string[];
}

/** Headers beyond those that the operation names. */
export default function HeaderRows({values, onChange, faultsAt}: ExtraRowsProps): ReactNode {
  return (
    <FurtherRows
      rows={values.headers}
      onChange={headers => onChange({...values, headers})}
      at="headers"
      faultsAt={faultsAt}
      placeholder="X-Request-Id"
      legend={translate({id: 'headers.legend', message: 'More headers'})}
      add={translate({id: 'headers.add', message: 'Add a header'})}
      words={{
        name: number => translate({id: 'headers.name', message: 'Header {number}, name'}, {number}),
        value: number => translate({id: 'headers.value', message: 'Header {number}, value'}, {number}),
        remove: number => translate({id: 'headers.remove', message: 'Remove header {number}'}, {number}),
      }}
    />
  );
}
