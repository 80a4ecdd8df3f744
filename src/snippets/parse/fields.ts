import {messages} from '../../words';
import {codePart} from './parts';
import type {Pair} from './query';
import type {Text} from './text';
import {demandPlain, demandText, isNothing, notKnown, type Value} from './value';

const say = messages('codeFields', {
  notUnderstood: 'This cannot be read as {what}. Write out the names and values.',
});

type TextOf = (value: Value) => Text | undefined;

/**
 * Names and texts of a record, or of a list of pairs; `textOf` gives the texts of values that are none. Throws
 * {@link NotUnderstood} for anything else.
 */
export function textFields(
  value: Value | undefined,
  what: string,
  textOf: TextOf = () => undefined,
): readonly Pair[] {
  if (!value || isNothing(value)) {
    return [];
  }
  const text = (given: Value | undefined, at: number): Text =>
    (given && textOf(given)) ?? demandText(given, at, what);
  switch (value.type) {
    case 'record':
      return value.entries.map(entry => ({name: entry.name, value: text(entry.value, entry.at)}));
    case 'list':
      return value.items.map(item => {
        const [name, given] = item.type === 'list' ? item.items : [];
        return {name: demandPlain(name, item.at, codePart('name')), value: text(given, item.at)};
      });
    default:
      throw notKnown(value, value.at, say('notUnderstood', {what}));
  }
}
