import {translate} from '@docusaurus/Translate';
import {operations} from '@generated/openapi/default/catalog.js';
import type {ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {ApiRequest, Credential} from '../../../request/apiRequest';
import {applyRequest} from '../../../request/applyRequest';
import {mediaTypeEssence} from '../../../request/mediaTypes';
import type {ParseProblem} from '../../../request/parse/place';
import type {RequestValues} from '../../../request/values';
import type {Language} from '../../../snippets';
import {parseSnippet} from '../../../snippets/parse';
import type {KeptKeys} from '../credentials/useCredentials';
import OtherOperation from './OtherOperation';

/** What code means for the form of an operation. */
export type Meaning =
  | {
      readonly type: 'values';
      readonly values: RequestValues;
      readonly baseUrl: string;
      readonly request: ApiRequest;
      readonly notes: readonly string[];
    }
  | {readonly type: 'problems'; readonly problems: readonly ParseProblem[]}
  | {
      readonly type: 'other-operation';
      readonly other: OperationEntry;
      readonly request: ApiRequest;
      readonly notes: readonly string[];
    }
  | {readonly type: 'no-operation'; readonly request: ApiRequest; readonly notes: readonly string[]};

type OperationEntry = (typeof operations)[number];

/** Reads code into the values of the form. Fetched when there is code to read, as the readers of languages are. */
export async function meaningOf(
  code: string,
  language: Language,
  operation: Operation,
  values: RequestValues,
): Promise<Meaning> {
  const parsed = await parseSnippet(code, language);
  if ('problems' in parsed) {
    return {type: 'problems', problems: parsed.problems};
  }
  const {request, notes} = parsed;
  const applied = applyRequest(operations, operation, values, request);
  switch (applied.type) {
    case 'values':
      return {...applied, request, notes: [...notes, ...mediaTypeNotes(operation, request)]};
    case 'other-operation': {
      const other = operations.find(({id}) => id === applied.id);
      return other
        ? {type: 'other-operation', other, request, notes}
        : {type: 'no-operation', request, notes};
    }
    case 'no-operation':
      return {type: 'no-operation', request, notes};
  }
}

/** Clients choose a media type of their own where code names none, and most APIs refuse it. */
function mediaTypeNotes({requestBody}: Operation, {body}: ApiRequest): readonly string[] {
  const sent = body.type === 'multipart' ? 'multipart/form-data' : body.type === 'none' ? '' : body.mediaType;
  const known = requestBody?.content.map(({type}) => type) ?? [];
  return sent === '' || known.length === 0 || known.some(range => covers(range, sent))
    ? []
    : [
        translate(
          {
            id: 'codeEditing.mediaType',
            message:
              'This code sends {sent}; this operation reads {known}. Name it in a Content-Type header.',
          },
          {sent, known: known.join(', ')},
        ),
      ];
}

/** Whether a media type is of a range such as `image/*` (RFC 9110 §12.5.1). */
function covers(range: string, mediaType: string): boolean {
  const [wanted, given] = [mediaTypeEssence(range), mediaTypeEssence(mediaType)];
  return (
    wanted === '*/*' || wanted === given || (wanted.endsWith('/*') && given.startsWith(wanted.slice(0, -1)))
  );
}

/** What became of the keys that code holds. */
export function keyNotes({origin, leftOut}: KeptKeys): readonly string[] {
  return [...(origin === undefined ? [] : [keptWords(origin)]), ...leftOut.map(leftOutWords)];
}

/** What is said of a request that no operation makes. */
export function noOperation({method, url}: ApiRequest): string {
  return translate(
    {id: 'codeEditing.none', message: '{method} {path} is no operation of this API.'},
    {method, path: URL.canParse(url) ? new URL(url).pathname : url},
  );
}

function keptWords(origin: string): string {
  return translate(
    {id: 'codeEditing.key', message: 'The key of this code is kept in memory, for {origin} alone.'},
    {origin},
  );
}

function leftOutWords(credential: Credential): string {
  switch (credential.type) {
    case 'basic':
      return translate({
        id: 'codeEditing.basicLeftOut',
        message: 'The user name and password of this code are left out: this operation takes none.',
      });
    case 'bearer':
      return translate({
        id: 'codeEditing.bearerLeftOut',
        message: 'The bearer token of this code is left out: this operation takes none.',
      });
    case 'apiKey':
      return translate(
        {
          id: 'codeEditing.keyLeftOut',
          message: 'The key {name} of this code is left out: this operation takes none of this name.',
        },
        {name: credential.name},
      );
  }
}

/** The way to the page of another operation, whose request code makes. */
export function otherOperationNote(other: OperationEntry, request: ApiRequest): ReactNode {
  return <OtherOperation key="other" other={other} request={request} />;
}
