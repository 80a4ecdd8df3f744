import type {ReactNode} from 'react';

import type {FormField} from '../../../../request/form/formField';
import {isMasked, isSecretPlace} from '../../../../request/secrets/secretPlaces';
import Field, {type ControlProps} from '../Field';
import ValueControl, {type ValueKind} from '../ValueControl';
import {textKind} from '../valueKind';
import {jsonFromTyped, typedFromJson} from './jsonControl';
import type {Editing, JsonFieldProps} from './editing';
import Stated from './Stated';
import styles from './styles.module.css';
import ValueActions from './ValueActions';

/** A single value. As an item of a list, its actions are in the same line. */
export default function Leaf({field, editing, bare, actions}: JsonFieldProps): ReactNode {
  const labelSpoken = bare === true || actions !== undefined;
  const control = (
    <Field
      label={field.name}
      labelSpoken={labelSpoken}
      rule={field.rule}
      conditions={bare ? `${field.limits} ${field.conditions}`.trim() : field.conditions}
      description={bare ? undefined : field.description}
      required={field.required}
      deprecated={field.deprecated}
      at={field.at}
      faults={editing.faultsAt(field.at)}
      action={!labelSpoken && <ValueActions field={field} editing={editing} />}
    >
      {props => <Control field={field} editing={editing} props={props} />}
    </Field>
  );
  return actions === undefined ? (
    control
  ) : (
    <div className={styles.item}>
      <div className={styles.grow}>{control}</div>
      <ValueActions field={field} editing={editing} />
      {actions}
    </div>
  );
}

function Control({
  field,
  editing,
  props,
}: Pick<JsonFieldProps, 'field' | 'editing'> & {readonly props: ControlProps}): ReactNode {
  const {kind, path} = field;
  if (kind.type === 'null' || kind.type === 'misfit') {
    return <Stated field={field} editing={editing} props={props} />;
  }
  const isEnum = kind.type === 'enum';
  return (
    <ValueControl
      control={props}
      label={field.name}
      kind={leafKind(field, isHidden(editing, field))}
      text={isEnum ? field.text : typedFromJson(field.text)}
      required={field.required}
      placeholder={field.placeholder}
      onChange={typed =>
        editing.edit(path, typed === undefined || isEnum ? typed : jsonFromTyped(kind, typed))
      }
    />
  );
}

function isHidden({operation}: Editing, {path, name, schema, kind, text}: FormField): boolean {
  // An item of a list has a number for a name, so the name of the list decides.
  const place = {in: 'json', name: path.findLast(step => typeof step === 'string') ?? name, schema} as const;
  // A multi-line field cannot be masked, and its text must not move to another control while it is typed.
  return kind.type === 'text' && kind.long
    ? isSecretPlace(operation, place)
    : isMasked(operation, place, typedFromJson(text));
}

/** The kind of control for a single value. */
export function leafKind({kind, text}: FormField, secret: boolean): ValueKind {
  switch (kind.type) {
    case 'number':
      return {type: 'text', inputMode: kind.negative ? 'text' : kind.integer ? 'numeric' : 'decimal', secret};
    case 'enum': {
      const known = text === undefined || kind.options.some(option => option.text === text);
      const options = known ? kind.options : [...kind.options, {text}];
      const typed = options.map(option => typedFromJson(option.text) ?? '');
      return {
        type: 'choice',
        options: options.map(option => {
          const shown = option.label ?? typedFromJson(option.text) ?? option.text;
          // The text "1" and the number 1 look the same except for the quotes.
          const alike = typed.filter(other => other === shown).length > 1 || shown === '';
          return {value: option.text, label: alike ? option.text : shown};
        }),
      };
    }
    case 'text':
      return textKind(kind.format, kind.long, secret);
    default:
      return {type: 'text', inputMode: 'text', secret};
  }
}
