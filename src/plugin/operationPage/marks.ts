import type {PhrasingContent} from 'mdast';

import type {Operation} from '../../api/operation';
import {messages} from '../../words';
import {inlineElement, paragraph, strong, type Block} from './tree';

const say = messages('marks', {
  deprecated: 'deprecated',
  new: 'new',
  isDeprecated: 'Deprecated.',
  whatThen: 'It can be removed. Do not use it in new code.',
  since: 'Since version {version}.',
});

/** Before all else: that an operation, or a way to be let in, is on its way out, and since which version there is one. */
export function standing({deprecated, since}: Pick<Operation, 'deprecated' | 'since'>): Block[] {
  return [
    ...(deprecated ? [paragraph(strong(say('isDeprecated')), ` ${say('whatThen')}`)] : []),
    ...(since === undefined ? [] : [paragraph(say('since', {version: since}))]),
  ];
}

/** A word about an operation beside its name. */
export function mark(kind: 'deprecated' | 'new'): PhrasingContent[] {
  return [
    {type: 'text', value: ' '},
    inlineElement('span', {className: `mark mark--${kind}`}, [{type: 'text', value: say(kind)}]),
  ];
}
