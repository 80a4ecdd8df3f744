import {useState, type ReactNode} from 'react';

import type {MediaType, Operation} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import {isWithin} from '../../../request/form/fieldFaults';
import {bodyKind} from '../../../request/mediaTypes';
import {partFields, type PartField} from '../../../request/form/partFields';
import type {FieldValue} from '../../../request/values';
import {requiredFirst} from '../fields/Folded';
import JsonFields from '../fields/JsonFields';
import FieldRows from './FieldRows';
import Part, {placeOf, textRow} from './Part';

export interface PartFieldsProps {
  readonly operation: Operation;
  readonly media: MediaType;
  readonly fields: readonly FieldValue[];
  readonly faults: readonly RequestProblem[];
  readonly onChange: (fields: readonly FieldValue[]) => void;
}

/** The fields of an urlencoded or multipart body: those that the schema names, then any others. */
export default function PartFields({operation, media, fields, faults, onChange}: PartFieldsProps): ReactNode {
  // A name that is being typed may briefly be that of another field: its row stays in place until the reader leaves it.
  const [naming, setNaming] = useState<number>();
  const parts = partsInOrder(operation, media, fields).map(part => ({
    ...part,
    rows: part.rows.filter(({index}) => index !== naming),
  }));
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
      <FieldRows
        fields={fields}
        named={named}
        naming={naming}
        files={multipart}
        onNaming={setNaming}
        onChange={onChange}
      />
    </>
  );
}

function partsInOrder(...place: Parameters<typeof partFields>): readonly PartField[] {
  const parts = partFields(...place);
  return requiredFirst(parts.map(part => ({required: part.field.required, part}))).map(({part}) => part);
}

function textsOf({rows}: PartField): readonly string[] {
  return rows.flatMap(({value}) => ('value' in value ? [value.value] : []));
}

/** What is wrong with a field as a whole, with one of its values, or with the part that contains it. */
function faultsOf({field, rows}: PartField, faults: readonly RequestProblem[]): readonly string[] {
  return faults.flatMap(({at, message}) => {
    if (!isWithin(at, field.at)) {
      return rows.some(({index}) => at === `body/parts/${index}`) ? [message] : [];
    }
    const place = at.slice(field.at.length + 1);
    return [/^\d+$/.test(place) && rows.length > 1 ? `${Number(place) + 1}: ${message}` : message];
  });
}
