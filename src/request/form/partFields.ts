import {isLeftOut} from '../../api/schema/direction';
import {isFile, isNever, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import type {MediaType, Operation, Schema} from '../../api/operation';
import {addressWithin, type FormField} from './formField';
import {formField} from './formFields';
import {partMediaType} from '../examples/exampleValues';
import {isMasked} from '../secrets/secretPlaces';
import type {FieldValue} from '../values';
import {messages} from '../../words';
import {partHeaders} from '../wire/partHeaders';

const say = messages('partField', {sentWith: 'Sent with the header {header}.'});

/** A field of an urlencoded or multipart body that the schema names. */
export interface PartField {
  readonly field: FormField;
  /** `json` is an array or an object, whose text is JSON. */
  readonly type: 'file' | 'text' | 'json';
  /** Whether the field may occur several times, as the items of an array. */
  readonly repeats: boolean;
  /** The schema of one value. */
  readonly schema: Schema;
  /** Whether its values are masked. */
  readonly secret: boolean;
  /** The media type of each value. */
  readonly mediaType?: string;
  /** The values, each with its index among all fields. */
  readonly rows: readonly {readonly index: number; readonly value: FieldValue}[];
}

/** The fields that the schema of a form names, in its order; other fields are left out. */
export function partFields(
  operation: Operation,
  {type, schema = true, encoding}: Pick<MediaType, 'type' | 'schema' | 'encoding'>,
  values: readonly FieldValue[],
): readonly PartField[] {
  const {properties = {}, required = []} = mergedSchema(operation, schema);
  return Object.entries(properties).flatMap(([name, property]): PartField[] => {
    const merged = mergedSchema(operation, property);
    if (isLeftOut(operation, property, 'request') || isNever(merged)) {
      return [];
    }
    const isList = typesOf(merged).includes('array');
    const item = mergedSchema(operation, isList ? (merged.items ?? true) : property);
    const structured = typesOf(item).some(type => type === 'object' || type === 'array');
    const mediaType = partMediaType({type, encoding}, name, item);
    const headers = partHeaders(encoding, name);
    const field = formField(operation, property, undefined, {
      base: addressWithin('body', name),
      name,
      required: required.includes(name),
    });
    const sentWith = headers.map(header => say('sentWith', {header: `${header.name}: ${header.value}`}));
    return [
      {
        field: {...field, conditions: [field.conditions, ...sentWith].join(' ').trim()},
        type: isFile(item) ? 'file' : structured ? 'json' : 'text',
        repeats: isList,
        schema: item,
        secret: isMasked(operation, {in: 'form', name, schema: property}),
        ...(mediaType === undefined || isFile(item) ? {} : {mediaType}),
        rows: values.flatMap((value, index) => (value.name === name ? [{index, value}] : [])),
      },
    ];
  });
}
