import type {ShellWord} from './shellWords';
import {joinText, knownText, type Text} from '../text';

/** An option of a cURL command with its value, and where it stands. */
export interface CurlOption {
  /** The long name, without hyphens. */
  readonly name: string;
  readonly text: Text;
  /** The text with what is known of its variables. */
  readonly value: string;
  readonly offset: number;
}

export interface CurlOptions {
  readonly list: readonly CurlOption[];
  /** What is no option: URLs. */
  readonly targets: readonly CurlOption[];
  /** Options that are not known here, as they are written. */
  readonly unknown: readonly string[];
}

/** Short options and the long names that stand for the same. */
const shortOptions: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'X request H header d data F form u user b cookie A user-agent e referer G get I head T upload-file',
  ),
  ...pairs('o output O remote-name m max-time x proxy w write-out c cookie-jar E cert r range D dump-header'),
  ...pairs('L location s silent S show-error v verbose k insecure i include f fail g globoff N no-buffer'),
  ...pairs('# progress-bar j junk-session-cookies J remote-header-name n netrc U proxy-user C continue-at'),
  ...pairs(
    'K config z time-cond y speed-time Y speed-limit P ftp-port t telnet-option Q quote h help a append',
  ),
  ...pairs(
    '0 http1.0 1 tlsv1 2 sslv2 3 sslv3 4 ipv4 6 ipv6 q disable R remote-time l list-only p proxytunnel',
  ),
  ...pairs('V version M manual B use-ascii Z parallel'),
]);

/** Options with a value that make the request. */
const requestOptions = names(
  'request header data data-ascii data-raw data-binary data-urlencode json form form-string user cookie user-agent',
  'referer url url-query upload-file oauth2-bearer output range request-target',
);

/** Options with a value that say how cURL works, and nothing of the request. */
const settings = names(
  'max-time connect-timeout proxy write-out cookie-jar cert key cacert capath retry retry-delay retry-max-time',
  'resolve interface limit-rate max-redirs dump-header proxy-user proxy-header noproxy ciphers tls-max ca-native',
  'cert-type key-type pass pinnedpubkey connect-to dns-servers keepalive-time max-filesize speed-time speed-limit',
  'trace trace-ascii stderr unix-socket aws-sigv4 netrc-file expect100-timeout socks5 socks5-hostname time-cond',
  'continue-at config variable ftp-port telnet-option quote create-file-mode output-dir rate proto proto-redir',
);

/** Options without a value that say how cURL works. `get` and `head` change the request. */
const switches = names(
  'get head location silent show-error verbose insecure include compressed fail fail-with-body fail-early no-buffer',
  'globoff path-as-is http1.0 http1.1 http2 http2-prior-knowledge http3 progress-bar ipv4 ipv6 remote-name tlsv1',
  'no-progress-meter tlsv1.2 tlsv1.3 basic location-trusted raw tcp-nodelay netrc no-keepalive remote-time next',
  'remote-header-name junk-session-cookies parallel disable anyauth ssl-no-revoke no-alpn create-dirs post301 post302',
  'retry-all-errors retry-connrefused form-escape ssl-reqd styled-output no-sessionid',
);

/** Sorts the words after `curl` into options and URLs, or gives the word that lacks its value. */
export function readCurlOptions(words: readonly ShellWord[]): CurlOptions | {readonly missing: ShellWord} {
  const list: CurlOption[] = [];
  const targets: CurlOption[] = [];
  const unknown: string[] = [];
  const queue = [...words];
  for (let word = queue.shift(); word; word = queue.shift()) {
    const {offset} = word;
    const text = knownText(word.text);
    if (!text.startsWith('-') || text === '-') {
      targets.push({name: 'url', text: word.text, value: text, offset});
      continue;
    }
    const letters = text.startsWith('--') ? undefined : [...text.slice(1)];
    const given = letters?.map(letter => shortOptions.get(letter) ?? letter) ?? [
      text.slice(2).split('=', 1)[0] ?? '',
    ];
    for (const [index, name] of given.entries()) {
      if (!requestOptions.has(name) && !settings.has(name)) {
        if (!switches.has(name)) {
          unknown.push(letters ? `-${letters[index] ?? ''}` : text);
        }
        list.push({name, text: [], value: '', offset});
        continue;
      }
      // A short option takes the rest of its word, else the next word; a long one what stands behind `=`.
      const start = letters ? index + 2 : name.length + 3;
      const attached = letters ? start < text.length : start <= text.length;
      const value = attached ? withoutStart(word.text, start) : queue.shift()?.text;
      if (value === undefined) {
        return {missing: word};
      }
      list.push({name, text: value, value: knownText(value), offset});
      break;
    }
  }
  return {list, targets, unknown};
}

function withoutStart([first = '', ...rest]: Text, length: number): Text {
  return typeof first === 'string' ? joinText([first.slice(length)], rest) : rest;
}

function names(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(line => line.split(' ')));
}

function pairs(line: string): [string, string][] {
  return [...line.matchAll(/(\S+) (\S+)/g)].map(([, short = '', long = '']) => [short, long]);
}
