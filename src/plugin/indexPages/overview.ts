import type {PhrasingContent} from 'mdast';

import {isNew} from '../../api/isNew';
import type {Api, Operation} from '../../api/operation';
import {messages} from '../../words';
import {line} from '../operationPage/markdown';
import {mark} from '../operationPage/marks';
import {code, element, heading, inlineElement, table, type Block, type Inline} from '../operationPage/tree';
import {operationLink, type Links} from './operationLink';

const say = messages('overview', {
  others: 'More',
  operation: 'Operation',
  request: 'Request',
  what: 'Purpose',
});

/** All operations on one page, by tag in the document's order; those without a tag come last. */
export function overviewToMdast({tags, operations, version}: Api, links: Links): Block[] {
  const groups = tags.map(({name}) => ({
    name,
    operations: operations.filter(operation => operation.tags[0] === name),
  }));
  const grouped = new Set(groups.flatMap(group => group.operations));
  const others = operations.filter(operation => !grouped.has(operation));
  return [
    ...groups
      .filter(group => group.operations.length > 0)
      .flatMap(group => [heading(2, titleOf(group.name)), operationTable(group.operations, version, links)]),
    ...(others.length === 0
      ? []
      : [
          ...(groups.length === 0 ? [] : [heading(2, say('others'), 'more')]),
          operationTable(others, version, links),
        ]),
  ];
}

function operationTable(operations: readonly Operation[], version: string, links: Links): Block {
  const rows = table(
    [say('operation'), say('request'), say('what')],
    operations.map((operation): Inline[] => [
      [...operationLink(operation, links), ...marks(operation, version)],
      [
        inlineElement('MethodBadge', {method: operation.method}),
        {type: 'text', value: ' '},
        ...code(operation.path),
      ],
      firstSentence(operation),
    ]),
  );
  return element('div', {className: 'index index--operations'}, [rows]);
}

function marks({deprecated, since}: Operation, version: string): PhrasingContent[] {
  if (deprecated) {
    return mark('deprecated');
  }
  return isNew(since, version) ? mark('new') : [];
}

/** Up to the end of the first sentence that is plain text. */
function firstSentence({description = ''}: Operation): Inline {
  return line(/^[\s\S]*?[.!?](?=\s|$)/.exec(description)?.[0] ?? description);
}

function titleOf(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1);
}
