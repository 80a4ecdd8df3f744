import type {ReactNode} from 'react';

import {fieldsBelow, type FormField} from '../../../../request/form/formField';
import {fetched} from '../../../fetched';
import {preloadControl} from '../ValueControl';
import type {JsonFieldProps} from './editing';
import Leaf, {leafKind} from './Leaf';
import ObjectField from './ObjectField';

/** Only loaded for bodies that have lists or choices. */
const ArrayField = fetched(() => import('./ArrayField'));
const ChoiceField = fetched(() => import('./ChoiceField'));

/** Loads the components for a field and those below it. */
export async function preloadField(field: FormField): Promise<void> {
  const {type} = field.kind;
  await Promise.all([
    ...(type === 'array' ? [ArrayField.preload()] : type === 'choice' ? [ChoiceField.preload()] : []),
    ...(type === 'enum' ? [preloadControl(leafKind(field, false))] : []),
    ...fieldsBelow(field).map(preloadField),
  ]);
}

/** The control for a value, by its kind. */
export default function JsonField(props: JsonFieldProps): ReactNode {
  const {field, ...rest} = props;
  const {kind} = field;
  switch (kind.type) {
    case 'object':
      return <ObjectField field={field} kind={kind} {...rest} />;
    case 'array':
      return <ArrayField field={field} kind={kind} {...rest} />;
    case 'choice':
      return <ChoiceField field={field} kind={kind} {...rest} />;
    case 'text':
    case 'number':
    case 'enum':
    case 'null':
    case 'misfit':
      return <Leaf {...props} />;
  }
}
