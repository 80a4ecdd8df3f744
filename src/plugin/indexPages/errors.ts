import {STATUS_CODES} from 'node:http';

import type {Api, Operation, OperationResponse} from '../../api/operation';
import {messages} from '../../words';
import {firstLine} from '../operationPage/markdown';
import {element, heading, table, type Block} from '../operationPage/tree';
import {operationLink, type Links} from './operationLink';

const say = messages('errorIndex', {
  meaning: 'Meaning',
  operations: 'Operations',
});

/** The heading of the table that an operation's page has of its errors. */
const ERRORS_ANCHOR = '#error-codes';

interface Documented {
  readonly operation: Operation;
  readonly response: OperationResponse;
}

/** Every error that the document names, by status: which operations answer it, and what it means there. */
export function errorsToMdast({operations}: Api, links: Links): Block[] {
  const documented = operations.flatMap(operation =>
    operation.responses
      .filter(({status}) => !/^[123]/.test(status))
      .map((response): Documented => ({operation, response})),
  );
  return [...grouped(documented, ({response}) => response.status)]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .flatMap(([status, group]) => [heading(2, nameOf(status)), statusTable(group, links)]);
}

/** One line a meaning: most operations share what a status means. */
function statusTable(group: readonly Documented[], links: Links): Block {
  const meanings = grouped(group, ({response}) => JSON.stringify(firstLine(response.description).first));
  const rows = table(
    [say('meaning'), say('operations')],
    [...meanings.values()].map(same => [
      same[0] ? firstLine(same[0].response.description).first : '',
      same.flatMap(({operation}, index) => [
        ...(index === 0 ? [] : [{type: 'text' as const, value: ', '}]),
        ...operationLink(operation, links, ERRORS_ANCHOR),
      ]),
    ]),
  );
  return element('div', {className: 'index index--errors'}, [rows]);
}

/** `409 Conflict`; `default` and ranges such as `5XX` stand as they are. */
function nameOf(status: string): string {
  const text = STATUS_CODES[Number(status)];
  return text === undefined ? status : `${status} ${text}`;
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  }
  return groups;
}
