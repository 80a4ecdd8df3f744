import {knownText} from './text';
import {messages} from '../../words';

import {NotUnderstood} from './notUnderstood';
import type {Value} from './value';

const say = messages('codeJson', {
  unknown: 'What {name} holds is not known here: write its value in its place.',
  notLiteral: 'This value is not understood: write a literal in its place.',
});

/** The JSON that a literal stands for, two spaces a level. Throws {@link NotUnderstood} at a part that JSON has not. */
export function jsonOfLiteral(value: Value, indent = ''): string {
  const inner = `${indent}  `;
  switch (value.type) {
    case 'text':
      return JSON.stringify(knownText(value.text));
    case 'number':
      return value.text;
    case 'constant':
      return value.value;
    case 'list':
      return value.items.length === 0
        ? '[]'
        : `[\n${value.items.map(item => inner + jsonOfLiteral(item, inner)).join(',\n')}\n${indent}]`;
    case 'record':
      return value.entries.length === 0
        ? '{}'
        : `{\n${value.entries
            .map(entry => `${inner}${JSON.stringify(entry.name)}: ${jsonOfLiteral(entry.value, inner)}`)
            .join(',\n')}\n${indent}}`;
    default:
      throw new NotUnderstood(
        value.at,
        value.type === 'unknown' && value.name !== undefined
          ? say('unknown', {name: value.name})
          : say('notLiteral'),
      );
  }
}
