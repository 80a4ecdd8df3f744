import type {PhrasingContent} from 'mdast';

import {isNew} from '../../api/isNew';
import type {Api, Operation} from '../../api/operation';
import {formatNumber, messages} from '../../words';
import {line} from '../operationPage/markdown';
import {mark} from '../operationPage/marks';
import {
  code,
  element,
  heading,
  inlineElement,
  paragraph,
  table,
  type Block,
  type Inline,
} from '../operationPage/tree';
import {operationLink, type Links} from './operationLink';

const say = messages('overview', {
  others: 'More',
  operation: 'Operation',
  request: 'Request',
  what: 'Purpose',
  group: 'Group',
  size: 'Size',
  count: '{count} operation|{count} operations',
  about: 'What it is about',
  find: 'A group leads to its first operation, with the others beside it in the sidebar. The filter above that, and the search, find each of the {count} operations.',
});

/** Of more operations than these, a page lists the groups alone. */
const MOST_OPERATIONS = 150;

/** More groups than these nobody reads through. */
const MOST_GROUPS = 250;

interface Group {
  readonly name: string;
  readonly description?: string;
  readonly operations: readonly Operation[];
}

/**
 * All operations on one page, by tag in the document's order; those without a tag come last. Of a large API, only the groups:
 * a page of a thousand lines helps nobody.
 */
export function overviewToMdast({tags, operations, version}: Api, links: Links): Block[] {
  const byTag = new Map<string | undefined, Operation[]>();
  const known = new Set(tags.map(({name}) => name));
  for (const operation of operations) {
    const [tag = ''] = operation.tags;
    const key = known.has(tag) ? tag : undefined;
    const group = byTag.get(key) ?? [];
    group.push(operation);
    byTag.set(key, group);
  }
  const groups = tags
    .map((tag): Group => ({...tag, operations: byTag.get(tag.name) ?? []}))
    .filter(group => group.operations.length > 0);
  const others = byTag.get(undefined) ?? [];
  if (operations.length > MOST_OPERATIONS) {
    const all = [...groups, ...(others.length === 0 ? [] : [{name: say('others'), operations: others}])];
    return [paragraph(say('find', {count: formatNumber(operations.length)})), groupTable(all, links)];
  }
  return [
    ...groups.flatMap(group => [
      heading(2, titleOf(group.name)),
      operationTable(group.operations, version, links),
    ]),
    ...(others.length === 0
      ? []
      : [
          ...(tags.length === 0 ? [] : [heading(2, say('others'), 'more')]),
          operationTable(others, version, links),
        ]),
  ];
}

function groupTable(groups: readonly Group[], links: Links): Block {
  const rows = table(
    [say('group'), say('size'), say('about')],
    groups
      .slice(0, MOST_GROUPS)
      .map(({name, description, operations: [first, ...more]}): Inline[] => [
        first ? operationLink({...first, summary: titleOf(name)}, links) : titleOf(name),
        say.plural('count', more.length + 1),
        firstSentence({...(description !== undefined && {description})}),
      ]),
  );
  return element('div', {className: 'index index--groups'}, [rows]);
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
function firstSentence({description = ''}: Pick<Operation, 'description'>): Inline {
  return line(/^[\s\S]*?[.!?](?=\s|$)/.exec(description)?.[0] ?? description);
}

function titleOf(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1);
}
