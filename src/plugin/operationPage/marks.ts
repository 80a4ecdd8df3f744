import type {PhrasingContent} from 'mdast';

import type {Operation} from '../../api/operation';
import {inlineElement, paragraph, strong, type Block} from './tree';

/** Before all else on its page: that an operation is on its way out, and since which version there is one. */
export function standing({deprecated, since}: Operation): Block[] {
  return [
    ...(deprecated
      ? [paragraph(strong('Deprecated.'), ' It can be removed. Do not use it in new code.')]
      : []),
    ...(since === undefined ? [] : [paragraph(`Since version ${since}.`)]),
  ];
}

/** A word about an operation beside its name. */
export function mark(kind: 'deprecated' | 'new'): PhrasingContent[] {
  return [
    {type: 'text', value: ' '},
    inlineElement('span', {className: `mark mark--${kind}`}, [{type: 'text', value: kind}]),
  ];
}
