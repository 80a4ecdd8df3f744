import {encodeAll, encodeForUrl} from '../../../request/percentEncoding';
import {messages} from '../../../words';
import {joinText, knownText, type Text} from '../text';
import {queryPiece, type CurlData} from './curlData';
import type {CurlInput} from './curlInput';
import type {CurlOption} from './curlOptions';

const say = messages('curlUrl', {
  pattern:
    'Without --globoff, cURL expands the {brackets} in the URL into several URLs; here they are part of the URL.',
  fileLeftOut: 'The content of the file {name} is unknown here and left out of the query.',
});

/** The URL that a command asks for: with its scheme, its query whole, and encoded as it has to be. */
export function curlUrl(
  url: Text,
  options: readonly CurlOption[],
  data: CurlData | undefined,
  input: CurlInput | undefined,
  note: (sentence: string) => void,
): Text {
  const has = (name: string): boolean => options.some(option => option.name === name);
  const [brackets] =
    /\[[^\]]*\]|\{[^}]*\}/.exec(knownText(url).replace(/^(?:https?:\/\/)?\[[\da-f:.]+\]/i, '')) ?? [];
  if (brackets !== undefined && !has('globoff')) {
    note(say('pattern', {brackets: `${brackets.charAt(0)}${brackets.at(-1) ?? ''}`}));
  }
  const inGet = has('get') && data ? [data.text] : [];
  (has('get') ? (data?.unread ?? []) : []).forEach(name => note(say('fileLeftOut', {name})));
  const queries = options
    .filter(({name}) => name === 'url-query')
    .flatMap(option => {
      const {text, file} = queryPiece(option, input);
      if (file) {
        note(say('fileLeftOut', {name: file.name}));
      }
      return text ? [text] : [];
    });
  const upload = options.find(({name}) => name === 'upload-file');
  const complete = completeUrl(withScheme(withoutFragment(url)), upload?.value, [...inGet, ...queries]);
  const target = targetOf(complete, options);
  const isAsIs = has('path-as-is') || has('request-target');
  return encodedUrl(isAsIs ? target : withoutDots(target));
}

/** cURL takes `http://` where the scheme is left out. */
function withScheme([first = '', ...rest]: Text): Text {
  return typeof first === 'string' && !/^[a-z][a-z\d+.-]*:\/\//i.test(first)
    ? [`http://${first}`, ...rest]
    : [first, ...rest];
}

function withoutFragment(url: Text): Text {
  const at = url.findIndex(piece => typeof piece === 'string' && piece.includes('#'));
  const piece = url[at];
  return typeof piece === 'string' ? joinText(url.slice(0, at), [piece.slice(0, piece.indexOf('#'))]) : url;
}

/** The file that is uploaded to a folder, which a slash ends, keeps its name there. */
function completeUrl(url: Text, uploaded: string | undefined, queries: readonly Text[]): Text {
  const at = url.findIndex(piece => typeof piece === 'string' && piece.includes('?'));
  const piece = url[at];
  const cut = typeof piece === 'string' ? piece.indexOf('?') : -1;
  const path = typeof piece === 'string' ? joinText(url.slice(0, at), [piece.slice(0, cut)]) : url;
  const query = typeof piece === 'string' ? joinText([piece.slice(cut)], url.slice(at + 1)) : [];
  const written = knownText(path);
  const fileName =
    uploaded === undefined || uploaded === '-'
      ? ''
      : encodeAll((/[^/\\]*$/.exec(uploaded)?.[0] ?? '').toWellFormed());
  const folder = written.endsWith('/')
    ? fileName
    : /^[^/]+:\/\/[^/]*$/.test(written) && fileName !== ''
      ? `/${fileName}`
      : '';
  return queries
    .filter(one => one.some(text => text !== ''))
    .reduce(
      (whole: Text, one) =>
        joinText(
          whole,
          whole.some(text => typeof text === 'string' && text.includes('?')) ? ['&'] : ['?'],
          one,
        ),
      joinText(path, [folder], query),
    );
}

/** `--request-target` takes the place of path and query (RFC 9112 §3.2). */
function targetOf(url: Text, options: readonly CurlOption[]): Text {
  const [first] = url;
  const target = options.findLast(({name}) => name === 'request-target');
  const origin = typeof first === 'string' ? /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(first)?.[0] : undefined;
  return target?.value.startsWith('/') && origin !== undefined ? joinText([origin], target.text) : url;
}

/** `.` and `..` in a path are gone before it is sent (RFC 3986 §5.2.4). */
function withoutDots(url: Text): Text {
  const [first, ...rest] = url;
  const [, origin = '', path = '', query = ''] =
    typeof first === 'string' ? (/^([a-z][a-z\d+.-]*:\/\/[^/?]*)([^?]*)([\s\S]*)$/i.exec(first) ?? []) : [];
  if (!/\/\.{1,2}(?:\/|$)/.test(path)) {
    return url;
  }
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const isDots = segment === '.' || segment === '..';
    if (segment === '..') {
      kept.pop();
    }
    if (!isDots) {
      kept.push(segment);
    } else if (index === segments.length - 1) {
      kept.push('');
    }
  }
  return [`${origin}/${kept.join('/')}${query}`, ...rest];
}

/** A URL with what none may hold encoded; what variables hold is left alone. */
export function encodedUrl(url: Text): Text {
  return url.map((piece, index) => (typeof piece === 'string' ? encodeForUrl(piece, index === 0) : piece));
}
