import {ofMediaType} from '../../api/http/mediaType';
import {headerValue} from '../../api/http/headerValue';
import {responseOf} from '../../api/http/documentedStatus';
import type {Operation} from '../../api/operation';
import {checkAnswer, type CheckedResult} from '../../client/answer/checkAnswer';
import {differenceKinds, type Unchecked} from '../../client/answer/documentDifference';
import type {Problem} from './finding';
import {undocumentedHeaders, undocumentedMembers} from './undocumented';

export interface Judged {
  readonly problems: readonly Problem[];
  readonly unchecked: readonly Unchecked[];
}

/**
 * Every way in which a response differs from the document: what the page's check finds, plus what the document does not
 * mention at all.
 */
export function judgeResponse(
  operation: Operation,
  result: CheckedResult,
  method = operation.method,
): Judged {
  const {differences, unchecked} = checkAnswer({operation, result, allHeaders: true, method});
  const found = differenceKinds(differences).map(({first}): Problem => ({
    type: 'difference',
    difference: first,
  }));
  const {cut} = result.body;
  return {
    problems: [
      ...found,
      ...beyond(operation, result),
      ...(cut === undefined ? [] : [{type: 'cut-body', cut} as const]),
    ],
    unchecked: unchecked.filter(({type}) => type !== 'cut-body'),
  };
}

function beyond(operation: Operation, result: CheckedResult): readonly Problem[] {
  const response = responseOf(operation, result.status);
  if (!response) {
    return [];
  }
  const headers = undocumentedHeaders(response, result.headers);
  const media = ofMediaType(response.content, headerValue(result.headers, 'content-type') ?? '');
  const members =
    media?.schema === undefined ? [] : undocumentedMembers(operation, media.schema, parsed(result.body.text));
  return [
    ...headers.map(name => ({type: 'undocumented-header', name}) as const),
    ...members.map(pointer => ({type: 'undocumented-field', pointer}) as const),
  ];
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
