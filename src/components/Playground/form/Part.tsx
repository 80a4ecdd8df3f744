import Translate, {translate} from '@docusaurus/Translate';
import {Plus, X} from 'lucide-react';
import {useState, type ReactNode} from 'react';

import type {FileReference} from '../../../request/apiRequest';
import type {PartField} from '../../../request/form/partFields';
import type {FieldValue} from '../../../request/values';
import Field from '../fields/Field';
import FileDrop, {FileName} from '../fields/FileDrop';
import LeaveOut from '../fields/LeaveOut';
import {useFocusOn} from '../fields/useFocusOn';
import ValueControl from '../fields/ValueControl';
import {partKind} from './partKind';
import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';

export interface PartProps {
  readonly part: PartField;
  readonly faults: readonly string[];
  readonly takesFiles: boolean;
  readonly onPut: (index: number | undefined, value: FieldValue) => void;
  readonly onAdd: (values: readonly FieldValue[]) => void;
  readonly onReplace: (values: readonly FieldValue[]) => void;
  readonly onRemove: (...indexes: readonly number[]) => void;
}

/** The values of one field: typed, or files. */
export default function Part({
  part,
  faults,
  takesFiles,
  onPut,
  onAdd,
  onReplace,
  onRemove,
}: PartProps): ReactNode {
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
      conditions={field.conditions}
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
                      onPut(index, {...textRow(part, text), ...(value?.headers && {headers: value.headers})});
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
                  className={styles.add}
                  onClick={() => {
                    onAdd([textRow(part, '')]);
                    focusOn(
                      `#${CSS.escape(rows.length === 0 ? control.id : `${control.id}-${rows.length}`)}`,
                    );
                  }}
                >
                  <Plus aria-hidden size={13} />
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

/** The address of a part, which faults name. */
export function placeOf(index: number | undefined): string | undefined {
  return index === undefined ? undefined : `body/parts/${index}`;
}

function wordsFor(value: FieldValue | undefined, otherwise: string): string {
  return value && 'file' in value ? value.file.name : otherwise;
}

/** A new row with a text, sent as the document says. */
export function textRow({field, mediaType}: PartField, value: string): FieldValue {
  return {name: field.name, value, ...(mediaType === undefined ? {} : {mediaType})};
}
