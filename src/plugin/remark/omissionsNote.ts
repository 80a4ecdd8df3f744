import type {Root} from 'mdast';

import type {Operation} from '../../api/operation';
import {messages} from '../../words';
import {code, paragraph, strong} from '../operationPage/tree';

const say = messages('omissions', {
  isPartly: 'Not all of this operation is shown.',
  whatLacks: 'The OpenAPI document has parts of it that cannot be read:',
});

/** Before all else on the page of an operation that can be read in part: where the document says what is missing. */
export function omissionsNote({omissions = []}: Operation): Root['children'] {
  if (omissions.length === 0) {
    return [];
  }
  const places = omissions.flatMap((pointer, index) => [
    ...(index === 0 ? [] : [{type: 'text' as const, value: ', '}]),
    ...code(pointer),
  ]);
  return [
    {
      type: 'blockquote',
      children: [paragraph(strong(say('isPartly')), ` ${say('whatLacks')} `, places, '.')],
    },
  ];
}
