import {lazy, Suspense, type ReactNode} from 'react';

import type {FormField} from '../../../request/formField';
import type {Editing} from './editing';
import Leaf from './Leaf';
import ObjectField from './ObjectField';

export interface JsonFieldProps {
  readonly field: FormField;
  readonly editing: Editing;
  /** Whether the name of the value stands above it already. */
  readonly bare?: boolean | undefined;
  /** What can be done to the value as an item of a list. */
  readonly actions?: ReactNode;
}

/** Lists and choices are fetched for bodies that have some. */
const ArrayField = lazy(() => import('./ArrayField'));
const ChoiceField = lazy(() => import('./ChoiceField'));

/** The control of a value, by what it may be. */
export default function JsonField(props: JsonFieldProps): ReactNode {
  const {field, ...rest} = props;
  const {kind} = field;
  switch (kind.type) {
    case 'object':
      return <ObjectField field={field} kind={kind} {...rest} />;
    case 'array':
      return (
        <Suspense>
          <ArrayField field={field} kind={kind} {...rest} />
        </Suspense>
      );
    case 'choice':
      return (
        <Suspense>
          <ChoiceField field={field} kind={kind} {...rest} />
        </Suspense>
      );
    case 'text':
    case 'number':
    case 'enum':
    case 'null':
    case 'misfit':
      return <Leaf {...props} />;
  }
}
