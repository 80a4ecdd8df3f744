import type {ApiRequest, Body, Credential, HeaderField} from '../../src/request/apiRequest';
import {encodeAll} from '../../src/request/percentEncoding';

/** A request that generators of samples are known to get wrong, and what is awkward about it. */
export interface AwkwardRequest {
  readonly name: string;
  readonly request: ApiRequest;
}

/** The files that requests of the corpus refer to; the tests put them beside the samples. */
export const files: Readonly<Record<string, Buffer>> = {
  'report.pdf': Buffer.from('%PDF-1.4\n\0\xff binary \r\n', 'latin1'),
  'two words.txt': Buffer.from('plain\n'),
  'ünï.txt': Buffer.from('named in Unicode'),
  'empty.bin': Buffer.alloc(0),
};

const texts: Readonly<Record<string, string>> = {
  'single quotes': "it's 'quoted'",
  'double quotes': 'say "hi"',
  'both quotes': `'"'"\`"'`,
  backslashes: 'C:\\temp\\new \\ \\\\ \\n \\u0041',
  'dollar signs': '$HOME ${HOME} $(whoami) $$ $1',
  'back-ticks': '`whoami` ``',
  'percent signs': '100% %s %d %% %20',
  'exclamation marks': 'wow! !! !echo !1 "!"',
  'an at sign first': '@report.pdf',
  'a smaller-than sign first': '<report.pdf',
  'a dash first': '--version -o x',
  newlines: 'one\ntwo\n\nthree\n',
  'carriage returns': 'one\r\ntwo\rthree',
  tabs: '\tone\ttwo',
  'control characters': '\x01\x02\x07\x08\x0b\x0c\x1b[31m\x7f',
  NUL: 'a\0b\0',
  emoji: '👩🏽‍🚀 🎉',
  'right-to-left text': 'שלום مرحبا \u202etxt.exe',
  'characters that look like none': '\u200b\u00ad\ufeff\u2028\u2029',
  'a closing script tag': '</script><script>alert(1)</script>',
  'braces and brackets': '{a} [b] {{c}} #{d} {0}',
  'ampersands and semicolons': 'a&b;c|d>e<f',
  hashes: '# not a comment #',
  'template syntax': '${x} {{x}} <%= x %> f"{x}"',
  'spaces at both ends': '  spaced  ',
  'a heredoc end': 'EOF\nEND\nJSON\n',
  'a long line': 'x'.repeat(5000),
};

const json: Readonly<Record<string, string>> = {
  'a 64-bit id': '{"id": 9223372036854775807}',
  'a number beyond doubles': '{"n": 1e400, "m": -1e-400}',
  'decimals with zeros': '{"price": 1.10, "rate": 100.0}',
  'a negative zero': '[-0, 0, -0.0]',
  exponents: '[1E3, 1e+3, 1.5e-7, 123456789012345678]',
  'repeated names': '{"a": 1, "a": 2}',
  __proto__: '{"__proto__": {"a": 1}, "constructor": 2}',
  'integer-like names': '{"2": "b", "1": "a", "x": 0}',
  'an empty object': '{}',
  'an empty list': '[]',
  'null at the top': 'null',
  'false at the top': 'false',
  'zero at the top': '0',
  'an empty string at the top': '""',
  'empty values inside': '{"a": {}, "b": [], "c": "", "d": null}',
  'names that need quotes': '{"a-b": 1, "c d": 2, "": 3, "class": 4, "é": 5}',
  'deep lists': '[[1, 2], [3, 4], [[5], [6, 7]]]',
  'many numbers': `[${Array.from({length: 60}, (_, index) => index * 1000).join(', ')}]`,
  'objects in lists': '[{"a": 1}, {"b": [{"c": true}]}]',
  'escapes of surrogates': '{"half": "\\ud83d", "whole": "\\ud83c\\udf89"}',
  escapes: '{"s": "\\u0000\\n\\t\\"\\\\\\/\\b\\f"}',
  'text that is no JSON': '{"a": }',
  'a comment': '{"a": 1} // note',
  nothing: '',
  'one line': '{"a":1,"b":[1,2]}',
};

const base: ApiRequest = {
  method: 'POST',
  url: '/things',
  headers: [],
  credentials: [],
  body: {type: 'none'},
  expects: {type: 'text'},
};

function withBody(name: string, body: Body, change: Partial<ApiRequest> = {}): AwkwardRequest {
  return {name, request: {...base, body, ...change}};
}

function withCredential(name: string, credential: Credential, url = '/things'): AwkwardRequest {
  return {name, request: {...base, method: 'GET', url, credentials: [credential]}};
}

function withHeaders(name: string, ...headers: HeaderField[]): AwkwardRequest {
  return {name, request: {...base, method: 'GET', headers}};
}

const env = 'CLOUDINDEX_API_KEY';

const relative: readonly AwkwardRequest[] = [
  ...Object.entries(texts).flatMap(([name, text]) => [
    withBody(`text with ${name}`, {type: 'text', mediaType: 'text/plain', text}),
    withBody(`JSON with ${name}`, {
      type: 'json',
      mediaType: 'application/json',
      text: JSON.stringify({[text]: text}, null, 2),
    }),
  ]),
  ...Object.entries(json).map(([name, text]) =>
    withBody(`JSON with ${name}`, {type: 'json', mediaType: 'application/json', text}),
  ),
  ...Object.entries(texts).map(([name, text]): AwkwardRequest => ({
    name: `a query and a path with ${name}`,
    request: {...base, method: 'GET', url: `/things/${encodeAll(text)}?q=${encodeAll(text)}`},
  })),
  withBody('a form with awkward values', {
    type: 'form',
    mediaType: 'application/x-www-form-urlencoded',
    fields: [
      {name: 'tag', value: 'a&b=c'},
      {name: 'tag', value: 'd e+f'},
      {name: 'star~', value: "*~-._'()"},
      {name: 'ü', value: '€ 🎉'},
      {name: 'empty', value: ''},
      {name: '@at', value: '@file'},
    ],
  }),
  withBody('an empty form', {type: 'form', mediaType: 'application/x-www-form-urlencoded', fields: []}),
  withBody('parts of text', {
    type: 'multipart',
    parts: [
      {name: 'plain', value: 'value'},
      {name: 'at', value: '@report.pdf'},
      {name: 'smaller', value: '<report.pdf'},
      {name: 'semicolon', value: 'a;type=text/html'},
      {name: 'twice', value: '1'},
      {name: 'twice', value: '2'},
      {name: 'empty', value: ''},
      {name: 'quotes', value: `'"\\`},
      {name: 'ü', value: '€ 🎉'},
    ],
  }),
  withBody('a part with line breaks', {
    type: 'multipart',
    parts: [
      {name: 'unix', value: 'a\nb\n'},
      {name: 'windows', value: 'a\r\nb'},
    ],
  }),
  withBody('parts with media types', {
    type: 'multipart',
    parts: [
      {name: 'meta', value: '{"title": "a;b, \\"c\\""}', mediaType: 'application/json'},
      {name: 'note', value: 'x', mediaType: 'text/plain; charset=utf-8'},
    ],
  }),
  withBody('parts with headers of their own', {
    type: 'multipart',
    parts: [
      {name: 'plain', value: 'a', headers: [{name: 'X-Part', value: 'seven'}]},
      {
        name: 'typed',
        value: '<a/>',
        mediaType: 'application/xml',
        headers: [
          {name: 'X-Part', value: 'a;b, "c"'},
          {name: 'Content-Language', value: 'en'},
        ],
      },
      {name: 'file', file: {id: '1', name: 'report.pdf'}, headers: [{name: 'X-Part', value: 'file'}]},
      {name: 'without', value: 'b'},
    ],
  }),
  withBody('files in parts', {
    type: 'multipart',
    parts: [
      {name: 'files', file: {id: '1', name: 'report.pdf'}, mediaType: 'application/pdf'},
      {name: 'files', file: {id: '2', name: 'two words.txt'}},
      {name: 'files', file: {id: '3', name: 'ünï.txt'}},
      {name: 'files', file: {id: '4', name: 'empty.bin'}},
      {name: 'collection', value: 'col_1'},
    ],
  }),
  withBody('a file that is sent under another name', {
    type: 'multipart',
    parts: [{name: 'file', file: {id: '1', name: 'a;b, c.pdf', path: 'two words.txt'}}],
  }),
  withBody('a file and a part with a media type', {
    type: 'multipart',
    parts: [
      {name: 'meta', value: '{"a": 1}', mediaType: 'application/json'},
      {name: 'file', file: {id: '1', name: 'report.pdf'}},
    ],
  }),
  withBody('a file as the body', {
    type: 'file',
    mediaType: 'application/pdf',
    file: {id: '1', name: 'report.pdf'},
  }),
  withBody('XML', {
    type: 'text',
    mediaType: 'application/xml',
    text: '<?xml version="1.0"?>\n<a b="c">&amp;</a>\n',
  }),
  withBody('200 KiB of JSON', {
    type: 'json',
    mediaType: 'application/json',
    text: JSON.stringify({text: `'"$\`\\%`.repeat(30_000)}),
  }),
  withBody('200 KiB of text', {type: 'text', mediaType: 'text/plain', text: "it's @ 100%\n".repeat(18_000)}),
  withBody('JSON of another media type', {
    type: 'json',
    mediaType: 'application/vnd.api+json; charset=utf-8',
    text: '{"a": 1}',
  }),
  withBody(
    'a body with DELETE',
    {type: 'json', mediaType: 'application/json', text: '{"ids": [1, 2]}'},
    {method: 'DELETE'},
  ),
  withBody(
    'a body with PATCH',
    {type: 'json', mediaType: 'application/json', text: '{"a": 1}'},
    {method: 'PATCH'},
  ),
  withBody('POST without a body', {type: 'none'}),
  withBody('PUT without a body', {type: 'none'}, {method: 'PUT'}),
  withBody('DELETE without a body', {type: 'none'}, {method: 'DELETE'}),
  withBody('OPTIONS', {type: 'none'}, {method: 'OPTIONS'}),
  withBody('HEAD', {type: 'none'}, {method: 'HEAD'}),
  withBody('a method of its own', {type: 'none'}, {method: 'PURGE'}),
  {name: 'repeated query names', request: {...base, method: 'GET', url: '/things?id=1&id=2&id=1'}},
  {name: 'an empty query value', request: {...base, method: 'GET', url: '/things?q=&r'}},
  {
    name: 'brackets in the query',
    request: {...base, method: 'GET', url: '/things?filter%5Ba%5D=1&b=%7Bc%7D&d%5B%5D=2'},
  },
  {name: 'an encoded slash', request: {...base, method: 'GET', url: '/things/a%2Fb%3Fc'}},
  {name: 'two slashes', request: {...base, method: 'GET', url: '/things//a///b'}},
  {
    name: 'characters that stay as they are',
    request: {...base, method: 'GET', url: "/things/a:b;c=d,e@f!g*h(i)'?x=:/,;@!*()"},
  },
  withHeaders('a header with quotes', {name: 'X-Quoted', value: `"a" 'b' \\ \`c\` $d !e %f`}),
  withHeaders('a header with a colon and a comma', {name: 'X-Time', value: 'Mon, 23 Nov 2026 10:00:00 GMT'}),
  withHeaders('an Accept of its own', {name: 'Accept', value: 'application/json'}),
  withHeaders('a User-Agent of its own', {name: 'User-Agent', value: 'me/1.0 (test)'}),
  withHeaders('cookies', {name: 'Cookie', value: 'a=b; c="d e"'}),
  withHeaders('a header in lower case', {name: 'x-lower-case', value: 'a'}),
  withCredential('a bearer token', {type: 'bearer', env, value: 'a.b-c_d~e+f/g='}),
  withCredential('basic credentials', {type: 'basic', env, value: 'me:p@ss:w"ord$!'}),
  withCredential('a key in a header', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Api-Key',
    env,
    value: `k'e"y$!`,
  }),
  withCredential('a key in the query', {
    type: 'apiKey',
    in: 'query',
    name: 'api_key',
    env,
    value: 'k-1.2_3~4',
  }),
  withCredential(
    'a key after another query',
    {type: 'apiKey', in: 'query', name: 'key', env, value: 'abc'},
    '/things?q=1',
  ),
  withCredential('a key in a cookie', {type: 'apiKey', in: 'cookie', name: 'session', env, value: 'abc123'}),
];

const severalKeys: AwkwardRequest = {
  name: 'keys in several places, and a name that repeats',
  request: {
    ...base,
    method: 'GET',
    url: '/things?q=1',
    headers: [
      {name: 'X-A', value: '1'},
      {name: 'x-a', value: '2!'},
      {name: 'Cookie', value: 'theme=dark'},
    ],
    credentials: [
      {type: 'apiKey', in: 'query', name: 'key', env: 'KEY_1', value: 'a b'},
      {type: 'apiKey', in: 'query', name: 'token', env: 'KEY_2', value: 'c'},
      {type: 'apiKey', in: 'cookie', name: 'sid', env: 'KEY_3', value: 'd'},
      {type: 'apiKey', in: 'header', name: 'X-B', env: 'KEY_4', value: 'e f'},
    ],
  },
};

/** The corpus, for a server at an origin. */
export function corpus(origin: string): readonly AwkwardRequest[] {
  return [...relative, severalKeys].map(({name, request}) => ({
    name,
    request: {...request, url: origin + request.url},
  }));
}
