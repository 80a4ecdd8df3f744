import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {FieldKind} from '../../../../request/form/formField';
import controls from '../../../controls.module.css';
import Group from './Group';
import type {JsonFieldProps} from './editing';
import JsonField from './JsonField';

export interface ChoiceFieldProps extends JsonFieldProps {
  readonly kind: Extract<FieldKind, {type: 'choice'}>;
}

/** A value with several variants: which one, and its fields. */
export default function ChoiceField({kind, ...props}: ChoiceFieldProps): ReactNode {
  const {field, editing} = props;
  const {name} = field;
  const leftOut = kind.chosen === undefined;

  function choose(value: string): void {
    const branch = kind.branches[Number(value)];
    if (value === '' || !branch) {
      editing.edit(field.path, undefined);
      return;
    }
    editing.choose(kind.key, Number(value));
    editing.make(field.path, ({switchedTo}, text) => {
      const {text: _before, ...untyped} = field;
      return switchedTo(editing.operation, text === undefined ? untyped : {...untyped, text}, Number(value));
    });
  }

  const inner = kind.field;
  return (
    <Group {...props} editing={inner ? {...editing, faultsAt: () => []} : editing} count={inner ? 1 : 0}>
      <select
        className={controls.control}
        aria-label={
          kind.ofTypes
            ? translate({id: 'choice.type', message: 'Type of {name}'}, {name})
            : translate({id: 'choice.label', message: 'Variant of {name}'}, {name})
        }
        value={kind.chosen ?? ''}
        onChange={event => choose(event.target.value)}
      >
        {(leftOut || !field.required) && (
          <option value="">{translate({id: 'value.leftOut', message: '(left out)'})}</option>
        )}
        {kind.branches.map((branch, index) => (
          <option key={index} value={index}>
            {branch.label}
          </option>
        ))}
      </select>
      {inner && inner.text !== 'null' && (
        <JsonField field={{...inner, required: true}} editing={editing} bare />
      )}
    </Group>
  );
}
