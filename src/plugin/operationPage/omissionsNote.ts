import type {Operation} from '../../api/operation';
import {messages} from '../../words';
import {code, paragraph, strong, type Block} from './tree';

const say = messages('omissions', {
  isPartly: 'This operation is incomplete.',
  whatLacks: 'Parts of it in the OpenAPI document cannot be read:',
});

/** Before all else on the page of an operation that can be read in part: where the document says what is missing. */
export function omissionsNote({omissions = []}: Operation): Block[] {
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
