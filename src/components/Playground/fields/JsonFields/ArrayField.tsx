import Translate, {translate} from '@docusaurus/Translate';
import {Plus} from 'lucide-react';
import type {ReactNode} from 'react';

import {addressWithin, type FieldKind} from '../../../../request/form/formField';
import {withItemsSwapped} from '../../../../request/json/jsonItems';
import styles from '../../Playground.module.css';
import {addControl, controlAt, itemButton, type JsonFieldProps} from './editing';
import Group from './Group';
import ItemActions from './ItemActions';
import JsonField from './JsonField';

export interface ArrayFieldProps extends JsonFieldProps {
  readonly kind: Extract<FieldKind, {type: 'array'}>;
}

/** The items of an array, which can be added, removed and moved; focus moves with them. */
export default function ArrayField({kind, ...props}: ArrayFieldProps): ReactNode {
  const {field, editing} = props;
  const {items, open} = kind;
  const at = (index: number): string => addressWithin(field.at, index);

  function move(from: number, to: number): void {
    editing.rewrite(text => withItemsSwapped(text, field.path, from, to));
    editing.focusOn(itemButton(at(to), to < from ? 'up' : 'down'));
    editing.say(
      translate(
        {id: 'array.moved', message: '{name}: item {from} is now item {to} of {count}.'},
        {name: field.name, from: from + 1, to: to + 1, count: items.length},
      ),
    );
  }

  function remove(index: number): void {
    editing.edit([...field.path, index], undefined);
    const left = items.length - 1;
    editing.focusOn(
      ...(left > 0 ? [itemButton(at(Math.min(index, left - 1)), 'remove')] : []),
      addControl(field.at),
    );
    editing.say(
      translate(
        {id: 'array.removed', message: '{name}: item {number} removed, {count} left.'},
        {name: field.name, number: index + 1, count: left},
      ),
    );
  }

  return (
    <Group {...props} count={items.length}>
      {items.map((item, index) => (
        <JsonField
          key={index}
          field={item}
          editing={editing}
          actions={
            <ItemActions field={item} index={index} count={items.length} onMove={move} onRemove={remove} />
          }
        />
      ))}
      {open && (
        <div>
          <button
            type="button"
            className={styles.add}
            data-adds-to={field.at}
            onClick={() => {
              const isNew = field.text === undefined;
              editing.make(isNew ? field.path : [...field.path, items.length], offers => {
                const item = offers.itemStart(editing.operation, field);
                return isNew ? `[${item}]` : item;
              });
              editing.focusOn(...controlAt(at(items.length)));
            }}
          >
            <Plus aria-hidden size={13} />
            <Translate id="array.add" values={{name: field.name}}>
              {'Add to {name}'}
            </Translate>
          </button>
        </div>
      )}
    </Group>
  );
}
