import {listText, plainText, type Text} from './text';
import {textValue, type Simple, type Value} from './value';

/** The items of a list with a separator between them; undefined where one is no text. */
export function joinedTexts(
  items: readonly Value[],
  separator: Value | undefined,
  textOf: (value: Value) => Text | undefined,
  at: number,
): Value | undefined {
  const between = plainOf(separator);
  const texts = items.map(textOf);
  return between === undefined || texts.includes(undefined)
    ? undefined
    : textValue(
        at,
        ...listText(
          texts.flatMap(text => (text ? [text] : [])),
          between,
        ),
      );
}

/** A text in which another stands for a part of it: each time, or so many times. Undefined where one is not known. */
export function replacedText(
  whole: Value | undefined,
  part: Value | undefined,
  other: Value | undefined,
  times: number,
  at: number,
): Value | undefined {
  const [text, search, given] = [whole, part, other].map(plainOf);
  if (text === undefined || search === undefined || search === '' || given === undefined) {
    return undefined;
  }
  const pieces = text.split(search);
  const last = times < 0 ? pieces.length - 1 : Math.min(times, pieces.length - 1);
  return textValue(
    at,
    pieces.reduce((before, piece, index) => before + (index <= last ? given : search) + piece),
  );
}

/** The text of a value, where it is known as a whole. */
export function plainOf(value: Value | undefined): string | undefined {
  return value?.type === 'text' ? plainText(value.text) : undefined;
}

/** How many items a list has, or characters a text that counts the same everywhere. */
export function lengthOf(value: Value | undefined, at: number): Simple | undefined {
  const text = plainOf(value);
  const length =
    value?.type === 'list'
      ? value.items.length
      : value?.type === 'record'
        ? value.entries.length
        : text === undefined || /[^\x00-\x7f]/.test(text)
          ? undefined
          : text.length;
  return length === undefined ? undefined : {at, type: 'number', text: String(length)};
}
