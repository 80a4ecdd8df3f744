import {isJsonList, isJsonObject, ownMember} from '../../api/json';
import type {Json, Operation, Schema} from '../../api/operation';
import {listedValues, mergedSchema, typesOf} from '../../api/schema/mergedSchema';
import {jsonValue} from '../../request/json/jsonText';
import type {StreamedEvent} from '../eventStream';
import {branchesOf, dataSchemaOf, eventNames, eventSchemas, hasConstants, isForEvent} from './eventSchemas';

type Schemas = Pick<Operation, 'schemas'>;

/** A documented event whose data is a piece of text, or contains one. */
interface TextEvent {
  readonly event: Schema;
  readonly content: Schema;
  /** Whether the data is the text itself rather than JSON. */
  readonly isPlain: boolean;
  readonly path: readonly string[];
  /** The names of the event, its types and the steps of the path, of which one may say that it is a delta. */
  readonly names: string;
}

/** The step into the items of a list; only the first item counts. */
const FIRST = '0';
const DEEPEST = 4;

/**
 * What each event adds to the text that a stream sends in pieces, according to the schemas of its events: the one text
 * that the data of an event is, or contains, other than a name or a text with a format. If several events have one,
 * those count that are called a delta, a token or a chunk. Undefined if the document has no schema for events.
 */
export function documentedPieces(
  operation: Schemas,
  stream: Schema,
): ((event: StreamedEvent) => string) | undefined {
  const events = eventSchemas(operation, stream);
  if (!events) {
    return undefined;
  }
  const all = events.flatMap(event => textEvents(operation, event));
  const named = all.filter(({names}) => /delta|token|chunk/i.test(names));
  const counted = all.length === 1 ? all : named;
  return event => counted.map(one => pieceOf(operation, one, event) ?? '').join('');
}

function textEvents(operation: Schemas, event: Schema): readonly TextEvent[] {
  const {data, isText, content} = dataSchemaOf(operation, event);
  return branchesOf(operation, content ?? data).flatMap(branch => {
    const found = textsIn(operation, branch, 0);
    const called = found.filter(path => /^(?:text|content|token|delta)$/.test(path.at(-1) ?? ''));
    const [path, ...others] = found.length === 1 ? found : called;
    const {properties = {}} = mergedSchema(operation, branch);
    const type = listedValues(mergedSchema(operation, ownMember(properties, 'type') ?? true));
    return path === undefined || others.length > 0
      ? []
      : [
          {
            event,
            content: branch,
            isPlain: isText && content === undefined,
            path,
            names: [...(eventNames(operation, event) ?? []), ...(type ?? []), ...path].join(' '),
          },
        ];
  });
}

/** The paths of texts without fixed values, a format or a pattern. */
function textsIn(operation: Schemas, schema: Schema, depth: number): readonly (readonly string[])[] {
  const merged = mergedSchema(operation, schema);
  const [type] = typesOf(merged);
  if (depth > DEEPEST || listedValues(merged)) {
    return [];
  }
  if (type === 'string') {
    return merged.format === undefined && merged.pattern === undefined ? [[]] : [];
  }
  return type === 'array'
    ? textsIn(operation, merged.items ?? true, depth + 1).map(path => [FIRST, ...path])
    : Object.entries(merged.properties ?? {}).flatMap(([name, member]) =>
        textsIn(operation, member, depth + 1).map(path => [name, ...path]),
      );
}

function pieceOf(
  operation: Schemas,
  {event, content, isPlain, path}: TextEvent,
  {event: name, data}: StreamedEvent,
): string | undefined {
  if (!isForEvent(operation, event, name)) {
    return undefined;
  }
  const value = isPlain ? data : jsonValue(data);
  if (value === undefined || !hasConstants(operation, mergedSchema(operation, content), value)) {
    return undefined;
  }
  const found = path.reduce<Json | undefined>(
    (at, step) => (isJsonList(at) ? at[Number(step)] : isJsonObject(at) ? ownMember(at, step) : undefined),
    value,
  );
  return typeof found === 'string' ? found : undefined;
}
