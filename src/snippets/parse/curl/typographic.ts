import {messages} from '../../../words';
import {readExpanding} from './shellWord';
import type {Reading, Stretch} from './shellVariables';

const say = messages('typographic', {
  quotes: 'Typographic quotes are read as the straight quotes that a shell needs.',
});

const kinds = [
  {quotes: '“”„', straight: '"', closing: /[“”](?=[\s;|&)]|$)/g, others: /[‘’‚]/g, other: "'"},
  {quotes: '‘’‚', straight: "'", closing: /[‘’](?=[\s;|&)]|$)/g, others: /[“”„]/g, other: '"'},
];

/**
 * A stretch between the quotes that a text editor makes of straight ones, read as between those. The quotes within are
 * straightened too where the editor left none straight. Undefined where there is no such stretch.
 */
export function readTypographic(reading: Reading, position: number): Stretch | undefined {
  const {source, note} = reading;
  const kind = kinds.find(({quotes}) => quotes.includes(source.charAt(position)) && position < source.length);
  if (!kind) {
    return undefined;
  }
  kind.closing.lastIndex = position + 1;
  const end = kind.closing.exec(source)?.index;
  if (end === undefined) {
    return undefined;
  }
  note(say('quotes'));
  const inner = source.slice(position + 1, end);
  const text = inner.includes(kind.other) ? inner : inner.replace(kind.others, kind.other);
  return kind.straight === "'"
    ? {text: [text], end: end + 1}
    : {text: readExpanding({...reading, source: text}, 0, 'end').text, end: end + 1};
}
