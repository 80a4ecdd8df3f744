import Translate from '@docusaurus/Translate';
import {Plus} from 'lucide-react';
import type {ReactNode} from 'react';

import type {FieldKind} from '../../../../request/form/formField';
import {addressWithin} from '../../../../request/form/formField';
import styles from '../../Playground.module.css';
import {controlAt, type JsonFieldProps} from './editing';
import Group from './Group';
import JsonField from './JsonField';
import MapEntryAdder from './MapEntryAdder';
import Members from './Members';

export interface ObjectFieldProps extends JsonFieldProps {
  readonly kind: Extract<FieldKind, {type: 'object'}>;
}

/** The named members of an object, and its further entries; a button adds an object that is left out. */
export default function ObjectField({kind, ...props}: ObjectFieldProps): ReactNode {
  const {field, editing} = props;
  const members = [...kind.fields, ...kind.entries];
  const isMap = Object.keys(field.schema.properties ?? {}).length === 0;
  return (
    <Group {...props} count={members.length}>
      {kind.fields.length > 0 && <Members fields={kind.fields} editing={editing} />}
      {kind.entries.map(member => (
        <JsonField key={member.name} field={member} editing={editing} />
      ))}
      {field.text === undefined && !isMap && (
        <div>
          <button
            type="button"
            className={styles.add}
            onClick={() => {
              editing.make(field.path, ({startOf}) => startOf(editing.operation, field));
              editing.focusOn(...controlAt(field.at));
            }}
          >
            <Plus aria-hidden size={13} />
            <Translate id="object.add" values={{name: field.name}}>
              {'Add {name}'}
            </Translate>
          </button>
        </div>
      )}
      {kind.open && (field.text !== undefined || isMap) && (
        <MapEntryAdder
          label={field.name}
          at={field.at}
          taken={members.filter(({text}) => text !== undefined).map(({name}) => name)}
          onAdd={name => {
            editing.make([...field.path, name], ({entryStart}) => entryStart(editing.operation, field, name));
            editing.focusOn(...controlAt(addressWithin(field.at, name)));
          }}
        />
      )}
    </Group>
  );
}
