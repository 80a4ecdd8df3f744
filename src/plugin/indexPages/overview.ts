import type {PhrasingContent} from 'mdast';

import {isNew} from '../../api/isNew';
import type {Api, Operation} from '../../api/operation';
import {tagTree, type TagGroup} from '../../api/tags';
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
import {operationLink, type OperationLinks} from './operationLink';

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

/** A group that is shown: it has operations, or groups that have some. */
interface Group {
  readonly title: string;
  readonly description?: string;
  readonly operations: readonly Operation[];
  readonly groups: readonly Group[];
}

/**
 * All operations on one page, by tag in the document's order and in its groups of tags; those without a tag come last. Of a
 * large API, only the groups: a page of a thousand lines helps nobody.
 */
export function overviewToMdast(api: Api, links: OperationLinks): Block[] {
  const {tags, operations, version} = api;
  const byTag = new Map<string | undefined, Operation[]>();
  const known = new Set(tags.map(({name}) => name));
  for (const operation of operations) {
    const [tag = ''] = operation.tags;
    const key = known.has(tag) ? tag : undefined;
    const group = byTag.get(key) ?? [];
    group.push(operation);
    byTag.set(key, group);
  }
  const shown = ({tag, groups, ...words}: TagGroup): Group[] => {
    const own = tag === undefined ? [] : (byTag.get(tag) ?? []);
    const inside = groups.flatMap(shown);
    return own.length + inside.length === 0 ? [] : [{...words, operations: own, groups: inside}];
  };
  const groups = tagTree(api).flatMap(shown);
  const others = byTag.get(undefined) ?? [];
  if (operations.length > MOST_OPERATIONS) {
    const rest = others.length === 0 ? [] : [{title: say('others'), operations: others, groups: []}];
    return [
      paragraph(say('find', {count: formatNumber(operations.length)})),
      groupTable(
        [...groups, ...rest].flatMap(group => withinGroups(group)),
        links,
      ),
    ];
  }
  return [
    ...groups.flatMap(group => section(group, 2, version, links)),
    ...(others.length === 0
      ? []
      : [
          ...(tags.length === 0 ? [] : [heading(2, say('others'), 'more')]),
          operationTable(others, version, links),
        ]),
  ];
}

/** A group below its heading; headings do not go deeper than the third level. */
function section(
  {title, operations, groups}: Group,
  depth: 2 | 3,
  version: string,
  links: OperationLinks,
): Block[] {
  return [
    heading(depth, title),
    ...(operations.length === 0 ? [] : [operationTable(operations, version, links)]),
    ...groups.flatMap(group => section(group, 3, version, links)),
  ];
}

/** A group and those in it, each with operations of its own, and named with the groups that it is in. */
function withinGroups(group: Group, above: readonly string[] = []): readonly Group[] {
  const path = [...above, group.title];
  return [
    ...(group.operations.length === 0 ? [] : [{...group, title: path.join(' › ')}]),
    ...group.groups.flatMap(inner => withinGroups(inner, path)),
  ];
}

function groupTable(groups: readonly Group[], links: OperationLinks): Block {
  const rows = table(
    [say('group'), say('size'), say('about')],
    groups
      .slice(0, MOST_GROUPS)
      .map(({title, description, operations: [first, ...more]}): Inline[] => [
        first ? operationLink({...first, summary: title}, links) : title,
        say.plural('count', more.length + 1),
        firstSentence({...(description !== undefined && {description})}),
      ]),
  );
  return element('div', {className: 'index index--groups'}, [rows]);
}

function operationTable(operations: readonly Operation[], version: string, links: OperationLinks): Block {
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
