import {percentDecoded} from '../../api/percentDecoding';
import type {ApiRequest, Body, Credential, HeaderField} from '../../request/apiRequest';
import {isSecretName} from '../../request/secrets/secretRules';
import {credentialFromHeader, secretValue} from './secrets';
import {messages} from '../../words';
import {
  knownText,
  listText,
  plainText,
  splitText,
  trailingSecret,
  unknownVariables,
  type Secret,
  type Text,
} from './text';

const say = messages('readCode', {
  variable: 'The value of the variable {name} is unknown here. Write it in place of ${name}.',
  command: 'The output of the command ${command} is unknown here. Write it in place of the command.',
  method: 'This code sends the method as {method}, which most servers reject. It is read as {known}.',
  typeless: 'This code sends the body without a Content-Type. Here it is sent as {mediaType}.',
});

/** A call as a reader of code found it, before its secrets are told apart. */
export interface ReadCall {
  /** As it is sent. Missing where the code leaves it to the client, which takes `GET`, or `POST` with a body. */
  readonly method?: string;
  readonly url: Text;
  readonly headers: readonly {readonly name: string; readonly value: Text}[];
  /** `user:password`, given apart from the headers. */
  readonly basic?: Text;
  readonly body: Body;
  readonly expects?: ApiRequest['expects'];
  /** The variables that the code reads, of those whose values are not known. */
  readonly variables: readonly string[];
  /** Further sentences about what the code does beside. */
  readonly notes?: readonly string[];
  /** Whether the body is sent without a media type. */
  readonly isTypeless?: boolean;
  /** The place that decides whether the request is sent, where that is not known. */
  readonly doubtAt?: number;
}

/** The request of a call. Secrets become credentials; a URL that is none gives undefined. */
export function requestFromCall(call: ReadCall): ApiRequest | undefined {
  const target = splitUrl(call.url);
  if (target === undefined) {
    return undefined;
  }
  const fields = call.headers.flatMap(readHeader);
  const {body} = call;
  return {
    method: (call.method ?? (body.type === 'none' ? 'GET' : 'POST')).toUpperCase(),
    url: target.url,
    headers: fields
      .flatMap(({field}) => field ?? [])
      .filter(({name}) => body.type === 'none' || name.toLowerCase() !== 'content-type')
      // Whoever sends the request counts.
      .filter(({name}) => name.toLowerCase() !== 'content-length'),
    credentials: [
      ...fields.flatMap(({credential}) => credential ?? []),
      ...(call.basic ? [basicCredential(call.basic)] : []),
      ...target.credentials,
    ],
    body,
    expects: call.expects ?? {type: 'text'},
  };
}

/** What is said of a call beside its request, such as of variables whose names stand there in place of their values. */
export function callNotes(
  {variables, basic = [], method, isTypeless, notes = []}: ReadCall,
  request: ApiRequest,
): readonly string[] {
  const {credentials, method: known, body} = request;
  const written = JSON.stringify({...request, credentials: []});
  const keys = new Set([...credentials.map(({env}) => env), ...unknownVariables(basic)]);
  return [
    ...[...new Set(variables)]
      // A key may also stand where its value is needed, as a user's name in the URL.
      .filter(
        name => !keys.has(name) || (/^\w+$/.test(name) && new RegExp(`\\$${name}(?!\\w)`).test(written)),
      )
      .map(name => (isCommand(name) ? say('command', {command: name}) : say('variable', {name}))),
    ...(method === undefined || method === known ? [] : [say('method', {method, known})]),
    ...(isTypeless === true && (body.type === 'text' || body.type === 'file')
      ? [say('typeless', {mediaType: body.mediaType})]
      : []),
    ...notes,
  ];
}

function isCommand(env: string): boolean {
  return env.startsWith('(');
}

/** The variable that samples are to read a key from, and what is known of it. */
function known({env, fallback = ''}: Secret): {readonly env: string; readonly value: string} {
  return {env: isCommand(env) ? 'API_KEY' : env, value: fallback};
}

/** The value of a header without regard to case; of several, the last. */
export function headerText(headers: ReadCall['headers'], name: string): string | undefined {
  const found = headers.findLast(field => field.name.toLowerCase() === name);
  return found && knownText(found.value);
}

interface ReadHeader {
  readonly field?: HeaderField;
  readonly credential?: Credential;
}

/** A header may list what was typed and keys, or hold several cookies. */
function readHeader({name, value: given}: ReadCall['headers'][number]): ReadHeader[] {
  const value = trimmed(given);
  if (plainText(value) !== undefined) {
    const plain = {name, value: knownText(value)};
    const credential = credentialFromHeader(plain);
    return [credential ? {credential} : {field: plain}];
  }
  const separator = name.toLowerCase() === 'cookie' ? '; ' : ', ';
  const parts = splitText(value, separator).map(part => ({part, credential: headerCredential(name, part)}));
  const rest = parts.flatMap(({part, credential}) => (credential ? [] : [part]));
  return [
    ...(rest.length > 0 ? [{field: {name, value: knownText(listText(rest, separator))}}] : []),
    ...parts.flatMap(({credential}) => (credential ? [{credential}] : [])),
  ];
}

/** Space around a value is none of it (RFC 9110 §5.5). */
function trimmed(value: Text): Text {
  return value.map((piece, index) => {
    const start = typeof piece === 'string' && index === 0 ? piece.replace(/^[ \t\r\n]+/, '') : piece;
    return typeof start === 'string' && index === value.length - 1 ? start.replace(/[ \t\r\n]+$/, '') : start;
  });
}

function headerCredential(name: string, part: Text): Credential | undefined {
  const found = trailingSecret(part);
  if (!found) {
    return undefined;
  }
  const {prefix, secret} = found;
  switch (name.toLowerCase()) {
    case 'authorization':
      if (/^Bearer +$/i.test(prefix)) {
        return {type: 'bearer', ...known(secret)};
      }
      if (/^Basic +$/i.test(prefix) && secret.encoding === 'base64') {
        return {type: 'basic', ...known(secret)};
      }
      break;
    case 'cookie': {
      const cookie = /^([^=;\s]+)=$/.exec(prefix)?.[1];
      if (cookie !== undefined) {
        return {type: 'apiKey', in: 'cookie', name: cookie, ...known(secret)};
      }
      break;
    }
  }
  return prefix === '' ? {type: 'apiKey', in: 'header', name, ...known(secret)} : undefined;
}

function basicCredential(text: Text): Credential {
  const found = trailingSecret(text);
  return found?.prefix === ''
    ? {type: 'basic', ...known(found.secret)}
    : {
        type: 'basic',
        ...secretValue(
          text.map(piece => (typeof piece === 'string' ? piece : (piece.fallback ?? ''))).join(''),
        ),
      };
}

interface Target {
  readonly url: string;
  readonly credentials: readonly Credential[];
}

/** The URL without fragment, user info and credentials. */
function splitUrl(text: Text): Target | undefined {
  const [address = [], ...behind] = splitText(text, '?');
  const pairs = splitText(listText(behind, '?'), '&').map(pair => ({pair, key: queryCredential(pair)}));
  const isOnly = text.filter(piece => typeof piece !== 'string').length === 1;
  const isKey = ({key}: (typeof pairs)[number], index: number): boolean =>
    key !== undefined && ((isOnly && index === pairs.length - 1) || soundsSecret(key));
  const rest = pairs.filter((pair, index) => !isKey(pair, index)).map(({pair}) => pair);
  return rest.length === pairs.length
    ? checkedUrl(knownText(text), [])
    : checkedUrl(
        knownText(rest.length === 0 ? address : listText([address, listText(rest, '&')], '?')),
        pairs.filter(isKey).flatMap(({key}) => key ?? []),
      );
}

/** Of several variables in a query, those are keys that are called so; others are values like any. */
function soundsSecret({name, env}: ApiKey): boolean {
  return isSecretName(name, 'query') || isSecretName(env, 'query');
}

type ApiKey = Extract<Credential, {readonly type: 'apiKey'}>;

function queryCredential(pair: Text): ApiKey | undefined {
  const {prefix = '', secret} = trailingSecret(pair) ?? {};
  const name = /^([^=]+)=$/.exec(prefix)?.[1];
  return secret && name !== undefined
    ? {type: 'apiKey', in: 'query', name: percentDecoded(name), ...known(secret)}
    : undefined;
}

function checkedUrl(text: string, credentials: readonly Credential[]): Target | undefined {
  const url = text.replace(/#[\s\S]*$/, '');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return undefined;
  }
  const userInfo = /^(https?:\/\/)([^/?#@]*)@/i.exec(url);
  return userInfo
    ? {
        url: `${userInfo[1] ?? ''}${url.slice(userInfo[0].length)}`,
        credentials: [...credentials, {type: 'basic', ...secretValue(percentDecoded(userInfo[2] ?? ''))}],
      }
    : {url, credentials};
}
