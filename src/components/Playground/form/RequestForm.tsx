import type {ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import type {RequestValues} from '../../../request/values';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import BodyForm from './BodyForm';
import HeaderRows from './HeaderRows';
import ParameterForm from './ParameterForm';

export interface RequestFormProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  /** The faults of its values, and those at one place. */
  readonly marks: readonly RequestProblem[];
  readonly faultsAt: (at: string) => readonly string[];
}

/** Path and query identify the request, so they come first; headers are mostly the same for all operations. */
const beforeBody = ['path', 'query'] as const;
const afterBody = ['header', 'cookie'] as const;

/** Only pasted code and links have some. */
const QueryRows = fetched(() => import('./QueryRows'));

/** The parameters, the body and the headers of the request, with their faults. */
export default function RequestForm({
  operation,
  values,
  onChange,
  marks,
  faultsAt,
}: RequestFormProps): ReactNode {
  const fields = {operation, values, onChange, faults: marks};
  const rows = {values, onChange, faultsAt};
  return (
    <>
      <ParameterForm {...fields} locations={beforeBody} />
      {values.query && values.query.length > 0 && (
        <LoadFailure>
          <QueryRows {...rows} />
        </LoadFailure>
      )}
      <BodyForm {...fields} />
      <ParameterForm {...fields} locations={afterBody} />
      <HeaderRows {...rows} />
    </>
  );
}
