import type {Json, MediaType, Operation} from '../../api/operation';
import {fieldsOfValue} from './exampleValues';
import {encodeAll} from '../percentEncoding';
import {serialisedFields} from '../wire/buildBody';

/** A value as the text of an urlencoded form. */
export function formText(
  operation: Pick<Operation, 'schemas'>,
  mediaType: Pick<MediaType, 'type' | 'schema' | 'encoding'>,
  value: Json,
): string {
  const typed = fieldsOfValue(operation, mediaType, value, true).flatMap(field =>
    'value' in field ? [{name: field.name, value: field.value}] : [],
  );
  return serialisedFields(operation, typed, mediaType, (_at, make) => make())
    .map(field => `${encodeAll(field.name)}=${encodeAll(field.value)}`)
    .join('&');
}
