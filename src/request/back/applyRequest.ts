import {ownMember} from '../../api/json';
import type {Operation} from '../../api/operation';
import type {ApiRequest} from '../apiRequest';
import {isMadeFromRequest} from './madeOperation';
import {mergeJson} from '../json/mergeJson';
import {matchOperation, type Candidate} from './matchOperation';
import {operationFromRequest} from './operationFromRequest';
import {valuesFromRequest} from './valuesFromRequest';
import {bodyKind} from '../mediaTypes';
import {chosenBody, type BodyValues, type FieldValue, type RequestValues} from '../values';

/** What a request that was read from code means for an operation's form. */
export type Applied =
  | {readonly type: 'values'; readonly values: RequestValues; readonly baseUrl: string}
  /** It calls another operation of the document. */
  | {readonly type: 'other-operation'; readonly id: string; readonly baseUrl: string}
  /** No operation of the document matches it. */
  | {readonly type: 'no-operation'};

/**
 * The values of the form that make this request. What the request does not determine stays as it was typed: the
 * formatting of JSON, bodies of other media types, and chosen files of the same name.
 */
export function applyRequest(
  catalog: readonly Candidate[],
  operation: Operation,
  current: RequestValues,
  request: ApiRequest,
): Applied {
  const match = matchOperation(catalog, request);
  if (match && match.id !== operation.id) {
    return {type: 'other-operation', ...match};
  }
  if (match) {
    return {type: 'values', values: merged(operation, current, request), baseUrl: match.baseUrl};
  }
  if (!isMadeFromRequest(operation)) {
    return {type: 'no-operation'};
  }
  const made = operationFromRequest(request);
  return made.method === operation.method && made.path === operation.path
    ? {type: 'values', values: merged(operation, current, request), baseUrl: made.servers[0]?.url ?? ''}
    : {type: 'no-operation'};
}

function merged(operation: Operation, current: RequestValues, request: ApiRequest): RequestValues {
  const next = valuesFromRequest(operation, request);
  const {mediaType} = next;
  const body = chosenBody(next);
  return {
    ...next,
    bodies:
      mediaType === undefined || !body
        ? current.bodies
        : {...current.bodies, [mediaType]: mergedBody(ownMember(current.bodies, mediaType), body, mediaType)},
  };
}

function mergedBody(current: BodyValues | undefined, next: BodyValues, mediaType: string): BodyValues {
  if (current?.type === 'text' && next.type === 'text' && bodyKind(mediaType) === 'json') {
    return {type: 'text', text: mergeJson(current.text, next.text)};
  }
  if (current?.type === 'fields' && next.type === 'fields') {
    return {type: 'fields', fields: withPickedFiles(next.fields, current.fields)};
  }
  return current?.type === 'file' && next.type === 'file' && current.file?.name === next.file?.name
    ? current
    : next;
}

/** Code only names a file; its bytes are those of the file chosen under that name, in order if there are several. */
function withPickedFiles(
  fields: readonly FieldValue[],
  current: readonly FieldValue[],
): readonly FieldValue[] {
  const picked = current.flatMap(field => ('file' in field ? [field.file] : []));
  return fields.map(field => {
    if (!('file' in field)) {
      return field;
    }
    const index = picked.findIndex(({name}) => name === field.file.name);
    const [file = field.file] = index < 0 ? [] : picked.splice(index, 1);
    return {...field, file};
  });
}
