import type {Json, Operation, Schema} from '../../api/operation';
import {schemaFaults} from '../../api/schema/validateSchema';
import {jsonValue} from '../../request/json/jsonText';
import {translate} from '../../words';
import {parseEventStream, type StreamedEvent} from '../eventStream';
import type {CheckOutcome} from './checkAnswer';
import type {Difference} from './documentDifference';
import {dataSchemaOf, eventSchemas, isForEvent} from './eventSchemas';

/** Events beyond this number are not checked. */
const MOST_EVENTS = 1000;

/** As in {@link CheckOutcome}. */
type EventsOutcome = Pick<CheckOutcome, 'differences' | 'itemsChecked'>;

/**
 * How the events of a stream differ from the schema of one event (`itemSchema`, OpenAPI 3.2 §4.14.4), which describes
 * an object with `event`, `data` and `id`. Data is text; it is JSON if the schema says so, by `contentSchema` or by a
 * type other than string. Undefined if the document has no schema for events, or one that cannot be used for
 * validation.
 */
export function checkEvents(operation: Operation, schema: Schema, stream: string): EventsOutcome | undefined {
  const schemas = eventSchemas(operation, schema);
  if (!schemas) {
    return undefined;
  }
  const events = parseEventStream(stream);
  const found = events.slice(0, MOST_EVENTS).map(event => ofEvent(operation, schemas, event));
  return found.some(one => one === undefined)
    ? undefined
    : {
        differences: found.flatMap(one => one ?? []),
        ...(events.length > MOST_EVENTS ? {itemsChecked: MOST_EVENTS} : {}),
      };
}

function ofEvent(
  operation: Operation,
  schemas: readonly Schema[],
  {event, data, id}: StreamedEvent,
): readonly Difference[] | undefined {
  const difference = (pointer: string, message: string): Difference => ({
    type: 'event',
    event,
    pointer,
    message,
  });
  const branch = schemas.find(one => isForEvent(operation, one, event));
  if (branch === undefined) {
    return [difference('#', undocumented())];
  }
  const {isText, content} = dataSchemaOf(operation, branch);
  const read = isText && content === undefined ? data : jsonValue(data);
  if (read === undefined) {
    return [difference('#/data', notJson())];
  }
  const value: Json = {event, data: isText ? data : read, ...(id === undefined ? {} : {id})};
  const faults = schemaFaults(operation, branch, value, translate, 'response');
  const within = content === undefined ? [] : schemaFaults(operation, content, read, translate, 'response');
  return (
    faults &&
    within && [
      ...faults.map(({pointer, message}) => difference(pointer, message)),
      ...within.map(({pointer, message}) => difference(`#/data${pointer.slice(1)}`, message)),
    ]
  );
}

function undocumented(): string {
  return translate({id: 'events.undocumented', message: 'is no documented event'});
}

function notJson(): string {
  return translate({id: 'events.notJson', message: 'must be JSON'});
}
