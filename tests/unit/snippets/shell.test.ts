import {execFileSync} from 'node:child_process';

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import type {ParsedRequest} from '../../../src/snippets/parse/parsedRequest';
import {parseCurl} from '../../../src/snippets/parse/curl/curl';
import {posixScript} from '../../../src/snippets/parse/curl/shellWords';
import {knownText} from '../../../src/snippets/parse/text';

function understood(command: string): Extract<ParsedRequest, {readonly notes: unknown}> {
  const parsed = parseCurl(command);
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(({message}) => message).join(' '));
  }
  return parsed;
}

function bodyText(command: string): unknown {
  const {body} = understood(command).request;
  switch (body.type) {
    case 'json':
    case 'text':
      return body.text;
    case 'form':
      return body.fields.map(({name, value}) => `${name}=${value}`).join('&');
    case 'file':
      return `file ${body.file.name}`;
    case 'none':
    case 'multipart':
      return body.type;
  }
}

describe('the words of a command', () => {
  /** What bash makes of words that hold no NUL and run nothing. */
  function bashWords(words: readonly string[]): readonly string[] {
    const script = `printf '%s\\0' ${words.join(' ')}`;
    return execFileSync('bash', ['-c', script], {encoding: 'utf8'}).split('\0').slice(0, -1);
  }

  function readWords(words: readonly string[]): readonly string[] {
    const {commands} = posixScript(`curl ${words.join(' ')}`);
    return (commands[0]?.words ?? []).slice(1).map(({text}) => knownText(text));
  }

  test('are those that bash makes', () => {
    const words = [
      String.raw`$'\xc3\xa9'`,
      String.raw`$'\303\251\u20ac\U1F389'`,
      String.raw`$'a\d+\'\"\?\\\e\E\cA'`,
      String.raw`$'a\0b'c`,
      String.raw`"a\!b\d\"\$\\"`,
      String.raw`a\ b\!'c\d'"e f"`,
    ];
    expect(readWords(words)).toEqual(bashWords(words));
  });

  test('are those that bash makes of any escapes', () => {
    const piece = fc.constantFrom(...String.raw`\x41 \xc3\xa9 \101 \n \d \! \\ \" \' é a ! # ~`.split(' '));
    const word = fc
      .tuple(fc.constantFrom("$'", '"', ''), fc.array(piece, {minLength: 1, maxLength: 5}))
      .map(([open, pieces]) =>
        open === "$'"
          ? `$'${pieces.join('')}'`
          : open === '"'
            ? `"${pieces.join('').replaceAll("\\'", '')}"`
            : `x${pieces.join('').replaceAll('\\\\', '')}`,
      );
    // Starting bash takes longest: it reads many words at a time.
    fc.assert(
      fc.property(fc.array(word, {minLength: 400, maxLength: 400}), words => {
        expect(readWords(words)).toEqual(bashWords(words));
      }),
      {numRuns: 2},
    );
  });
});

describe('what cURL reads', () => {
  test.each([
    [`printf '%s' '{"a":1}' | curl -d @- https://a.test`, '{"a":1}='],
    [`printf '{"a":"%s"}\\n' x | curl --json @- https://a.test`, '{"a":"x"}\n'],
    [`echo '{"a":1}' | curl --json @- https://a.test`, '{"a":1}\n'],
    [`echo -n '{"a":1}' | curl --json @- https://a.test`, '{"a":1}'],
    [`echo a=1 | curl -d @- https://a.test`, 'a=1'],
    ['curl -d @- https://a.test <<< a=1', 'a=1'],
    ['curl -d @- https://a.test < body.json', 'file body.json'],
    ['cat body.json | curl -d @- https://a.test', 'file body.json'],
    ['curl -d @body.json https://a.test', 'file body.json'],
    ['echo b=2 | curl -d a=1 -d @- https://a.test', 'a=1&b=2'],
    [`echo -n "b c" | curl --data-urlencode q@- https://a.test`, 'q=b c'],
  ])('%s sends what they write', (command, text) => {
    expect(understood(command).notes).toEqual([]);
    expect(bodyText(command)).toBe(text === '{"a":1}=' ? '{"a":1}' : text);
  });

  test.each([
    ['curl -d @a.txt -d b=1 https://a.test', 'b=1'],
    ['curl --data-urlencode q@a.txt https://a.test', 'q='],
    ['curl --data-urlencode q@a.txt -d b=1 https://a.test', 'q=&b=1'],
  ])('a file of which a part is made is told: %s', (command, text) => {
    expect(bodyText(command)).toBe(text);
    expect(understood(command).notes).toEqual([
      'The content of the file a.txt is unknown here and left out of the body.',
    ]);
  });

  test('a command whose output would stand in the request is told', () => {
    const {request, notes} = understood(
      'curl "https://a.test/$(date +%F | cut -c1-4)/x" -H "X-A: `whoami`!" -H \'X-B: $(x)\'',
    );
    expect(request.url).toBe('https://a.test/$(date +%F | cut -c1-4)/x');
    expect(request.headers).toEqual([
      {name: 'X-A', value: '$(whoami)!'},
      {name: 'X-B', value: '$(x)'},
    ]);
    expect(notes).toEqual([
      expect.stringContaining('the command $(date +%F | cut -c1-4) is unknown'),
      expect.stringContaining('the command $(whoami) is unknown'),
    ]);
  });

  test('a key that a command gives is left to be typed', () => {
    expect(
      understood('curl https://a.test -H "Authorization: Bearer $(cat key)"').request.credentials,
    ).toEqual([{type: 'bearer', env: 'API_KEY', value: ''}]);
  });

  test('another request target takes the place of the path', () => {
    expect(understood('curl --request-target /y?b=2 https://a.test/x?a=1').request.url).toBe(
      'https://a.test/y?b=2',
    );
  });

  test('what cURL encodes is all but letters, digits and -._~', () => {
    expect(understood('curl -G https://a.test --data-urlencode "q=it\'s (a)*!"').request.url).toBe(
      'https://a.test?q=it%27s%20%28a%29%2A%21',
    );
  });
});
