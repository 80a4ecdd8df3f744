import {isNoError} from '../../api/http/documentedStatus';
import type {MediaType, Operation, OperationResponse, ResponseHeader} from '../../api/operation';
import {messages} from '../../words';
import {bodyFields, responseExamples, statusRow} from './bodySections';
import {headerLine} from './fieldLines';
import {fieldList} from './fieldList';
import {firstLine, ownLine} from './markdown';
import {element, heading, paragraph, type Block} from './tree';

const say = messages('endpoint', {
  errors: 'Error Codes',
  errorHeaders: 'Error Headers',
  withStatuses: 'With {statuses}.',
  errorFields: 'Fields of {statuses}, sent as {mediaType}',
});

/** What can go wrong: a row for each status, which opens on what to do and the response as it comes. */
export function errorsSection(operation: Operation): Block[] {
  const errors = operation.responses.filter(response => !isNoError(operation, response));
  return errors.length === 0
    ? []
    : [
        heading(2, say('errors'), 'error-codes'),
        ...errors.map(response => errorRow(operation, response)),
        ...errorBodies(operation, errors),
        ...errorHeaders(operation, errors),
      ];
}

function errorRow(operation: Operation, response: OperationResponse): Block {
  const {rest} = firstLine(response.description);
  return statusRow(operation, response, [
    ...(rest.length === 0 ? [] : [paragraph(rest)]),
    ...response.content
      .filter(mediaType => mediaType.examples.length > 0)
      .flatMap(mediaType => responseExamples(operation, mediaType)),
  ]);
}

/** Headers that no success has in the same way, such as `Retry-After`, and the statuses they come with. */
function errorHeaders(operation: Operation, errors: readonly OperationResponse[]): Block[] {
  const usual = new Set(
    operation.responses
      .filter(response => isNoError(operation, response))
      .flatMap(({headers}) => headers.map(header => JSON.stringify(header))),
  );
  const found = new Map<string, {readonly header: ResponseHeader; readonly statuses: string[]}>();
  for (const {status, headers} of errors) {
    for (const header of headers.filter(one => !usual.has(JSON.stringify(one)))) {
      found.set(header.name, {header, statuses: [...(found.get(header.name)?.statuses ?? []), status]});
    }
  }
  const lines = [...found.values()].map(({header, statuses}) => {
    const line = headerLine(operation, header);
    return {
      ...line,
      words: [...line.words, paragraph(ownLine(say('withStatuses', {statuses: listed(statuses)})))],
    };
  });
  return lines.length === 0
    ? []
    : [heading(3, say('errorHeaders'), 'error-headers'), ...fieldList({lines, choices: []}, 'error-header')];
}

/** The fields of what comes with an error: once for all the statuses that share them. */
function errorBodies(operation: Operation, errors: readonly OperationResponse[]): Block[] {
  const found = new Map<string, {readonly media: MediaType; readonly statuses: string[]}>();
  for (const {status, content} of errors) {
    for (const media of content) {
      const key = JSON.stringify([media.type, media.schema]);
      found.set(key, {media, statuses: [...(found.get(key)?.statuses ?? []), status]});
    }
  }
  return [...found.values()].flatMap(({media, statuses}) => {
    const fields = bodyFields(operation, media, 'response', `error-${statuses[0] ?? ''}`);
    const summary = paragraph(
      ownLine(say('errorFields', {statuses: listed(statuses), mediaType: `\`${media.type}\``})),
    );
    return fields.length === 0
      ? []
      : [element('details', {}, [element('summary', {}, [summary]), ...fields])];
  });
}

function listed(statuses: readonly string[]): string {
  return statuses.map(status => `\`${status}\``).join(', ');
}
