import {plainText, type Text} from './text';

/** A URL without the steps `.` and `..` in its path, as most clients send it; what is no URL stays. */
export function withoutSteps(url: string): string {
  const [, origin = '', path = '', query = ''] = /^(https?:\/\/[^/?#]*)([^?#]*)([\s\S]*)$/i.exec(url) ?? [];
  return /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path) && URL.canParse(url)
    ? origin + new URL(origin + path).pathname + query
    : url;
}

/** A URL as browsers read it: backslashes are slashes, spaces around it and line breaks in it are nothing. */
export function browserUrl(text: Text): Text {
  const plain = plainText(text)
    ?.replace(/^[\0- ]+|[\0- ]+$|[\t\r\n]/g, '')
    .replace(/^[^?#]*/, address => address.replaceAll('\\', '/'))
    .replace(/\?[^#]*/, query => query.replaceAll("'", '%27'));
  return plain === undefined ? text : [withoutSteps(plain)];
}

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
      origin + rest.toWellFormed().replace(/[^\x21-\x7e]|[<>"\\^`[\]{}|]/gu, one => encodeURIComponent(one))
    );
  });
}
