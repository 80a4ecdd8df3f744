import Translate, {translate} from '@docusaurus/Translate';
import {Plus, X} from 'lucide-react';
import {useState, type ReactNode} from 'react';

import type {MediaType, Operation} from '../../../api/operation';
import type {FileReference, RequestProblem} from '../../../request/apiRequest';
import {isWithin} from '../../../request/fieldFaults';
import {bodyKind} from '../../../request/mediaTypes';
import {partFields, type PartField} from '../../../request/partFields';
import type {FieldValue} from '../../../request/values';
import Field from '../fields/Field';
import FileDrop, {FileName} from '../fields/FileDrop';
import JsonFields from '../fields/JsonFields';
import LeaveOut from '../fields/LeaveOut';
import {useFocusOn} from '../fields/useFocusOn';
import ValueControl from '../fields/ValueControl';
import {partKind} from '../fields/valueKind';
import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';
import FieldRows from './FieldRows';

export interface PartFieldsProps {
  readonly operation: Operation;
  readonly media: MediaType;
  readonly fields: readonly FieldValue[];
  readonly faults: readonly RequestProblem[];
  readonly onChange: (fields: readonly FieldValue[]) => void;
}

/** The fields of an urlencoded or multipart body: those that the schema names, then any others. */
export default function PartFields({operation, media, fields, faults, onChange}: PartFieldsProps): ReactNode {
  const parts = partFields(operation, media, fields);
  const named = new Set(parts.map(({field}) => field.name));
  const multipart = bodyKind(media.type) === 'multipart';

  function put(index: number | undefined, value: FieldValue): void {
    onChange(
      index === undefined
        ? [...fields, value]
        : fields.map((other, position) => (position === index ? value : other)),
    );
  }
  function remove(...indexes: readonly number[]): void {
    onChange(fields.filter((_, position) => !indexes.includes(position)));
  }

  return (
    <>
      {parts.map(part =>
        part.type === 'json' && !part.repeats ? (
          <div key={part.field.name} data-at={placeOf(part.rows[0]?.index)}>
            <JsonFields
              operation={operation}
              schema={part.schema}
              text={textsOf(part)[0]}
              base={part.field.at}
              name={part.field.name}
              required={part.field.required}
              faults={faults}
              onChange={text => {
                const index = part.rows[0]?.index;
                if (text !== undefined) {
                  put(index, textRow(part, text));
                } else if (index !== undefined) {
                  remove(index);
                }
              }}
            />
          </div>
        ) : (
          <Part
            key={part.field.name}
            part={part}
            faults={faultsOf(part, faults)}
            takesFiles={multipart && part.type === 'file'}
            onPut={put}
            onAdd={values => onChange([...fields, ...values])}
            onReplace={values =>
              onChange([...fields.filter(({name}) => name !== part.field.name), ...values])
            }
            onRemove={remove}
          />
        ),
      )}
      <FieldRows fields={fields} named={named} files={multipart} onChange={onChange} />
    </>
  );
}

interface PartProps {
  readonly part: PartField;
  readonly faults: readonly string[];
  readonly takesFiles: boolean;
  readonly onPut: (index: number | undefined, value: FieldValue) => void;
  readonly onAdd: (values: readonly FieldValue[]) => void;
  readonly onReplace: (values: readonly FieldValue[]) => void;
  readonly onRemove: (...indexes: readonly number[]) => void;
}

/** The values of one field: typed, or taken from files. */
function Part({part, faults, takesFiles, onPut, onAdd, onReplace, onRemove}: PartProps): ReactNode {
  const {field, rows, repeats} = part;
  const {name} = field;
  const [box, focusOn] = useFocusOn<HTMLDivElement>(rows.length);
  const [told, setTold] = useState('');

  function takeFiles(files: readonly FileReference[]): void {
    const values = files.map(file => ({name, file}));
    if (repeats) {
      onAdd(values);
    } else {
      onReplace(values);
    }
    setTold(
      translate(
        {id: 'parts.added', message: 'Added to {name}: {files}.'},
        {name, files: files.map(file => file.name).join(', ')},
      ),
    );
  }

  function remove(index: number, what: string): void {
    onRemove(index);
    focusOn('input, select, textarea, button');
    setTold(translate({id: 'parts.removed', message: 'Removed {what}.'}, {what}));
  }

  const typed = rows.length > 0 || repeats || takesFiles ? rows : [{index: undefined, value: undefined}];
  return (
    <Field
      label={name}
      rule={field.rule}
      description={field.description}
      required={field.required}
      deprecated={field.deprecated}
      at={field.at}
      faults={faults}
      action={
        rows.length > 0 &&
        !field.required && <LeaveOut name={name} onClick={() => onRemove(...rows.map(({index}) => index))} />
      }
    >
      {({'aria-required': needed, ...control}) => (
        <div ref={box} className={styles.parts}>
          <p role="status" className={spoken.spoken}>
            {told}
          </p>
          {typed.map(({index, value}, place) => (
            <div key={place} className={styles.pair} data-at={placeOf(index)}>
              {value && 'file' in value ? (
                <FileName file={value.file} />
              ) : (
                <ValueControl
                  control={{
                    ...control,
                    id: place === 0 && !takesFiles ? control.id : `${control.id}-${place}`,
                    'aria-required': needed,
                    ...(place === 0 && !takesFiles
                      ? {}
                      : {
                          'aria-label': translate(
                            {id: 'parts.value', message: '{name} {number}'},
                            {name, number: place + 1},
                          ),
                        }),
                  }}
                  label={name}
                  kind={partKind(part)}
                  text={value?.value}
                  required={field.required || repeats}
                  placeholder={field.placeholder}
                  onChange={text => {
                    if (text !== undefined) {
                      onPut(index, textRow(part, text));
                    } else if (index !== undefined) {
                      onRemove(index);
                    }
                  }}
                />
              )}
              {index !== undefined && (repeats || takesFiles) && (
                <button
                  type="button"
                  className={controls.iconButton}
                  aria-label={translate(
                    {id: 'parts.remove', message: 'Remove {what}'},
                    {what: wordsFor(value, `${name} ${place + 1}`)},
                  )}
                  onClick={() => remove(index, wordsFor(value, `${name} ${place + 1}`))}
                >
                  <X aria-hidden size={15} />
                </button>
              )}
            </div>
          ))}
          {takesFiles ? (
            <FileDrop control={control} multiple={repeats} onFiles={takeFiles} />
          ) : (
            repeats && (
              <div>
                <button
                  type="button"
                  aria-describedby={control['aria-describedby']}
                  className={controls.linkButton}
                  onClick={() => {
                    onAdd([textRow(part, '')]);
                    focusOn(
                      `#${CSS.escape(rows.length === 0 ? control.id : `${control.id}-${rows.length}`)}`,
                    );
                  }}
                >
                  <Plus aria-hidden size={13} />{' '}
                  <Translate id="array.add" values={{name}}>
                    {'Add to {name}'}
                  </Translate>
                </button>
              </div>
            )
          )}
        </div>
      )}
    </Field>
  );
}

/** The address of a part, which faults of what it is sent as name. */
function placeOf(index: number | undefined): string | undefined {
  return index === undefined ? undefined : `body/parts/${index}`;
}

function wordsFor(value: FieldValue | undefined, otherwise: string): string {
  return value && 'file' in value ? value.file.name : otherwise;
}

function textsOf({rows}: PartField): readonly string[] {
  return rows.flatMap(({value}) => ('value' in value ? [value.value] : []));
}

function textRow({field, mediaType}: PartField, value: string): FieldValue {
  return {name: field.name, value, ...(mediaType === undefined ? {} : {mediaType})};
}

/** What is wrong with a field as a whole, with one of its values, or with the part that it goes as. */
function faultsOf({field, rows}: PartField, faults: readonly RequestProblem[]): readonly string[] {
  return faults.flatMap(({at, message}) => {
    if (!isWithin(at, field.at)) {
      return rows.some(({index}) => at === `body/parts/${index}`) ? [message] : [];
    }
    const place = at.slice(field.at.length + 1);
    return [/^\d+$/.test(place) && rows.length > 1 ? `${Number(place) + 1}: ${message}` : message];
  });
}
