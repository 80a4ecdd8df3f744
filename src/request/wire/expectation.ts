import {isNoError} from '../../api/http/documentedStatus';
import {isOfSuccess} from '../../api/http/status';
import {ownMember} from '../../api/json';
import type {Operation} from '../../api/operation';
import type {Expectation} from '../apiRequest';
import {isEventStream, mediaTypeEssence} from '../../api/http/mediaType';
import {isFile, mergedSchema} from '../../api/schema/mergedSchema';
import {bodyKind} from '../mediaTypes';

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
};

/** What the operation's success returns: a stream of events, bytes to save, or text to print. */
export function expectationOf(operation: Operation): Expectation {
  const success = operation.responses.find(
    response =>
      isOfSuccess(response.status) || (response.status === 'default' && isNoError(operation, response)),
  );
  const content = success?.content ?? [];
  const types = content.map(({type}) => mediaTypeEssence(type));
  if (types.some(isEventStream)) {
    return {type: 'event-stream'};
  }
  const [first] = types;
  const isUnknown = first === '*/*' && !isFile(mergedSchema(operation, content[0]?.schema ?? true));
  if (first === undefined || bodyKind(first) !== 'file' || isUnknown) {
    return {type: 'text'};
  }
  return {
    type: 'file',
    name: `${operation.tags[0]?.toLowerCase() ?? 'download'}.${ownMember(extensions, first) ?? 'bin'}`,
  };
}
