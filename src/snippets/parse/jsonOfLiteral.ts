import {knownText} from './text';
import {messages} from '../../words';

import {notKnown, type Field, type Value} from './value';

const say = messages('codeJson', {
  unknown: 'The value of {name} is unknown here. Write it out.',
  notLiteral: 'This value cannot be read. Write a literal instead.',
});

/** What stands behind a comma and a colon, and before each level. */
export interface Layout {
  readonly comma: string;
  readonly colon: string;
  readonly indent?: string;
  /** Another text for a string, where a language escapes more than it must. */
  readonly escaped?: (json: string) => string;
  readonly sorted?: boolean;
}

const indented: Layout = {comma: ',\n', colon: ': ', indent: '  '};

/** The text that a function such as `JSON.stringify` gives, and the same laid out to be read. */
export function jsonText(value: Value, layout: Layout): Value {
  return {
    at: value.at,
    type: 'text',
    text: [jsonOfLiteral(value, layout)],
    indented: jsonOfLiteral(value, {...layout, ...indented}),
  };
}

/**
 * The JSON that a literal stands for, two spaces a level if nothing else is said. Throws {@link NotUnderstood} at a part
 * that JSON has not.
 */
export function jsonOfLiteral(value: Value, layout: Layout = indented, outer = '\n'): string {
  const {comma, colon, indent, escaped = (json: string) => json} = layout;
  const inner = indent === undefined ? '' : outer + indent;
  const within = (open: string, items: readonly string[], close: string): string =>
    items.length === 0
      ? open + close
      : open +
        inner +
        items.join(indent === undefined ? comma : `,${inner}`) +
        (indent === undefined ? '' : outer) +
        close;
  switch (value.type) {
    case 'text':
      return escaped(JSON.stringify(knownText(value.text)));
    case 'number':
      return value.text;
    case 'constant':
      return value.value === 'undefined' ? 'null' : value.value;
    case 'list':
      return within(
        '[',
        value.items.map(item => jsonOfLiteral(item, layout, inner)),
        ']',
      );
    case 'record':
      return within(
        '{',
        inOrder(value.entries, layout).map(
          entry => escaped(JSON.stringify(entry.name)) + colon + jsonOfLiteral(entry.value, layout, inner),
        ),
        '}',
      );
    default:
      throw notKnown(
        value,
        value.at,
        value.type === 'unknown' && value.name !== undefined
          ? say('unknown', {name: value.name})
          : say('notLiteral'),
      );
  }
}

/** A member without a value is left out. */
function inOrder(entries: readonly Field[], {sorted}: Layout): readonly Field[] {
  const given = entries.filter(({value}) => value.type !== 'constant' || value.value !== 'undefined');
  return sorted ? [...given].sort((one, other) => (one.name < other.name ? -1 : 1)) : given;
}
