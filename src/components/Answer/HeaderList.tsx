import {responseOf} from '../../api/http/documentedStatus';
import {translate} from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {isRateLimitHeader, rateLimitOf, type RateLimit} from '../../client/answer/rateLimit';
import type {ResponseResult} from '../../client/result';
import type {HeaderField} from '../../request/apiRequest';
import {langOfOriginal, plural} from '../../words';
import {withoutMarkdown} from '../withoutMarkdown';
import styles from './Answer.module.css';
import Details from './Details';
import {headerMeaning, waitInWords} from './headerMeanings';

export interface HeaderListProps {
  readonly result: ResponseResult;
  readonly operation: Operation;
}

interface ExplainedHeader extends HeaderField {
  readonly meaning: string | undefined;
  /** Whether the text comes from the document rather than the site. */
  readonly isOriginal: boolean;
}

/** The headers with their meanings: the rate limit first, then documented headers, then the others. */
export default function HeaderList({result, operation}: HeaderListProps): ReactNode {
  // Relative times are relative to the arrival of the response.
  const [now] = useState(() => Date.now());
  const limit = rateLimitOf(result.headers, now);
  const headers = explained(result, operation, now);
  return (
    <Details
      name="headers"
      summary={
        <>
          {translate({id: 'answer.headers', message: 'Headers ({count})'}, {count: headers.length})}
          {limit && <span className={styles.aside}>{limitInWords(limit)}</span>}
        </>
      }
    >
      <dl>
        {headers.map(({name, value, meaning, isOriginal}, index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>
              {value}
              {meaning !== undefined && (
                <span className={styles.headerMeaning} {...(isOriginal ? langOfOriginal() : {})}>
                  {meaning}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

function explained(result: ResponseResult, operation: Operation, now: number): readonly ExplainedHeader[] {
  const documented = new Map(
    responseOf(operation, result.status)?.headers.map(header => [header.name.toLowerCase(), header]),
  );
  const rank = ({name}: HeaderField): number =>
    isRateLimitHeader(name) ? 0 : documented.has(name.toLowerCase()) ? 1 : 2;
  return result.headers
    .map(header => {
      const name = header.name.toLowerCase();
      const description = documented.get(name)?.description;
      return {
        ...header,
        isOriginal: description !== undefined,
        meaning:
          description === undefined ? headerMeaning(name, header.value, now) : withoutMarkdown(description),
      };
    })
    .sort((first, second) => rank(first) - rank(second));
}

function limitInWords({limit, remaining, resetSeconds}: RateLimit): string {
  const left =
    limit === undefined
      ? plural({id: 'rateLimit.left', message: '{count} request left|{count} requests left'}, remaining)
      : translate(
          {id: 'rateLimit.leftOf', message: '{remaining} of {limit} requests left'},
          {remaining, limit},
        );
  return resetSeconds === undefined
    ? left
    : translate(
        {id: 'rateLimit.reset', message: '{left}, resets in {time}'},
        {left, time: waitInWords(resetSeconds)},
      );
}
