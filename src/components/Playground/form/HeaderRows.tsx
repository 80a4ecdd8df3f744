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
    />
  );
}
