import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import type {ReactNode} from 'react';

import {isMasked, nothingKnown} from '../../../request/secrets/secretPlaces';
import type {FieldValue} from '../../../request/values';
import MaskedInput from '../fields/MaskedInput';
import {FileName} from '../fields/FileDrop';
import {keepFile} from '../fields/pickedFiles';
import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';

export interface FieldRowsProps {
  readonly fields: readonly FieldValue[];
  /** Names whose fields are shown elsewhere. */
  readonly named: ReadonlySet<string>;
  /** The field whose name is being typed, which stays here whatever its name is. */
  readonly naming: number | undefined;
  /** Whether a field may contain a file, as in a multipart body. */
  readonly files: boolean;
  readonly onNaming: (index: number | undefined) => void;
  readonly onChange: (fields: readonly FieldValue[]) => void;
}

/** Fields of an urlencoded or multipart body by name and value, in order; a name may repeat. */
export default function FieldRows({
  fields,
  named,
  naming,
  files,
  onNaming,
  onChange,
}: FieldRowsProps): ReactNode {
  const rows = fields.flatMap((field, index) =>
    named.has(field.name) && index !== naming ? [] : [{field, index}],
  );

  function replace(index: number, field: FieldValue): void {
    onChange(fields.map((other, position) => (position === index ? field : other)));
  }

  return (
    <>
      {rows.map(({field, index}, place) => (
        <div key={place} className={styles.pair} data-at={`body/parts/${index}`}>
          <input
            className={controls.control}
            aria-label={translate({id: 'rows.name', message: 'Field {number}, name'}, {number: place + 1})}
            value={field.name}
            onFocus={() => onNaming(index)}
            onBlur={() => onNaming(undefined)}
            onChange={event => replace(index, {...field, name: event.target.value})}
          />
          {'file' in field ? (
            <FileName file={field.file} />
          ) : (
            <MaskedInput
              secret={isMasked(nothingKnown, {in: 'form', name: field.name, schema: true}, field.value)}
              aria-label={translate(
                {id: 'rows.value', message: 'Field {number}, value'},
                {number: place + 1},
              )}
              value={field.value}
              onTyped={value => replace(index, {...field, value})}
            />
          )}
          <button
            ref={passFocus}
            type="button"
            className={controls.iconButton}
            aria-label={translate({id: 'rows.remove', message: 'Remove field {number}'}, {number: place + 1})}
            onClick={() => onChange(fields.filter((_, position) => position !== index))}
          >
            <X aria-hidden size={15} />
          </button>
        </div>
      ))}
      <div className={styles.pair}>
        <button
          type="button"
          className={styles.pairAction}
          onClick={() => onChange([...fields, {name: '', value: ''}])}
        >
          <Translate id="rows.add">Add a field</Translate>
        </button>
        {files && (
          <label className={styles.pairAction}>
            <Translate id="rows.addFiles">Add files</Translate>
            <input
              type="file"
              multiple
              className={spoken.spoken}
              onChange={event => {
                onChange([
                  ...fields,
                  ...Array.from(event.target.files ?? [], file => ({
                    name: lastFileName(rows.map(({field}) => field)),
                    file: keepFile(file),
                  })),
                ]);
                // So that the same file can be chosen again after it was removed.
                event.target.value = '';
              }}
            />
          </label>
        )}
      </div>
    </>
  );
}

/** The files of one upload usually share a field name. */
function lastFileName(fields: readonly FieldValue[]): string {
  return fields.findLast(field => 'file' in field)?.name ?? 'files';
}
