import {expect, test} from 'vitest';

import type {OperationResponse} from '../../../../src/api/operation';
import {statusInWords} from '../../../../src/components/Answer/statusInWords';

function documented(status: string, description: string): {readonly responses: readonly OperationResponse[]} {
  return {responses: [{status, description, headers: [], content: [], links: []}]};
}

test('the description of a response is read as a sentence, without the marks of CommonMark', () => {
  const operation = documented('200', 'The `User`, see [**users**](/users)');
  expect(statusInWords(operation, 200)).toEqual({words: 'The User, see users.', isOriginal: true});
});

test('where the document says nothing of the status, the site does, in its own language', () => {
  const said = {words: 'The request succeeded.', isOriginal: false};
  expect(statusInWords(documented('default', 'Whatever.'), 200)).toEqual(said);
  expect(statusInWords(documented('200', ''), 200)).toEqual(said);
  expect(statusInWords({responses: []}, 200)).toEqual(said);
});
