import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import {isForWindows, parseCurl} from '../../../src/snippets/parse/curl/curl';
import * as windows from '../../../src/snippets/parse/curl/windows';
import type {ParsedRequest} from '../../../src/snippets/parse/parsedRequest';
import {
  cmdWord,
  copiedForCmd,
  doubledArgument,
  forWindowsPowershell,
  powershellDouble,
  powershellSingle,
  programArgument,
} from './windowsQuoting';

type Read = Extract<ParsedRequest, {readonly notes: unknown}>;

/** As the reader does, which fetches the part for Windows. */
function parsedIn(command: string): ParsedRequest {
  return parseCurl(command, isForWindows(command) ? windows : undefined);
}

function read(command: string): Read {
  const parsed = parsedIn(command);
  if ('problems' in parsed) {
    throw new Error(`${parsed.problems.map(({message}) => message).join(' ')}\n${command}`);
  }
  return parsed;
}

const values = [
  '{"a":"it\'s"}',
  '{"a": "b & c | d > e f", "n": 1}',
  '{"price":"100%","path":"%20"}',
  '{"q":"say \\"hi\\""}',
  "it's `$5` and $HOME",
  '(a) {b} [c] !d! ~e ; f , g = h',
  '{"a":{"b":[1,2,"c"]},"d":""}',
];

interface Shell {
  readonly name: string;
  readonly word: (value: string) => string;
  readonly program: string;
  readonly lineEnd: string;
}

const shells: readonly Shell[] = [
  {name: 'cmd, with backslashes', word: programArgument, program: 'curl', lineEnd: ' ^\n'},
  {name: 'cmd, with carets', word: cmdWord, program: 'curl', lineEnd: ' ^\r\n'},
  {name: 'cmd, with doubled quotes', word: doubledArgument, program: 'curl.exe', lineEnd: ' ^\n'},
  {name: 'cmd, as browsers copy it', word: copiedForCmd, program: 'curl', lineEnd: ' ^\n'},
  {name: 'PowerShell, in single quotes', word: powershellSingle, program: 'curl.exe', lineEnd: ' `\n'},
  {name: 'PowerShell, in double quotes', word: powershellDouble, program: 'curl.exe', lineEnd: ' `\r\n'},
  {
    name: 'Windows PowerShell',
    word: value => powershellSingle(forWindowsPowershell(value)),
    program: 'curl.exe',
    lineEnd: ' `\n',
  },
];

describe.each(shells)('$name', ({word, program, lineEnd}) => {
  function command(header: string, body: string): string {
    return [
      `${program} ${word('https://a.test/p?x=1&y=2')}`,
      `  -H ${word('Content-Type: text/plain')}`,
      `  -H ${word(`X-Note: ${header}`)}`,
      `  --data-raw ${word(body)}`,
    ].join(lineEnd);
  }

  test.each(values)('%j is read as it was meant', value => {
    expect(read(command(value, value)).request).toMatchObject({
      method: 'POST',
      url: 'https://a.test/p?x=1&y=2',
      headers: [{name: 'X-Note', value}],
      body: {type: 'text', mediaType: 'text/plain', text: value},
    });
  });

  test('any text is read as it was meant, or something is said', () => {
    const characters = '\'"`$\\!%@<>&;#{}()*?~| a1éb:,';
    // Without a caret of its own before it, cmd takes one away.
    const text = fc.string({
      unit: fc.constantFrom(...(word === programArgument ? characters : `${characters}^`)),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, value => {
        // A backslash before a quote is there for Windows PowerShell.
        fc.pre(!value.includes('\\"') || ![powershellSingle, powershellDouble].includes(word));
        const parsed = parsedIn(command('x', `a${value}z`));
        const isRight =
          'request' in parsed &&
          parsed.request.body.type === 'text' &&
          parsed.request.body.text === `a${value}z`;
        const words = 'request' in parsed ? parsed.notes : parsed.problems;
        expect(isRight || words.length > 0).toBe(true);
      }),
      {numRuns: 200},
    );
  });
});

test("Swagger UI's tab for cmd is read", () => {
  const command =
    'curl -X "POST" ^\n  "https://a.test/p" ^\n  -H "accept: */*" ^\n  -H "Content-Type: application/json" ^\n  -d ^\n"{^\n  ""id"": 0,^\n  ""name"": ""it\'s""^\n}"';
  expect(read(command).request.body).toMatchObject({text: '{\n  "id": 0,\n  "name": "it\'s"\n}'});
});

test("Swagger UI's tab for PowerShell is read", () => {
  const command =
    "curl.exe -X 'POST' `\n  'https://a.test/p' `\n  -H 'X-Note: it''s' `\n  -H 'Content-Type: application/json' `\n  -d @\"\n{\n  \"id\": 0,\n  \"price\": \"`$5\"\n}\n\"@";
  const {request} = read(command);
  expect(request.headers).toEqual([{name: 'X-Note', value: "it's"}]);
  expect(request.body).toMatchObject({text: '{\n  "id": 0,\n  "price": "$5"\n}'});
});

test('a key from the environment is one in each shell', () => {
  const credentials = [{type: 'bearer', env: 'TOKEN', value: ''}];
  expect(read('curl.exe https://a.test -H "Authorization: Bearer $env:TOKEN"').request).toMatchObject({
    credentials,
  });
  expect(read('curl https://a.test ^\n -H "Authorization: Bearer %TOKEN%"').request).toMatchObject({
    credentials,
  });
});

test('a back-tick before a letter or a quote tells PowerShell, on one line too', () => {
  expect(read('curl.exe "https://a.test/p" -d "a`nb" -H "Content-Type: text/plain"').request).toMatchObject({
    body: {text: 'a\nb'},
  });
  expect(read('curl.exe "https://a.test/p" -H "X-A: ""q""" --json "{`"a`":`"b`"}"').request).toMatchObject({
    headers: [
      {name: 'X-A', value: '"q"'},
      {name: 'Accept', value: 'application/json'},
    ],
    body: {text: '{"a":"b"}'},
  });
});

test('variables of a script tell its shell', () => {
  const powershell = read('$url = "https://a.test/p"\n$header = "X-A: 1"\ncurl.exe $url -H $header');
  expect(powershell.request).toMatchObject({url: 'https://a.test/p', headers: [{name: 'X-A', value: '1'}]});
  const cmd = read('set TOKEN=abc\ncurl -H "Authorization: Bearer %TOKEN%" https://a.test/x');
  expect(cmd.request).toMatchObject({credentials: [{type: 'bearer', env: 'TOKEN', value: ''}]});
});

test('of two calls of PowerShell, the first is read and that is said', () => {
  const {request, notes} = read('Invoke-RestMethod https://a.test/1\nInvoke-RestMethod https://a.test/2');
  expect(request.url).toBe('https://a.test/1');
  expect(notes).toEqual(['Only the first request is read.']);
});

test('single quotes beside carets are read as quotes, and that is said', () => {
  const {request, notes} = read(
    `curl -X POST 'https://a.test/p' ^\n-H 'Content-Type: application/json' ^\n-d '{"a":1}'`,
  );
  expect(request).toMatchObject({url: 'https://a.test/p', body: {text: '{"a":1}'}});
  expect(notes).toEqual([expect.stringMatching(/has no single quotes/)]);
});

test('quotes that Windows PowerShell takes away are told, escaped ones are not', () => {
  const bare = read('curl.exe -X POST "https://a.test/p" `\n  --json "{`"a`":`"b`"}"');
  expect(bare.request.body).toMatchObject({text: '{"a":"b"}'});
  expect(bare.notes).toEqual([expect.stringMatching(/Windows PowerShell removes the quotes/)]);
  expect(read(`curl.exe 'https://a.test/p' --json '{\\"a\\":\\"b\\"}'`)).toMatchObject({
    request: {body: {text: '{"a":"b"}'}},
    notes: [],
  });
});

test.each([
  `curl https://a.test -H 'If-None-Match: ^"abc^"' --data '{"a":""}'`,
  'curl "https://a.test" -H "X-Caret: a^b" -H "X-Tick: \\`"',
  `curl https://a.test --data-raw $'it\\'s ^"x^"'`,
])('a command for a POSIX shell is none for Windows: %s', command => {
  expect(read(command).notes).toEqual([]);
  expect(JSON.stringify(read(command).request)).toContain('^');
});
