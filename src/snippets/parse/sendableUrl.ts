import type {Text} from './text';

/**
 * A URL as clients send it: they encode what cannot stand in one, such as spaces, letters beyond ASCII and brackets. The
 * name of the host stays.
 */
export function sendableUrl(text: Text): Text {
  return text.map((piece, index) => {
    if (typeof piece !== 'string') {
      return piece;
    }
    const [, origin = '', rest = ''] = (index === 0
      ? /^\s*(https?:\/\/[^/?#]*)([\s\S]*)$/i.exec(piece)
      : undefined) ?? ['', '', piece];
    return (
      origin +
      (index === text.length - 1 ? rest.trimEnd() : rest)
        .toWellFormed()
        .replace(/[^\x21-\x7e]|[<>"\\^`[\]{}|]/gu, one => encodeURIComponent(one))
    );
  });
}
