import {encodedFormText} from '../../api/http/form';
import {percentDecoded} from '../../api/percentDecoding';
import {joinText, knownText, listText, splitText, type Secret, type Text} from './text';

/** A name and a value of a query or a form, before they are encoded. */
export interface Pair {
  readonly name: string;
  readonly value: Text;
}

/** The pairs of a query; what is encoded in it is decoded. */
export function pairsOfText(query: Text): readonly Pair[] {
  return splitText(query, '&').flatMap((text): Pair[] => {
    const [name = [], ...value] = splitText(text, '=');
    return text.length === 0
      ? []
      : [{name: decoded(knownText(name)), value: mapped(listText(value, '='), decoded)}];
  });
}

function decoded(text: string): string {
  return percentDecoded(text.replaceAll('+', ' '));
}

function mapped(text: Text, change: (piece: string) => string): Text {
  return joinText(text.map(piece => (typeof piece === 'string' ? change(piece) : undecoded(piece))));
}

/** The query as the URL standard writes it; secrets are marked as encoded. */
export function encodedPairs(pairs: readonly Pair[]): Text {
  return listText(
    pairs.map(({name, value}) =>
      joinText(
        [`${encodedFormText(name)}=`],
        value.map(piece =>
          typeof piece === 'string' ? encodedFormText(piece) : {...piece, encoding: 'percent' as const},
        ),
      ),
    ),
    '&',
  );
}

/** A URL with more pairs behind its query. */
export function withPairs(url: Text, pairs: readonly Pair[]): Text {
  const [address = [], ...hash] = splitText(url, '#');
  const known = knownText(address);
  return pairs.length === 0
    ? url
    : joinText(
        address,
        [known.includes('?') ? (/[?&]$/.test(known) ? '' : '&') : '?'],
        encodedPairs(pairs),
        hash.length === 0 ? [] : joinText(['#'], listText(hash, '#')),
      );
}

/** A URL before its query, and the pairs of that; without the fragment. */
export function partsOfUrl(url: Text): {readonly address: Text; readonly pairs: readonly Pair[]} {
  const [whole = []] = splitText(url, '#');
  const [address = [], ...query] = splitText(whole, '?');
  return {address, pairs: pairsOfText(listText(query, '?'))};
}

/** Later pairs in the place of earlier ones of the name, where the first of them stands. */
export function withPair(pairs: readonly Pair[], pair: Pair): readonly Pair[] {
  const index = pairs.findIndex(({name}) => name === pair.name);
  return index < 0
    ? [...pairs, pair]
    : pairs.flatMap((one, place) => (place === index ? [pair] : one.name === pair.name ? [] : [one]));
}

export function plainPairs(
  pairs: readonly Pair[],
): readonly {readonly name: string; readonly value: string}[] {
  return pairs.map(({name, value}) => ({name, value: knownText(value)}));
}

function undecoded({encoding: _, ...secret}: Secret): Secret {
  return secret;
}
