import type {MediaType, Operation, OperationResponse, ResponseHeader} from '../../api/operation';
import {messages} from '../../words';
import {bodyFields, exampleFence, isSuccess, reproduceButton, reproducedAnswers} from './bodySections';
import {headerLine} from './fieldLines';
import {fieldList} from './fieldList';
import {firstLine, ownLine} from './markdown';
import {code, element, heading, paragraph, table, withCodes, type Block} from './tree';

const say = messages('endpoint', {
  errors: 'Error Codes',
  code: 'Code',
  description: 'Description',
  advice: 'What to do',
  cause: 'Cause it',
  exampleOf: 'Example of {code}',
  errorHeaders: 'Error Headers',
  withStatuses: 'With {statuses}.',
  errorFields: 'Fields of {statuses}, sent as {mediaType}',
});

/** What can go wrong: the statuses in a table, and for each the answer as it comes. */
export function errorsSection(operation: Operation): Block[] {
  const errors = operation.responses.filter(response => !isSuccess(response));
  if (errors.length === 0) {
    return [];
  }
  const described = errors.map(response => ({
    response,
    status: response.status,
    ...firstLine(response.description),
  }));
  const hasAdvice = described.some(({rest}) => rest.length > 0);
  const canCause = errors.some(({reproduction}) => reproduction);
  return [
    heading(2, say('errors'), 'error-codes'),
    table(
      [
        say('code'),
        say('description'),
        ...(hasAdvice ? [say('advice')] : []),
        ...(canCause ? [say('cause')] : []),
      ],
      described.map(({status, first, rest, response}) => [
        code(status),
        first,
        ...(hasAdvice ? [rest] : []),
        ...(canCause ? [reproduceButton(operation, response)] : []),
      ]),
    ),
    ...reproducedAnswers(operation, errors),
    ...errorHeaders(operation, errors),
    ...errorBodies(operation, errors),
    ...errors.flatMap(response => errorExample(operation, response)),
  ];
}

/** Headers that no success has in the same way, such as `Retry-After`, and the statuses they come with. */
function errorHeaders(operation: Operation, errors: readonly OperationResponse[]): Block[] {
  const usual = new Set(
    operation.responses
      .filter(isSuccess)
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

function errorExample(operation: Operation, response: OperationResponse): Block[] {
  const examples = response.content
    .filter(mediaType => mediaType.examples.length > 0)
    .flatMap(mediaType => exampleFence(operation, mediaType, 'response'));
  const summary = element('summary', {}, [paragraph(withCodes(say('exampleOf'), [response.status]))]);
  return examples.length === 0 ? [] : [element('details', {}, [summary, ...examples])];
}
