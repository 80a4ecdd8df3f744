import {translate} from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import type {FormField} from '../../../../request/form/formField';
import Folded, {requiredFirst} from '../Folded';
import type {Editing} from './editing';
import JsonField from './JsonField';

/** How many empty optional members are not folded. */
const MOST_UNFOLDED = 10;

export interface MembersProps {
  readonly fields: readonly FormField[];
  readonly editing: Editing;
}

/**
 * The members that the schema names: required ones first; optional ones without a value are folded if there are many.
 * The state when the fields first appeared decides, so that nothing moves while the reader types.
 */
export default function Members({fields, editing}: MembersProps): ReactNode {
  const [first] = useState(fields);
  const atFirst = (field: FormField): FormField => first.find(({name}) => name === field.name) ?? field;
  const ordered = requiredFirst(fields.map(field => ({required: atFirst(field).required, field})));
  const optional = ordered.filter(({required, field}) => !required && atFirst(field).text === undefined);
  const folded = optional.length > MOST_UNFOLDED ? optional : [];
  const control = ({field}: {readonly field: FormField}): ReactNode => (
    <JsonField key={field.name} field={field} editing={editing} />
  );
  return (
    <>
      {ordered.filter(member => !folded.includes(member)).map(control)}
      {folded.length > 0 && (
        <Folded
          title={translate(
            {id: 'object.optional', message: 'Optional fields ({count})'},
            {count: folded.length},
          )}
          names={folded.map(({field}) => field.name)}
          used={folded.some(({field}) => field.text !== undefined || editing.isFaulty(field.at))}
        >
          {folded.map(control)}
        </Folded>
      )}
    </>
  );
}
