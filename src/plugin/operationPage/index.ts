import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';

import {withDigits} from '../../api/digits';
import type {Operation} from '../../api/operation';
import {translate} from '../../words';
import {exampleResponses, requestBodySection, responseSection} from './bodySections';
import type {Telling} from './bounds';
import {errorsSection} from './errorSection';
import {blocks, moreAt} from './markdown';
import {standing} from './marks';
import {omissionsNote} from './omissionsNote';
import {connectionWords, headersSection, parametersSection, requestLine} from './requestSections';
import {element, heading, paragraph} from './tree';

/**
 * All that the document says of an operation, as a page: headings, tables and code fences that need no JavaScript. The
 * samples come first; they stand beside all else where there is room. The title is the page's own.
 */
export function operationToMdast(operation: Operation & Telling): Root {
  const reference = [
    ...headersSection(operation),
    ...parametersSection(operation, 'path'),
    ...parametersSection(operation, 'query'),
    ...parametersSection(operation, 'cookie'),
    ...requestBodySection(operation),
    ...responseSection(operation),
    ...errorsSection(operation),
  ];
  const examples = exampleResponses(operation);
  const samples = [
    heading(2, translate({id: 'endpoint.samples', message: 'Code Examples'}), 'code-examples'),
    element('ApiCodeTabs', {operation: operation.id}),
    ...(examples.length === 0
      ? []
      : [element('div', {className: 'endpoint__responses', 'data-theme': 'dark'}, examples)]),
  ];
  return exact(operation, {
    type: 'root',
    children: [
      ...omissionsNote(operation),
      ...standing(operation),
      ...(operation.description === undefined ? [] : blocks(operation.description)),
      ...(operation.externalDocs === undefined ? [] : [paragraph(moreAt(operation.externalDocs))]),
      ...connectionWords(operation),
      requestLine(operation),
      element('div', {className: 'endpoint'}, [
        element('div', {className: 'endpoint__samples'}, [
          element('div', {className: 'endpoint__machine'}, samples),
        ]),
        element('div', {className: 'endpoint__reference'}, reference),
      ]),
    ],
  });
}

/** The page with all the digits that the document gives its numbers. */
function exact(operation: Operation, page: Root): Root {
  if (operation.digits !== undefined) {
    visit(page, node => {
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
        node.value = withDigits(operation, node.value);
      }
    });
  }
  return page;
}
