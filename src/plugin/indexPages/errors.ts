import {grouped} from '../../api/grouped';
import {isNoError} from '../../api/http/documentedStatus';
import {STATUS_CODES} from 'node:http';

import type {Api, Operation, OperationResponse} from '../../api/operation';
import {formatNumber, messages} from '../../words';
import {firstLine} from '../operationPage/markdown';
import {element, heading, paragraph, table, type Block} from '../operationPage/tree';
import {operationLink, type OperationLinks} from './operationLink';

const say = messages('errorIndex', {
  meaning: 'Meaning',
  operations: 'Operations',
  moreOperations: 'and {count} more',
  moreMeanings:
    'And {count} more meaning, on the page of its operation.|And {count} more meanings, on the pages of their operations.',
});

/** How many links and meanings a page of a large API has: more tell nobody more. */
const MOST_LINKS = 400;
const MOST_MEANINGS = 120;

/** The heading of the table that an operation's page has of its errors. */
const ERRORS_ANCHOR = '#error-codes';

interface Documented {
  readonly operation: Operation;
  readonly response: OperationResponse;
}

/** Every error that the document names, by status: which operations answer it, and what it means there. */
export function errorsToMdast({operations}: Api, links: OperationLinks): Block[] {
  const documented = operations.flatMap(operation =>
    operation.responses
      .filter(response => !isNoError(operation, response))
      .map((response): Documented => ({operation, response})),
  );
  const statuses = [...grouped(documented, ({response}) => response.status)]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([status, group]) => ({
      status,
      meanings: [
        ...grouped(group, ({response}) => JSON.stringify(firstLine(response.description).first)).values(),
      ],
    }));
  const most = Math.max(3, Math.floor(MOST_MEANINGS / statuses.length));
  const count = statuses.reduce((sum, {meanings}) => sum + Math.min(most, meanings.length), 0);
  const mostLinks = documented.length <= MOST_LINKS ? Infinity : Math.max(1, Math.floor(MOST_LINKS / count));
  return statuses.flatMap(({status, meanings}) => [
    heading(2, nameOf(status)),
    statusTable(documented.length <= MOST_LINKS ? meanings : meanings.slice(0, most), mostLinks, links),
    ...(documented.length > MOST_LINKS && meanings.length > most
      ? [paragraph(say.plural('moreMeanings', meanings.length - most))]
      : []),
  ]);
}

/** One line a meaning: most operations share what a status means. */
function statusTable(
  meanings: readonly (readonly Documented[])[],
  mostLinks: number,
  links: OperationLinks,
): Block {
  const rows = table(
    [say('meaning'), say('operations')],
    meanings.map(same => [
      same[0] ? firstLine(same[0].response.description).first : '',
      [
        ...same
          .slice(0, mostLinks)
          .flatMap(({operation}, index) => [
            ...(index === 0 ? [] : [{type: 'text' as const, value: ', '}]),
            ...operationLink(operation, links, ERRORS_ANCHOR),
          ]),
        ...(same.length > mostLinks
          ? [
              {
                type: 'text' as const,
                value: ` ${say('moreOperations', {count: formatNumber(same.length - mostLinks)})}`,
              },
            ]
          : []),
      ],
    ]),
  );
  return element('div', {className: 'index index--errors'}, [rows]);
}

/** `409 Conflict`; `default` and ranges such as `5XX` stand as they are. */
function nameOf(status: string): string {
  const text = STATUS_CODES[Number(status)];
  return text === undefined ? status : `${status} ${text}`;
}
