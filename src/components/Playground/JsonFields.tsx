import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import type {ReactNode} from 'react';

import {startText, type FormField} from '../../request/formFields';
import {memberNames, withJsonAt, type JsonPath} from '../../request/jsonText';
import Field, {type ControlProps} from './Field';
import {jsonFromTyped, typedFromJson} from './jsonControl';
import LeaveOut from './LeaveOut';
import MapEntryAdder from './MapEntryAdder';
import styles from './Playground.module.css';
import ValueControl, {type ValueKind} from './ValueControl';
import {textKind} from './valueKind';

export interface JsonFieldsProps {
  readonly field: FormField;
  /** The whole JSON text that the fields edit. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly faultsAt: (at: string) => readonly string[];
}

/** The fields of a value: each edit changes its own place in the JSON text, and nothing else. */
export default function JsonFields({field, text, onChange, faultsAt}: JsonFieldsProps): ReactNode {
  const rest = {text, onChange, faultsAt};
  const edit = (path: JsonPath, value: string | undefined): void => onChange(withJsonAt(text, path, value));
  const {kind} = field;
  switch (kind.type) {
    case 'object':
      return (
        <Group field={field} faultsAt={faultsAt} edit={edit}>
          {kind.fields.map(member => (
            <JsonFields key={member.name} field={member} {...rest} />
          ))}
        </Group>
      );
    case 'map':
      return (
        <Group field={field} faultsAt={faultsAt} edit={edit}>
          {kind.entries.map(entry => (
            <div key={entry.name}>
              <JsonFields field={entry} {...rest} />
            </div>
          ))}
          <MapEntryAdder
            label={field.name}
            taken={memberNames(text, field.path)}
            onAdd={name => edit([...field.path, name], '""')}
          />
        </Group>
      );
    case 'array':
      return (
        <Group field={field} faultsAt={faultsAt} edit={edit}>
          {kind.items.map((item, index) => (
            <div key={index} className={styles.pair}>
              <div className={styles.grow}>
                <JsonFields field={item} {...rest} />
              </div>
              <button
                type="button"
                className={styles.iconButton}
                aria-label={translate(
                  {id: 'array.remove', message: 'Remove item {number} of {name}'},
                  {number: index + 1, name: field.name},
                )}
                onClick={() => edit(item.path, undefined)}
              >
                <X aria-hidden size={15} />
              </button>
            </div>
          ))}
          <div>
            <button
              type="button"
              className={styles.textButton}
              onClick={() => edit([...field.path, kind.items.length], startText(kind.itemKind))}
            >
              <Translate id="array.add" values={{name: field.name}}>
                {'Add to {name}'}
              </Translate>
            </button>
          </div>
        </Group>
      );
    case 'choice':
      return (
        <div className={styles.group}>
          <select
            className={styles.control}
            aria-label={translate({id: 'choice.label', message: 'Form of {name}'}, {name: field.name})}
            value={kind.chosen}
            onChange={event => edit(field.path, kind.starts[Number(event.target.value)])}
          >
            {kind.branches.map((branch, index) => (
              <option key={branch} value={index}>
                {branch}
              </option>
            ))}
          </select>
          <JsonFields field={kind.field} {...rest} />
        </div>
      );
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
    case 'json':
      return <Leaf field={field} faultsAt={faultsAt} edit={edit} />;
  }
}

interface PartProps {
  readonly field: FormField;
  readonly faultsAt: (at: string) => readonly string[];
  readonly edit: (path: JsonPath, value: string | undefined) => void;
}

/** The members of an object, an array or a map, under its name; the body itself needs no name. */
function Group({field, faultsAt, edit, children}: PartProps & {readonly children: ReactNode}): ReactNode {
  if (field.path.length === 0) {
    return <div className={styles.group}>{children}</div>;
  }
  const at = addressOf(field);
  const faults = faultsAt(at);
  return (
    <fieldset className={styles.group} data-at={at}>
      <legend className={styles.memberLegend}>
        {field.name} <span className={styles.memberRule}>{field.rule}</span>
        {field.text !== undefined && !field.required && (
          <LeaveOut name={field.name} onClick={() => edit(field.path, undefined)} />
        )}
      </legend>
      <div className={styles.nested}>{children}</div>
      {faults.map(fault => (
        <p key={fault} className={styles.rowFault}>
          {fault}
        </p>
      ))}
      {field.description && <p className={styles.note}>{field.description}</p>}
    </fieldset>
  );
}

function Leaf({field, faultsAt, edit}: PartProps): ReactNode {
  const at = addressOf(field);
  return (
    <Field
      label={field.name}
      rule={field.rule}
      description={field.description}
      required={field.required}
      deprecated={field.deprecated}
      at={at}
      faults={faultsAt(at)}
      action={
        field.text !== undefined &&
        !field.required && <LeaveOut name={field.name} onClick={() => edit(field.path, undefined)} />
      }
    >
      {(control: ControlProps) => (
        <ValueControl
          control={control}
          kind={leafKind(field)}
          text={typedFromJson(field.text)}
          required={field.required}
          placeholder={field.placeholder}
          onChange={typed =>
            edit(field.path, typed === undefined ? undefined : jsonFromTyped(field.kind, typed))
          }
        />
      )}
    </Field>
  );
}

function leafKind({kind}: FormField): ValueKind {
  switch (kind.type) {
    case 'string':
      return textKind(kind.format, kind.long);
    case 'number':
      return {type: 'text', inputMode: 'decimal'};
    case 'boolean':
      return {type: 'choice', options: ['true', 'false']};
    case 'enum':
      return {type: 'choice', options: kind.options.map(option => typedFromJson(option) ?? option)};
    default:
      return {type: 'text', inputMode: 'text'};
  }
}

function addressOf({path}: FormField): string {
  return ['body', ...path].join('/');
}
