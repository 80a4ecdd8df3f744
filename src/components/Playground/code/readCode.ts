import {operations} from '@generated/openapi/default/catalog.js';

import type {Operation} from '../../../api/operation';
import type {ApiRequest} from '../../../request/apiRequest';
import {applyRequest} from '../../../request/applyRequest';
import type {ParseProblem} from '../../../request/parse/place';
import type {RequestValues} from '../../../request/values';
import type {Language} from '../../../snippets';
import {parseSnippet} from '../../../snippets/parse';

/** What code means for the form of an operation. */
export type ReadCode =
  | {
      readonly type: 'values';
      readonly values: RequestValues;
      readonly baseUrl: string;
      readonly request: ApiRequest;
      readonly notes: readonly string[];
    }
  | {readonly type: 'problems'; readonly problems: readonly ParseProblem[]}
  | {readonly type: 'other-operation'; readonly other: OperationEntry; readonly request: ApiRequest}
  | {readonly type: 'no-operation'; readonly request: ApiRequest};

type OperationEntry = (typeof operations)[number];

/** Reads code into the values of the form. Fetched when there is code to read, as the readers of languages are. */
export async function readCode(
  code: string,
  language: Language,
  operation: Operation,
  values: RequestValues,
): Promise<ReadCode> {
  const parsed = await parseSnippet(code, language);
  if ('problems' in parsed) {
    return {type: 'problems', problems: parsed.problems};
  }
  const {request, notes} = parsed;
  const applied = applyRequest(operations, operation, values, request);
  switch (applied.type) {
    case 'values':
      return {...applied, request, notes};
    case 'other-operation': {
      const other = operations.find(({id}) => id === applied.id);
      return other ? {type: 'other-operation', other, request} : {type: 'no-operation', request};
    }
    case 'no-operation':
      return {type: 'no-operation', request};
  }
}
