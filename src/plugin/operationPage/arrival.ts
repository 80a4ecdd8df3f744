import type {Root} from 'mdast';

import type {Arrival, Operation} from '../../api/operation';
import {messages} from '../../words';
import {requestBodySection} from './bodySections';
import {blocks, firstLine} from './markdown';
import {standing} from './marks';
import {omissionsNote} from './omissionsNote';
import {headersSection, parametersSection} from './requestSections';
import {receivingCode} from './receivingCode';
import {code, element, fence, heading, paragraph, table, withCodes, type Block} from './tree';

const say = messages('arrival', {
  request: 'HTTP Request',
  webhook: 'The API sends this request to your server, at the address that you registered.',
  callback: 'The API sends this request to your server, after {code}, at the address in {code}.',
  responses: 'Your Response',
  status: 'Status',
  meaning: 'What it tells the API',
  receive: 'Code That Receives It',
});

/** The page of a webhook or a callback: what arrives, what to answer, and code that receives it. */
export function arrivalToMdast({operation, callback}: Arrival, operations: readonly Operation[]): Root {
  const asking = operations.find(({id}) => id === callback?.operationId);
  const sent = callback
    ? withCodes(say('callback'), [asking ? `${asking.method} ${asking.path}` : '', callback.expression])
    : [{type: 'text' as const, value: say('webhook')}];
  const reference = [
    heading(2, say('request'), 'http-request'),
    paragraph(sent),
    ...headersSection(operation),
    ...parametersSection(operation, 'query'),
    ...parametersSection(operation, 'cookie'),
    ...requestBodySection(operation),
    ...responses(operation),
  ];
  const samples = [
    heading(2, say('receive'), 'code-that-receives-it'),
    ...receivingCode(operation).map(({language, title, source}) => fence(language, source, title)),
  ];
  return {
    type: 'root',
    children: [
      ...omissionsNote(operation),
      ...standing(operation),
      ...(operation.description === undefined ? [] : blocks(operation.description)),
      element('div', {className: 'endpoint'}, [
        element('div', {className: 'endpoint__reference'}, reference),
        element('div', {className: 'endpoint__samples'}, samples),
      ]),
    ],
  };
}

function responses({responses: known}: Operation): Block[] {
  return known.length === 0
    ? []
    : [
        heading(2, say('responses'), 'your-response'),
        table(
          [say('status'), say('meaning')],
          known.map(({status, description}) => [code(status), firstLine(description).first]),
        ),
      ];
}
